using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>Which questions the weekly report asks: one place to read what it shows, and to change it.</summary>
internal static class WeeklyQuestions
{
    public const string Retention = "relation_retention_d1";
    public const string FirstOrder = "first_order_conv";

    private const int WeeksBack = 13;
    private const int MonthsBack = 13;

    /// <summary>The figures of page one: weeks where a week says something, months for what takes a quarter to ripen.</summary>
    public static readonly IReadOnlyList<(string Metric, Grain Grain)> Cards =
    [
        ("pool_size", Grain.Week),
        ("new_customers", Grain.Week),
        (Retention, Grain.Week),
        (FirstOrder, Grain.Week),
        ("repurchase_3m", Grain.Month),
        ("net_sales", Grain.Week),
    ];

    public static readonly IReadOnlyList<(string Metric, Grain Grain)> Charts =
    [
        (Retention, Grain.Week),
        ("active_retention_d7", Grain.Week),
        ("relation_retention_q", Grain.Month),
        (FirstOrder, Grain.Month),
        ("repurchase_3m", Grain.Month),
        ("repurchase_6m", Grain.Month),
        ("repurchase_12m", Grain.Month),
        ("net_sales", Grain.Week),
        ("buyers", Grain.Week),
    ];

    /// <summary>What may be told as a finding, and whether its moves are differences of rates.</summary>
    public static readonly IReadOnlyList<(string Metric, bool IsRate)> Findings =
        [("new_customers", false), ("net_sales", false), (Retention, true), (FirstOrder, true)];

    public static readonly IReadOnlyList<string> FindingDimensions = [Dimensions.Channel, "region"];

    /// <summary>The run of periods that ends with the report's week, or with the last month that is over by then.</summary>
    public static MetricRequest Run(string metric, Grain grain, DateOnly week) => Ask(metric, RunOf(grain, week), grain, by: null);

    /// <summary>One period split by one dimension.</summary>
    public static MetricRequest Split(string metric, Grain grain, DateOnly period, string dimension) =>
        Ask(metric, new DateRange(period, Periods.Add(period, grain, 1)), Grain.All, dimension);

    /// <summary>Each employee's own figures: a week is too little to judge one person by, so rates take a quarter.</summary>
    public static MetricRequest OfEmployees(string metric, DateOnly week, int weeks) =>
        Ask(metric, new DateRange(week.AddDays(-7 * (weeks - 1)), week.AddDays(7)), Grain.All, Dimensions.Employee);

    private static DateRange RunOf(Grain grain, DateOnly week)
    {
        if (grain == Grain.Week)
            return new DateRange(week.AddDays(-7 * (WeeksBack - 1)), week.AddDays(7));
        var next = Periods.StartOf(week.AddDays(7), grain);
        return new DateRange(Periods.Add(next, grain, -MonthsBack), next);
    }

    private static MetricRequest Ask(string metric, DateRange range, Grain grain, string? by) => new(
        metric, range, grain, by is null ? [] : [by], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
}
