using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Ingest;

/// <summary>What loading gives to the host.</summary>
public static class LoadModule
{
    /// <summary>Needs the warehouse's services and <see cref="BusinessOptions"/>; <paramref name="dataDirectory"/> holds the lock that lets one load run at a time.</summary>
    public static IServiceCollection AddLoads(this IServiceCollection services, string dataDirectory) =>
        services.AddSingleton(provider => Create(
            provider.GetRequiredService<ClickHouseDataSource>(),
            provider.GetRequiredService<SqlFiles>(),
            provider.GetRequiredService<FactBuilder>().RefreshAsync,
            provider.GetRequiredService<SettledFacts>().SettleAsync,
            new LoadPlace(dataDirectory, provider.GetRequiredService<IOptions<BusinessOptions>>().Value.TimeZone),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));

    internal static LoadService Create(
        ClickHouseDataSource source, SqlFiles files, Func<ulong, CancellationToken, Task> refreshFacts, Func<CancellationToken, CancellationToken, Task> settleFacts,
        LoadPlace place, TimeProvider time, ILoggerFactory logs)
    {
        var warehouse = new LoadWarehouse(source, time);
        var sql = new LoadSql(files);
        var log = new BatchLog(warehouse, sql);
        var steps = new BatchSteps(warehouse, sql, log, refreshFacts, place.BusinessZone);
        var recovery = new LoadRecovery(warehouse, sql, log, steps, logs.CreateLogger<LoadRecovery>());
        var run = new BatchRun(warehouse, log, new Receiver(warehouse), steps, logs.CreateLogger<BatchRun>());
        return new LoadService(warehouse, log, run, recovery, settleFacts, place, time, logs.CreateLogger<LoadService>());
    }
}
