using PrivateDomainBI.Engine;

namespace PrivateDomainBI.Web;

// Prepares the warehouse when the server's engine answers; pages are served meanwhile and say that they wait. What
// fails here, such as a migration, ends the server: it would only fail later and less clearly.
internal sealed class WarehouseReadiness(EngineSupervisor engine, WarehouseStartup startup, DemoStart? demo = null) : BackgroundService
{
    // True from when tables and views are there; before, there is nothing that could be asked.
    public bool IsPrepared { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.WaitUntilReadyAsync(stoppingToken);
        await startup.PrepareAsync(stoppingToken);
        IsPrepared = true;
        await startup.RecoverAsync(stoppingToken);
        if (demo is not null)
            await demo.RunAsync(stoppingToken);
    }
}
