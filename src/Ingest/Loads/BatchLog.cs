namespace PrivateDomainBI.Ingest.Loads;

/// <summary>Reads and writes the log of batches, and removes what batches leave behind.</summary>
internal sealed class BatchLog(LoadWarehouse warehouse, LoadSql sql)
{
    private const string File = "batches";

    private static readonly Dictionary<string, object?> None = new(StringComparer.Ordinal);

    public async Task<ulong> NextNumberAsync(CancellationToken ct) =>
        (await warehouse.ReadAsync(sql.Of(File, "next"), None, row => row.GetFieldValue<ulong>(0), ct)).Single();

    public Task SaveAsync(Batch batch, CancellationToken ct) => warehouse.RunAsync(sql.Of(File, "save"), batch.Parameters(""), ct);

    public Task<List<Batch>> UnfinishedAsync(CancellationToken ct) => warehouse.ReadAsync(sql.Of(File, "unfinished"), None, Batch.From, ct);

    public async Task<Batch?> FindAsync(ulong number, CancellationToken ct) =>
        (await warehouse.ReadAsync(sql.Of(File, "find"), new Dictionary<string, object?>(StringComparer.Ordinal) { ["batch"] = number }, Batch.From, ct)).SingleOrDefault();

    /// <summary>Nothing of a batch that did not come in whole stays; its files are loaded again from the start.</summary>
    public async Task<Batch> UndoAsync(Batch batch, string error, CancellationToken ct)
    {
        await ForgetRowsAsync(batch, ct);
        var failed = batch.Next(BatchState.Failed) with { Error = error };
        await SaveAsync(failed, ct);
        return failed;
    }

    public async Task ForgetRowsAsync(Batch batch, CancellationToken ct)
    {
        await DropWorkingTablesAsync(ct);
        await warehouse.RunAsync(sql.Of(File, "forget_landing"), batch.Parameters(""), ct);
    }

    /// <summary>One batch is worked on at a time, so once it is over no working table is needed by any.</summary>
    public async Task DropWorkingTablesAsync(CancellationToken ct)
    {
        var tables = await warehouse.ReadAsync(sql.Of(File, "working_tables"), None, row => row.GetString(0), ct);
        if (tables.Count > 0)
            await warehouse.RunAsync($"DROP TABLE IF EXISTS {string.Join(", ", tables)} SYNC", None, ct);
    }

    public Task<List<string>> LandedColumnsAsync(Batch batch, CancellationToken ct) =>
        warehouse.ReadAsync(sql.Of(File, "landed_columns"), batch.Parameters(""), row => row.GetString(0), ct);
}
