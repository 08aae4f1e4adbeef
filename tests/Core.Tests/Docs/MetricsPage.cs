using System.Globalization;
using System.Text;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Tests.Docs;

/// <summary>The page of docs that lists every metric, made of the metric files.</summary>
internal static class MetricsPage
{
    public static string Of(MetricCatalog catalog)
    {
        var page = new StringBuilder();
        page.Append("# Metrics\n\n");
        page.Append("Every metric as its file in `sql/metrics` defines it. This page is made of those files: `UPDATE_DOCS=1 dotnet test tests/Core.Tests` writes it anew.\n\n");
        page.Append("- A rate over a cohort counts only who was observed in full: cohort day + window + settle ≤ the last whole day of the data. The others are shown as immature.\n");
        page.Append("- Owners say whose customer one is: `acquirer` the first employee to add, frozen; `now` the owner at the end of the data; `at_event` the owner on the cohort day, for orders the employee credited with it. The first named is the default.\n");
        page.Append("- Needs are the datasets without which there is no answer (`a or b`: one of them); uses are read where they are loaded.\n");
        page.Append("- Below the smallest sample a rate is shown with its interval and never ranked.\n");
        foreach (var subject in catalog.All.GroupBy(metric => metric.Subject, StringComparer.Ordinal))
            Append(page, subject.Key, [.. subject], catalog);
        return page.ToString();
    }

    private static void Append(StringBuilder page, string subject, IReadOnlyList<Metric> metrics, MetricCatalog catalog)
    {
        page.Append($"\n## {subject}\n\n| metric | 中文 | English | unit | observed | better |\n|---|---|---|---|---|---|\n");
        foreach (var metric in metrics)
            page.Append($"| [{metric.Name}](#{metric.Name}) | {Cell(metric.Label.Zh)} | {Cell(metric.Label.En)} | {metric.Unit} | {Observed(metric)} | {Better(metric)} |\n");
        foreach (var metric in metrics)
            Append(page, metric, catalog);
    }

    private static void Append(StringBuilder page, Metric metric, MetricCatalog catalog)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {metric.Name}\n**{metric.Label.Zh}** · {metric.Label.En} · version {metric.Version} · [file](../sql/metrics/{metric.Subject}/{metric.Name}.sql)\n\n");
        page.Append($"{metric.Doc.Zh}\n\n{metric.Doc.En}\n\n");
        page.Append($"- what it is: {Kind(metric)}, of `{metric.Facts.Name}`{(metric.IsStock ? "" : $" by `{metric.Cohort}`")}\n");
        page.Append($"- counted: {Maturity(metric)}\n");
        page.Append($"- owners: {string.Join(", ", metric.Owners.Select((owner, i) => $"`{OwnerNames.Name(owner)}`{(i == 0 ? " (default)" : "")}"))}\n");
        page.Append($"- needs: {string.Join(", ", metric.Needs.Select(need => need.Replace("|", " or ", StringComparison.Ordinal)))}");
        page.Append(metric.Uses.Count > 0 ? $"; uses: {string.Join(", ", metric.Uses)}\n" : "\n");
        page.Append($"- direction: {Better(metric)}{(metric.Unit == "ratio" ? $"; smallest sample {metric.MinN}" : "")}\n");
        if (metric.VariantOf is { } parent)
            page.Append($"- variant of [{parent}](#{parent})\n");
        var variants = catalog.All.Where(other => other.VariantOf == metric.Name).ToList();
        if (variants.Count > 0)
            page.Append($"- variants: {string.Join(", ", variants.Select(variant => $"[{variant.Name}](#{variant.Name})"))}\n");
    }

    private static string Kind(Metric metric) => metric.Kind switch
    {
        MetricKind.Rate => metric.IsStock ? "a share, as it is on the last day of each period" : "a share of a cohort",
        MetricKind.Stock => "a number of rows, as it is on the last day of each period",
        MetricKind.Sum => metric.Aggregate switch
        {
            Aggregate.Count => "a number of rows",
            Aggregate.Customers => "a number of distinct customers",
            Aggregate.Mean => "a mean",
            Aggregate.Ratio => "one sum over another",
            Aggregate.Median => "a median, those that go on counted as far as they were followed",
            _ => "a sum",
        },
        MetricKind.Mean when metric.Aggregate == Aggregate.Ratio => "one sum over another, of a cohort",
        MetricKind.Mean => "a mean over a cohort",
        MetricKind.Lift => $"a difference from those held out, compared within each `{metric.Stratum}`",
        MetricKind.Payback => "months of age until gains reach costs",
        _ => metric.Kind.ToString(),
    };

    private static string Observed(Metric metric) => metric.Waits
        ? $"{Days(metric.WindowDays)}{(metric.SettleDays > 0 ? $" + {metric.SettleDays} to settle" : "")}"
        : metric.IsStock ? "at the end of the period" : "in the period";

    private static string Maturity(Metric metric) => metric.Waits
        ? $"once {Days(metric.WindowDays)}{(metric.SettleDays > 0 ? $" and {metric.SettleDays} more to settle" : "")} after `{metric.Cohort}` are in the data"
        : metric.IsStock ? "at the end of each period" : "in the period of its day, at once";

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Better(Metric metric) => metric.Direction switch
    {
        "up" => "higher",
        "down" => "lower",
        _ => "neither",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
