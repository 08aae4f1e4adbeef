using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Charts;

/// <summary>
/// One period of a chart. <paramref name="Value"/> null is a gap, never zero. <paramref name="Tip"/>: the lines
/// that a pointer over it shows. <paramref name="Wait"/>: when a value that does not exist yet will.
/// <paramref name="Earlier"/>: the value to be drawn beside it, of the period it is compared with.
/// </summary>
internal sealed record ChartPoint(
    string Tick,
    string Name,
    decimal? Value,
    decimal? Low,
    decimal? High,
    bool Immature,
    bool Provisional,
    bool Small,
    string Label,
    IReadOnlyList<string> Tip,
    string? Wait,
    decimal? Earlier = null)
{
    public static ChartPoint From(MetricRow row, MetricInfo metric, Grain grain, Reader reader)
    {
        var format = reader.Format;
        var small = metric.Unit == "ratio" && row.Denominator is { } n && n > 0 && n < metric.MinN;
        return new ChartPoint(
            row.Period is { } tick ? format.Tick(tick, grain) : "",
            row.Period is { } day ? format.Period(day, grain) : "",
            row.Value,
            row.Low,
            row.High,
            row.Immature > 0,
            row.Provisional,
            small,
            format.Inline(metric.Unit, row.Value),
            [.. Tips(row, metric, reader, small)],
            row.NotWithin is { } months ? format.NotWithin(months) : row.Value is null && row.Immature > 0 ? format.Maturing(row.MatureOn) : null);
    }

    private static IEnumerable<string> Tips(MetricRow row, MetricInfo metric, Reader reader, bool small)
    {
        var format = reader.Format;
        yield return row.NotWithin is { } months ? format.NotWithin(months) : row.Value is null && row.Immature > 0
            ? format.Maturing(row.MatureOn)
            : format.Cell(metric.Unit, row.Value);
        if (row is { Numerator: { } counted, Denominator: { } of })
            yield return $"{Format.Number(counted)} / {Format.Number(of)}";
        if (row is { Low: { } low, High: { } high })
            yield return reader.Say(Words.Chart.Interval, format.Inline(metric.Unit, low), format.Inline(metric.Unit, high));
        if (row.Immature > 0)
        {
            yield return row.MatureOn is { } on
                ? reader.Say(Words.Chart.ImmatureUntil, Format.Number(row.Immature), format.FullDate(on))
                : reader.Say(Words.Chart.ImmatureCount, Format.Number(row.Immature));
        }

        if (ToldDays.Of(row, reader) is { } days)
            yield return days;
        if (row.Provisional)
            yield return reader[Words.Chart.Provisional];
        if (small)
            yield return reader.Say(Words.Chart.Small, metric.MinN);
    }
}
