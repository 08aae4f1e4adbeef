using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Web.Tests;

/// <summary>What tests need of the product's own files.</summary>
internal static class Services
{
    public static SqlFiles Sql { get; } = SqlFiles.Locate();

    public static MetricCatalog Catalog { get; } = MetricsModule.ReadCatalog(Sql);

    public static CohortCatalog Cohorts { get; } = MetricsModule.ReadCohorts(Sql);
}
