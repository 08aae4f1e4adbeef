using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Warehouse.Tests.Metrics;

/// <summary>A metric of no consequence.</summary>
internal static class SomeMetric
{
    /// <summary>It cannot do without the ones, and reads the others where they are.</summary>
    public static Metric Needing(string needs, string uses = "[]")
    {
        var facts = new SqlText("models/f.sql", """
            /* ---
            grain: customer
            source: f
            channel: channel
            owners: { acquirer: a, now: b, at_event: c }
            dimensions: { conversion_channel: d }
            credited_by: { events: [employee, conversion_channel] }
            --- */
            SELECT 1
            """);
        var metric = new SqlText("metrics/x/m.sql", $$"""
            /* ---
            label: { zh: 数, en: M }
            kind: sum
            facts: f
            cohort: day
            owners: [at_event, acquirer, now]
            needs: {{needs}}
            uses: {{uses}}
            because: {}
            doc: { zh: 数, en: M }
            --- */
            1
            """);
        var catalog = MetricCatalog.Read([facts, metric]);
        catalog.Problems.ShouldBeEmpty();
        return catalog.Find("m")!;
    }
}
