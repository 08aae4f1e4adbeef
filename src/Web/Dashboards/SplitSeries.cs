using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>
/// Groups the rows of a split answer into the seven largest members. Where the members add up to the whole the
/// rest becomes one more layer, "other"; where they do not, it is left out and the chart says so.
/// </summary>
internal static class SplitSeries
{
    public static (IReadOnlyList<ChartSeries> Series, int Dropped) Of(
        MetricResult result, MetricRequest question, IReadOnlyList<DateOnly> periods, bool addsUp, Reader reader)
    {
        var dimension = question.By[0];
        var members = result.Rows
            .GroupBy(row => row.By.GetValueOrDefault(dimension) ?? "")
            .OrderByDescending(group => group.Sum(row => (decimal)(row.Denominator ?? 0) + (row.Denominator is null ? row.Value ?? 0 : 0)))
            .ToList();
        var room = members.Count <= ChartSeries.Most || !addsUp ? ChartSeries.Most : ChartSeries.Most - 1;
        var shown = members.Take(room).ToList();
        var rest = members.Skip(room).SelectMany(group => group).ToList();
        var colors = Ink.SeriesFor([.. shown.Select(group => group.Key)]);
        var series = shown.Select((group, index) => new ChartSeries(
            group.Key,
            Member.Name(group.First(), dimension, reader),
            colors[index],
            [.. periods.Select(period => group.FirstOrDefault(row => row.Period == period) is { } row
                ? ChartPoint.From(row, result.Metric, question.Grain, reader)
                : null)])).ToList();
        if (!addsUp || rest.Count == 0)
            return (series, members.Count - shown.Count);
        series.Add(new ChartSeries("", reader[Words.Chart.Other], Ink.Other, [.. periods.Select(period => Rest(rest, period, result.Metric, question.Grain, reader))]));
        return (series, 0);
    }

    private static ChartPoint? Rest(List<MetricRow> rows, DateOnly period, MetricInfo metric, Grain grain, Reader reader)
    {
        var there = rows.Where(row => row.Period == period && row.Value is not null).ToList();
        return there.Count == 0 ? null : ChartPoint.From(there[0] with { Value = there.Sum(row => row.Value) }, metric, grain, reader);
    }
}
