namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// Takes a landed batch to its end. Each step ends by writing down the next state, and can be done again from its
/// start until then: a plan is made before anything is written and never made anew afterwards, rows carry the
/// batch's number as their version, and everything else that is written is the same when written twice.
/// </summary>
internal sealed class BatchSteps(LoadWarehouse warehouse, LoadSql sql, BatchLog log, Func<ulong, CancellationToken, Task> refreshFacts, string businessZone)
{
    /// <summary>Called before each step; tests stop a load here.</summary>
    internal Func<Batch, Task>? BeforeStep { get; set; }

    public async Task<Batch> FinishAsync(Batch batch, Action<LoadStep> onStep, Func<TimeSpan> elapsed, CancellationToken ct)
    {
        while (batch.State is not (BatchState.Done or BatchState.Failed))
        {
            if (BeforeStep is { } before)
                await before(batch);
            batch = batch.State switch
            {
                BatchState.Landed => await PlanAsync(batch, onStep, ct),
                BatchState.Planned => await WriteAsync(batch, onStep, ct),
                BatchState.Applied => await RefreshFactsAsync(batch, onStep, ct),
                _ => throw new InvalidOperationException($"Batch {batch.Number} has not landed."),
            };
            batch = batch with { Seconds = Math.Round(elapsed().TotalSeconds, 2) };
            await log.SaveAsync(batch, ct);
        }

        await log.DropWorkingTablesAsync(ct);
        onStep(LoadStep.Done);
        return batch;
    }

    public async Task<DateOnly?> CompleteThroughAsync(Batch batch, CancellationToken ct) =>
        (await warehouse.ReadAsync(sql.Of("batch", "complete_through"), batch.Parameters(businessZone), row => row.GetFieldValue<DateOnly>(0), ct))
        .Select(day => (DateOnly?)day).FirstOrDefault();

    private async Task<Batch> PlanAsync(Batch batch, Action<LoadStep> onStep, CancellationToken ct)
    {
        onStep(LoadStep.Checking);
        await log.DropWorkingTablesAsync(ct);
        await MakeAsync("stage", "tuple()", sql.Of(batch.Dataset, "stage"), batch, ct);
        onStep(LoadStep.Planning);
        await MakeAsync("known", "tuple()", sql.Of(batch.Dataset, "known"), batch, ct);
        var waits = ReadAsync(batch.Dataset, "waiting", batch, row => row.GetFieldValue<ulong>(0), ct);
        await Task.WhenAll(MakeAsync("plan", "_seq", sql.Of("batch", "plan"), batch, ct), waits);
        var waiting = (await waits).Single();
        var planned = (await ReadAsync("batch", "counts", batch, row => batch with
        {
            Dropped = batch.Read - row.GetFieldValue<ulong>(0),
            Quarantined = row.GetFieldValue<ulong>(1),
            Duplicate = row.GetFieldValue<ulong>(2),
            Replaced = row.GetFieldValue<ulong>(3),
            Loaded = row.GetFieldValue<ulong>(0) - row.GetFieldValue<ulong>(1) - row.GetFieldValue<ulong>(2) - row.GetFieldValue<ulong>(3),
            LatestDay = row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
            Waiting = waiting,
        }, ct)).Single();
        return planned.Next(BatchState.Planned);
    }

    internal async Task<Batch> WriteAsync(Batch batch, Action<LoadStep> onStep, CancellationToken ct)
    {
        onStep(LoadStep.Writing);
        var parameters = batch.Parameters(businessZone);
        parameters["entity"] = batch.Dataset;
        // Versions of one row are put together by whoever reads them; doing so while they are written takes as long as the rest.
        await warehouse.RunAsync("INSERT INTO {entity:Identifier} SETTINGS optimize_on_insert = 0 " + sql.Of("batch", "write"), parameters, ct);
        await Task.WhenAll(Beside(batch).Select(statement => warehouse.RunAsync(statement, parameters, ct)));
        return batch.Next(BatchState.Applied);
    }

    // What is written of the batch beside its rows; none of these reads what another writes.
    private IEnumerable<string> Beside(Batch batch)
    {
        if (sql.Find(batch.Dataset, "leave") is { } leave)
            yield return leave;
        if (sql.Find(batch.Dataset, "touched") is { } touched)
            yield return "INSERT INTO touched SELECT DISTINCT {batch:UInt64}, customer_key FROM (" + touched + ")";
        if (batch.Quarantined > 0)
            yield return sql.Of("batch", "quarantine");
        if (Datasets.Find(batch.Dataset) is { HasDays: true })
            yield return sql.Of("batch", "completeness");
    }

    private async Task<Batch> RefreshFactsAsync(Batch batch, Action<LoadStep> onStep, CancellationToken ct)
    {
        onStep(LoadStep.Facts);
        await refreshFacts(batch.Number, ct);
        return batch.Next(BatchState.Done);
    }

    private Task MakeAsync(string table, string order, string select, Batch batch, CancellationToken ct) =>
        warehouse.RunAsync($"CREATE TABLE {{{table}:Identifier}} ENGINE = MergeTree ORDER BY {order} AS {select}", batch.Parameters(businessZone), ct);

    private Task<List<T>> ReadAsync<T>(string file, string name, Batch batch, Func<System.Data.Common.DbDataReader, T> row, CancellationToken ct) =>
        warehouse.ReadAsync(sql.Of(file, name), batch.Parameters(businessZone), row, ct);
}
