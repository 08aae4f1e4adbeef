namespace PrivateDomainBI.Core.Metrics;

/// <summary>What a row of a question says of itself: whose it is, and by kind of metric whether it is mature and counted, and what it is worth.</summary>
internal static class Verdict
{
    public static IEnumerable<FactsColumn> Of(Metric metric) => ((FactsColumn[])[new("customer_id", "customer_id")]).Concat(metric.Kind switch
    {
        MetricKind.Rate when metric.IsStock => [new("mature", "true"), new("counted", metric.Body)],
        MetricKind.Rate => [CohortDay, Mature(metric), new("counted", metric.Body)],
        MetricKind.Mean => [CohortDay, Mature(metric), .. Values(metric)],
        MetricKind.Lift when metric.IsLiftOfAmounts => [CohortDay, Mature(metric), .. Values(metric), new("treated", metric.Treated), new("stratum", metric.Stratum)],
        MetricKind.Lift => [CohortDay, Mature(metric), new("counted", metric.Body), new("treated", metric.Treated), new("stratum", metric.Stratum)],
        MetricKind.Payback => [new("ages", metric.Ages), new("gains", metric.Body), new("value", "arraySum(gains)"), new("over_value", metric.Over)],
        MetricKind.Sum => Values(metric),
        _ => [],
    });

    private static FactsColumn[] Values(Metric metric) => metric.Aggregate switch
    {
        Aggregate.Ratio or Aggregate.Median => [new("value", metric.Body), new("over_value", metric.Over)],
        Aggregate.Sum or Aggregate.Mean => [new("value", metric.Body)],
        _ => [],
    };

    private static FactsColumn CohortDay { get; } = new("cohort_day", "cohort_day");

    private static FactsColumn Mature(Metric metric) => new("mature", FormattableString.Invariant($"cohort_day + {metric.WindowDays} + {metric.SettleDays} <= {{completeThrough:Date}}"));
}
