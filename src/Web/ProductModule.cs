using PrivateDomainBI.Engine;
using PrivateDomainBI.Ingest;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Web.Api;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web;

// What the server and every verb share: the warehouse on a data directory, its loads and its metrics.
internal static class ProductModule
{
    public static IServiceCollection AddProduct(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddOptions<BusinessOptions>().Bind(configuration.GetSection(BusinessOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddWarehouse(configuration.GetConnectionString("ClickHouse"), EngineSocket.PathFor(dataDirectory))
            .AddAppDatabase(dataDirectory)
            .AddMetricQueries()
            .AddLoads(dataDirectory)
            .AddSingleton<MetricQuestions>()
            .AddSingleton<CohortQuestions>()
            .AddScorecards()
            .AddSingleton<WarehouseStartup>();
    }
}
