using Microsoft.Extensions.Logging;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Mappings;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// Carries one batch from its files to its end. When the engine goes away meanwhile, it waits for it to come back and
/// goes on from the state that was written down last; rows that were still coming in are sent again from the start.
/// </summary>
internal sealed class BatchRun(LoadWarehouse warehouse, BatchLog log, Receiver receiver, BatchSteps steps, ILogger<BatchRun> logger)
{
    public BatchSteps Steps => steps;

    private DataFiles Files { get; } = new(warehouse.DescribeParquetAsync);

    /// <summary>Refuses files that cannot be loaded, before anything is written down.</summary>
    public async Task CheckFilesAsync(IReadOnlyList<string> paths, Dataset dataset, Mapping? mapping, CancellationToken ct) =>
        await SourceFile.CloseAsync(await SourceFile.OpenAllAsync(Files, paths, dataset, mapping, _ => { }, ct));

    public async Task<Batch> LoadAsync(Batch batch, Mapping? mapping, ProgressMeter meter, Func<TimeSpan> elapsed, CancellationToken ct)
    {
        var isAgain = false;
        return await warehouse.InsistAsync(
            async () =>
            {
                if (isAgain)
                    batch = await log.FindAsync(batch.Number, ct) ?? batch;
                if (batch.State == BatchState.Receiving)
                {
                    if (isAgain)
                        await log.ForgetRowsAsync(batch, ct);
                    isAgain = true;
                    await log.SaveAsync(batch, ct);
                    batch = await ReceiveAsync(batch, mapping, meter, ct);
                }

                return await steps.FinishAsync(batch, meter.Enter, elapsed, ct);
            },
            e =>
            {
                logger.LogWarning("The engine went away during batch {Batch}: {Error}", batch.Number, e.Message);
                meter.Enter(LoadStep.Waiting);
            },
            ct);
    }

    private async Task<Batch> ReceiveAsync(Batch batch, Mapping? mapping, ProgressMeter meter, CancellationToken ct)
    {
        meter.StartOver();
        var files = new List<SourceFile>();
        try
        {
            files = await SourceFile.OpenAllAsync(Files, batch.Files, Datasets.Find(batch.Dataset)!, mapping, meter.Add, ct);
            var read = 0UL;
            for (var number = 0; number < files.Count; number++)
                read += await receiver.ReceiveAsync(batch.Number, number, files[number], ct);
            var landed = batch.Next(BatchState.Landed) with { Read = read, Notices = await NoticesAsync(batch, files, mapping, ct) };
            await log.SaveAsync(landed, ct);
            return landed;
        }
        catch (Exception e) when (e is not ClickHouseException { IsTransient: true })
        {
            await log.UndoAsync(batch, e is OperationCanceledException ? "cancelled" : e.Message, CancellationToken.None);
            throw;
        }
        finally
        {
            await SourceFile.CloseAsync(files);
        }
    }

    private async Task<List<string>> NoticesAsync(Batch batch, List<SourceFile> files, Mapping? mapping, CancellationToken ct)
    {
        var unused = files.SelectMany(file => file.Table.Unused).ToHashSet(StringComparer.Ordinal);
        if (files.Any(file => file.Rows.Shape == RowShape.Json))
        {
            var used = Datasets.Find(batch.Dataset)!.Columns.Concat(mapping?.Columns.Values.SelectMany(column => column.Value.Expression.Columns) ?? []);
            unused.UnionWith((await log.LandedColumnsAsync(batch, ct)).Except(used, StringComparer.Ordinal));
        }

        return unused.Count == 0 ? [] : [$"columns kept but not used: {string.Join(", ", unused.Order(StringComparer.Ordinal))}"];
    }
}
