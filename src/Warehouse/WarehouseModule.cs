using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse;

/// <summary>What the warehouse gives to the host: the data source, the sql folder and the migrator.</summary>
public static class WarehouseModule
{
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">ConnectionStrings:ClickHouse, or null for the engine that the host starts.</param>
    /// <param name="engineSocket">The Unix socket on which that engine answers.</param>
    public static IServiceCollection AddWarehouse(this IServiceCollection services, string? connectionString, string engineSocket)
    {
        var target = string.IsNullOrWhiteSpace(connectionString)
            ? new ClickHouseConnectionStringBuilder { Socket = engineSocket }.ConnectionString
            : connectionString;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new ClickHouseDataSource(target));
        services.AddSingleton(_ => SqlFiles.Locate());
        services.AddSingleton<Migrator>();
        return services;
    }
}
