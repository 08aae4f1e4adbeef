using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Api;

/// <summary>The catalogue as the API and the command line write it.</summary>
internal sealed record MetricCatalogAnswer(IReadOnlyList<MetricCatalogEntry> Metrics, IReadOnlyList<string> Dimensions, IReadOnlyList<Problem> Problems)
{
    public static MetricCatalogAnswer Of(MetricCatalog catalog) => new(
        [.. catalog.All.Select(metric => new MetricCatalogEntry(
            metric.Name,
            metric.Subject,
            metric.Version,
            metric.Label,
            metric.Kind,
            metric.Unit,
            metric.Direction,
            metric.Info.WindowDays,
            metric.Info.SettleDays,
            metric.MinN,
            [.. metric.Owners.Select(OwnerNames.Name)],
            metric.Needs,
            metric.VariantOf,
            [.. catalog.All.Where(other => other.VariantOf == metric.Name).Select(other => other.Name)],
            metric.Doc))],
        Core.Metrics.Dimensions.All,
        catalog.Problems);
}

/// <summary>One metric of the catalogue; <paramref name="Owners"/>: the default first.</summary>
internal sealed record MetricCatalogEntry(
    string Name,
    string Subject,
    int Version,
    Text Label,
    MetricKind Kind,
    string Unit,
    string Direction,
    int? WindowDays,
    int? SettleDays,
    int MinN,
    IReadOnlyList<string> Owners,
    IReadOnlyList<string> Needs,
    string? VariantOf,
    IReadOnlyList<string> Variants,
    Text Doc);
