using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Web.Tests;

/// <summary>What tests need of the product's own files.</summary>
internal static class Services
{
    public static SqlFiles Sql { get; } = SqlFiles.Locate();

    public static MetricCatalog Catalog { get; } = MetricCatalog.Read(
        Sql.ReadAll("models").Concat(Sql.ReadAll("metrics")).Select(file => new SqlText(file.Name, file.Text)));
}
