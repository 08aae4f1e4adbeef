using PrivateDomainBI.Core.Dashboards;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>Makes a card of an answer by period: the last row is the number, the rows before it the line.</summary>
internal static class KpiCards
{
    public const int LineLength = 13;

    /// <summary>
    /// The question behind a card, and the period it speaks of: thirteen periods up to that one. While it runs, with as many
    /// days of its predecessor; once it is over, its predecessor stands in the answer. Where charts beside the card go on to the
    /// next period (<paramref name="chartsThrough"/>), so does the question, and both are answered by one.
    /// </summary>
    public static (MetricRequest Question, DateOnly Period) Question(
        Metric metric, Grain grain, Selection selection, DateOnly lastDay, DateOnly completeThrough, DateOnly chartsThrough)
    {
        var period = JudgedPeriod.Latest(metric, grain, lastDay, completeThrough);
        var next = Periods.Add(period, grain, 1);
        var last = Periods.StartOf(chartsThrough, grain) == next ? next : period;
        var range = new DateRange(Periods.Add(last, grain, 1 - LineLength), Periods.Add(last, grain, 1));
        return (selection.Ask(metric, range, grain, compare: next > completeThrough.AddDays(1) ? Comparison.Previous : null), period);
    }

    public static KpiCard From(MetricResult result, MetricRequest question, DateOnly period, Reader reader)
    {
        var format = reader.Format;
        var (metric, grain) = (result.Metric, question.Grain);
        var row = result.Rows.LastOrDefault(r => r.Period == period);
        if (row is not null && question.Compare is null)
            row = row with { Compared = Before(result, period, grain) };
        var shown = format.Value(metric.Unit, row?.Value);
        var small = metric.Unit == "ratio" && row?.Denominator is { } n && n < metric.MinN;
        var spark = Line(result, question, period);
        return new KpiCard(
            metric.Name,
            reader[metric.Label],
            MetricLink.Page(question with { Compare = null }),
            shown.Number,
            shown.Unit,
            row is { Numerator: { } top, Denominator: { } bottom } ? $"{shown.Full} ({Format.Number(top)} / {Format.Number(bottom)})" : shown.Full,
            format.Tick(period, grain),
            Change.Of(metric, row, days => days.To == Periods.Add(days.From, grain, 1) ? reader[Words.Previous(grain)] : format.Days(days), reader),
            Note(row, metric, small, reader),
            // The question may go on beyond the card's period, which is then sure.
            result.CreditedThrough() < Periods.Add(period, grain, 1).AddDays(-1) ? Trust.Credited(result.Warnings, reader) : null,
            small || row?.Value is null,
            Sparkline.Of([.. spark.Select(r => (r?.Value, r is { Immature: 0, Provisional: false }))]),
            SparkText(spark, metric, grain, reader));
    }

    public static KpiCard Failed(BlockMetric metric, Metric? found, string message, Reader reader) => new(
        metric.Name, found is null ? metric.Name : reader[found.Label], $"/metrics/{metric.Name}", Format.None, "", "", "", Change.None, Note: null, Credited: null, Faint: true, Sparkline.Of([]), "", message);

    private static ComparedCell? Before(MetricResult result, DateOnly period, Grain grain) =>
        Periods.Add(period, grain, -1) is var start && result.Holds(start) && result.Rows.LastOrDefault(r => r.Period == start) is { } row
            ? new ComparedCell(start, period, row.Value, row.Numerator, row.Denominator, row.Immature)
            : null;

    private static List<MetricRow?> Line(MetricResult result, MetricRequest question, DateOnly last) =>
        [.. Periods.Covering(question.Range, question.Grain).Where(p => p.Start <= last).Select(p => result.Rows.FirstOrDefault(r => r.Period == p.Start))];

    private static string? Note(MetricRow? row, MetricInfo metric, bool small, Reader reader)
    {
        if (row is null)
            return reader[Words.Kpi.NoData];
        if (row.Warnings.Contains(MetricResult.BeforeData))
            return reader[Words.Chart.BeforeData];
        if (row.Value is null && row.Immature > 0)
            return reader.Format.Maturing(row.MatureOn);
        if (small)
            return $"n = {Format.Number(row.Denominator ?? 0)} < {metric.MinN}";
        if (row.Warnings.Contains(MetricResult.BeginsWithData))
            return reader[Words.Chart.BeginsWithData];
        if (row.Immature > 0)
            return reader.Say(Words.Kpi.Immature, Format.Number(row.Immature));
        return row.Provisional ? reader[Words.Kpi.Provisional] : null;
    }

    private static string SparkText(List<MetricRow?> line, MetricInfo metric, Grain grain, Reader reader)
    {
        var known = line.OfType<MetricRow>().Where(r => r is { Value: not null, Period: not null }).ToList();
        if (known.Count == 0)
            return reader[Words.Kpi.NoLine];
        var (low, high) = (known.MinBy(r => r.Value)!, known.MaxBy(r => r.Value)!);
        string At(MetricRow r) => $"{reader.Format.Tick(r.Period!.Value, grain)} {reader.Format.Inline(metric.Unit, r.Value)}";
        return reader.Say(Words.Kpi.Line, At(known[0]), At(known[^1]), At(low), At(high));
    }
}
