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
        await MakeFunctionsAsync(ct);
        foreach (var batch in await log.UnfinishedAsync(ct))
        {
            var ended = batch.State == BatchState.Receiving
                ? await log.UndoAsync(batch, "interrupted, load it again", ct)
                : await steps.FinishAsync(batch, _ => { }, () => TimeSpan.FromSeconds(batch.Seconds), ct);
            logger.LogWarning("Batch {Batch} of {Dataset} was interrupted when {Was}; it is {Now} now", batch.Number, batch.Dataset, batch.State, ended.State);
        }

        await log.DropWorkingTablesAsync(ct);
    }
    // Made again only where a file has changed: the last of them tells the checksum of all, and is away while they are not all of one version.
    private async Task MakeFunctionsAsync(CancellationToken ct)
    {
        var nothing = new Dictionary<string, object?>(StringComparer.Ordinal);
        var checksum = sql.FunctionsChecksum;
        var made = await warehouse.ReadAsync(sql.Of("batches", "functions_checksum"), nothing, row => row.GetString(0), ct);
        if (made.Any(noted => noted.Contains(checksum, StringComparison.Ordinal)))
            return;
        foreach (var function in sql.Functions.Prepend("DROP FUNCTION IF EXISTS load_functions").Append($"CREATE OR REPLACE FUNCTION load_functions AS () -> '{checksum}'"))
            await warehouse.RunAsync(function, nothing, ct);
    }
}
