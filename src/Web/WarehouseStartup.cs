using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Web;

// Brings the warehouse to where this version expects it.
internal sealed class WarehouseStartup(Migrator migrator, FactBuilder facts, LoadService loads)
{
    // Tables and views; safe beside a server that is at work.
    public async Task PrepareAsync(CancellationToken ct)
    {
        await migrator.MigrateAsync(ct);
        await facts.ApplyViewsAsync(ct);
    }

    // Ends what an earlier process left half done; for whoever started the engine.
    public async Task RecoverAsync(CancellationToken ct)
    {
        await loads.RecoverAsync(ct);
        await facts.FinishRebuildAsync(ct);
    }
}
