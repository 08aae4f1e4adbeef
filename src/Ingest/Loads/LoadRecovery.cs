using Microsoft.Extensions.Logging;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// Ends the batches that a process or an engine left half done: what had not come in whole is undone, for its file
/// must be read again; what had, is taken to its end.
/// </summary>
internal sealed class LoadRecovery(LoadWarehouse warehouse, LoadSql sql, BatchLog log, BatchSteps steps, ILogger<LoadRecovery> logger)
{
    /// <summary>To be called by who holds the load lock.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var function in sql.Functions)
            await warehouse.RunAsync(function, new Dictionary<string, object?>(StringComparer.Ordinal), ct);
        foreach (var batch in await log.UnfinishedAsync(ct))
        {
            var ended = batch.State == BatchState.Receiving
                ? await log.UndoAsync(batch, "interrupted, load it again", ct)
                : await steps.FinishAsync(batch, _ => { }, () => TimeSpan.FromSeconds(batch.Seconds), ct);
            logger.LogWarning("Batch {Batch} of {Dataset} was interrupted when {Was}; it is {Now} now", batch.Number, batch.Dataset, batch.State, ended.State);
        }

        await log.DropWorkingTablesAsync(ct);
    }
}
