using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages.Metrics;

/// <summary>Finds metrics by name, label in either language, or definition in the reader's.</summary>
internal static class MetricSearch
{
    public static IEnumerable<Metric> Find(MetricCatalog catalog, string text, Reader reader) => catalog.All.Where(metric =>
        text.Length == 0
        || Has(metric.Name, text) || Has(metric.Label.Zh, text) || Has(metric.Label.En, text) || Has(reader[metric.Doc], text));

    private static bool Has(string where, string text) => where.Contains(text, StringComparison.OrdinalIgnoreCase);
}
