using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Charts;

namespace PrivateDomainBI.Web.Tests.Charts;

/// <summary>Points, rows and answers of which only what a test is about is said.</summary>
internal static class Some
{
    public static readonly DateOnly Monday = new(2026, 9, 7);

    public static readonly MetricInfo Rate =
        new("relation_retention_d1", 1, new Text("首日留存率", "Day-1 retention"), "ratio", "up", 1, 0, 30, Additive: false, new Text("说明", "Doc"));

    public static readonly MetricInfo Count =
        new("new_customers", 1, new Text("新增客户", "New customers"), "count", "up", WindowDays: null, SettleDays: null, 0, Additive: true, new Text("说明", "Doc"));

    public static ChartPoint Point(decimal? value, bool immature = false, bool provisional = false, bool small = false, decimal? low = null, decimal? high = null) =>
        new("W37", "7–13 Sep (W37)", value, low, high, immature, provisional, small, value is null ? "—" : $"{value}", ["tip"], Wait: null);

    public static MetricRow Row(DateOnly? period, decimal? value, long? of = 1000, long immature = 0, bool provisional = false, string? channel = null, ComparedCell? compared = null) => new(
        period,
        channel is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["channel"] = channel },
        channel is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["channel"] = channel },
        value,
        of is null || value is null ? null : (long)(value * of),
        of,
        value is null || of is null ? null : value - 0.01m,
        value is null || of is null ? null : value + 0.01m,
        immature,
        immature > 0 ? new DateOnly(2026, 12, 31) : null,
        provisional,
        [],
        compared);

    public static MetricRequest Question(MetricInfo metric, int weeks, params string[] by) => new(
        metric.Name, new DateRange(Monday, Monday.AddDays(7 * weeks)), Grain.Week, by, new Dictionary<string, IReadOnlyList<string>>());

    public static MetricResult Answer(MetricInfo metric, MetricRequest question, params MetricRow[] rows) => new(
        metric, new ResultRange(question.Range.From, question.Range.To, question.Grain, "Asia/Shanghai"), new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 21),
        7, 0, "company", "acquirer", rows, rows[^1] with { Period = null }, [], "SELECT 1", "q", 1);
}
