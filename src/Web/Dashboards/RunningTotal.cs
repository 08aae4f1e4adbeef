using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Benchmarks;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>How an additive metric adds up from the first period shown, and in which it has made good what it lost before.</summary>
internal static class RunningTotal
{
    private static readonly Text Title = new("累计{0}", "{0}, added up");
    private static readonly Text Since = new("自 {0} 起累加", "added up from {0} on");
    private static readonly Text Positive = new("第 {0} 期（{1}）起累计为正", "above zero from period {0} ({1}) on");
    private static readonly Text Negative = new("到最后一期仍未转正", "not above zero by the last of them");
    private static readonly Text Usual = new("从开始经营算起，常见第 7–8 个月转正", "usual, from the start of the business: above zero in month 7 or 8");
    private static readonly Text Zero = new("0，这段时间的花费都已赚回", "0, what was spent since then is earned back");
    private static readonly Text Total = new("累计", "Added up");

    /// <summary>Null where fewer than two periods have a value, as then there is nothing to add.</summary>
    public static ChartView? Of(MetricResult result, MetricRequest question, Reader reader, DateTimeOffset? staleSince)
    {
        var (metric, format) = (result.Metric, reader.Format);
        // Periods before anything moved are none of the months it took.
        var known = result.Rows.Where(row => row is { Value: not null, Period: not null }).OrderBy(row => row.Period).SkipWhile(row => row.Value == 0).ToList();
        if (known.Count < 2)
            return null;
        var (sum, provisional) = (0m, false);
        var steps = Periods.Covering(question.Range, question.Grain).Select(period => period.Start)
            .Where(start => start >= known[0].Period && start <= known[^1].Period)
            .Select(start =>
            {
                // Where nothing moved, there is no row and nothing to add.
                var row = known.Find(row => row.Period == start);
                sum += row?.Value ?? 0;
                provisional |= row?.Provisional ?? false;
                return (Period: start, Own: row?.Value ?? 0, Sum: sum, Provisional: provisional);
            }).ToList();
        var points = steps.ConvertAll(step => new ChartPoint(
            format.Tick(step.Period, question.Grain), format.Period(step.Period, question.Grain), step.Sum, Low: null, High: null, Immature: false,
            step.Provisional, Small: false, format.Inline(metric.Unit, step.Sum),
            [format.Inline(metric.Unit, step.Sum), $"{reader[metric.Label]} {format.Inline(metric.Unit, step.Own)}"], Wait: null));
        var (option, _) = TrendChart.Build(points, metric.Unit, reader.Language, new Reference(0, 0));
        // Above zero for good: the period after the last that was not.
        var turned = steps.FindLastIndex(step => step.Sum <= 0) + 1;
        var title = reader.Say(Title, reader[metric.Label]);
        List<string> notes = [reader.Say(Since, points[0].Name), turned < steps.Count ? reader.Say(Positive, turned + 1, points[turned].Name) : reader[Negative]];
        if (question.Grain == Grain.Month)
            notes.Add(reader[Usual]);
        notes.Add(reader.Say(BenchmarkWords.Drawn, reader[Zero]));
        return new ChartView(
            title,
            Link: null,
            string.Join(reader[Words.Separator], notes),
            option,
            [],
            Rows: 0,
            $"{title}: {points[0].Tick} {points[0].Label}, {points[^1].Tick} {points[^1].Label}",
            new Sheet(
                title,
                [new(reader[Words.Table.Period], Number: false), new(reader[metric.Label], Number: true), new(reader[Total], Number: true)],
                [.. steps.Zip(points, (step, point) => (IReadOnlyList<SheetCell>)
                    [new(point.Name), new(format.Cell(metric.Unit, step.Own)), new(format.Cell(metric.Unit, step.Sum))]).Reverse()]),
            Trust.Line(result, reader, staleSince));
    }
}
