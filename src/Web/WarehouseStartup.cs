using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web;

// Brings the warehouse to where this version expects it.
internal sealed class WarehouseStartup(Migrator migrator, AppMigrator app, FactBuilder facts, LoadService loads)
{
    // Tables and views, and what segments were saved in; safe beside a server that is at work.
    public async Task PrepareAsync(CancellationToken ct)
    {
        // Side by side: a verb waits for both before it does anything.
        await Task.WhenAll(Task.Run(() => app.MigrateAsync(ct), ct), PrepareTablesAsync(ct));
    }

    // Ends what an earlier process left half done; for whoever started the engine.
    public async Task RecoverAsync(CancellationToken ct)
    {
        await loads.RecoverAsync(ct);
        await loads.AloneAsync(facts.FinishRebuildAsync, ct);
    }

    private async Task PrepareTablesAsync(CancellationToken ct)
    {
        await migrator.MigrateAsync(ct);
        await facts.ApplyViewsAsync(ct);
    }
}
