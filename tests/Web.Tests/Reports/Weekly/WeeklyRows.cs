using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Tests.Reports.Weekly;

/// <summary>Answers made by hand.</summary>
internal static class WeeklyRows
{
    public static readonly DateOnly Monday = new(2026, 11, 9);

    public static MetricRow Of(
        decimal? value, long? numerator = null, long? denominator = null, long immature = 0, bool provisional = false, string? channel = null, DateOnly? period = null) =>
        new(
            period,
            channel is null ? [] : new Dictionary<string, string> { ["channel"] = channel },
            channel is null ? [] : new Dictionary<string, string> { ["channel"] = channel },
            value, numerator, denominator, null, null, immature, null, provisional, []);

    /// <summary>One period by channel.</summary>
    public static MetricResult Split(params MetricRow[] rows) => Weeks("any", "ratio") with { Rows = rows };

    /// <summary>A run of weeks that ends with the one of <see cref="Monday"/>.</summary>
    public static MetricResult Weeks(string metric, string unit, params MetricRow[] rows)
    {
        var from = Monday.AddDays(-7 * (rows.Length - 1));
        var info = new MetricInfo(metric, 1, new Text(metric, metric), unit, "up", null, null, 30, Additive: unit != "ratio", new Text("", ""));
        return new MetricResult(
            info, new ResultRange(from, Monday.AddDays(7), Grain.Week, "Asia/Shanghai"), null, null, 1, 0, "company", "now",
            [.. rows.Select((row, index) => row with { Period = from.AddDays(7 * index) })], Of(null), [], "", "", 0);
    }
}
