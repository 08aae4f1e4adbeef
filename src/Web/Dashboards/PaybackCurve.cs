using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>How far each cohort of a payback has come: the margin so far beside what was spent, by month of age.</summary>
internal static class PaybackCurve
{
    private static readonly Text Title = new("回本曲线", "Payback curve");
    private static readonly Text Note = new(
        "每条线是同一期加入的客户：加入后累计毛利 ÷ 该期花费，每月 30 天，只画对最后加入的人也已满的月份",
        "a line for the customers who joined in one period: margin since joining ÷ what was spent then; months of 30 days, only those that are over for the last who joined");
    private static readonly Text Some = new("画出 {1} 期中的 {0} 期，其余见表格", "{0} of {1} periods are drawn, all are in the table");
    private static readonly Text BreakEven = new("1 = 回本", "1 = cost is back");
    private static readonly Text Usual = new("常见回本期 3–6 个月", "usual: 3–6 months");
    private static readonly Text Month = new("加入后第 {0} 个月末", "end of month {0} after joining");
    private static readonly Text Age = new("月龄", "Month of age");
    private static readonly Text Parts = new("毛利 {0} / 花费 {1}", "margin {0} of {1} spent");

    /// <summary>Null where no cohort both cost something and has a month of age that is over.</summary>
    public static ChartView? Of(MetricResult result, MetricRequest question, Reader reader, DateTimeOffset? staleSince)
    {
        var all = result.Rows.Where(row => row is { Gains.Count: > 0, Quotient.Over: > 0 }).ToList();
        if (all.Count == 0)
            return null;
        // The earliest tell most, the latest what is new: some of each.
        var drawn = all.Count <= ChartSeries.Most ? all : [.. Enumerable.Range(0, ChartSeries.Most).Select(i => all[i * (all.Count - 1) / (ChartSeries.Most - 1)])];
        var ages = Enumerable.Range(1, all.Max(row => row.Gains!.Count)).ToList();
        var colors = Ink.SeriesFor([.. drawn.Select((_, index) => $"{index}")]);
        var series = drawn.Select((row, index) => new ChartSeries(
            $"{index}", NameOf(row), colors[index], [.. ages.Select(month => Point(row, month, reader))])).ToList();
        List<string> notes = [reader[Note]];
        if (drawn.Count < all.Count)
            notes.Add(reader.Say(Some, drawn.Count, all.Count));
        var title = reader[Title];
        return new ChartView(
            title,
            Link: null,
            string.Join(reader[Words.Separator], notes),
            PaybackChart.Build(
                series, [.. ages.Select(month => $"{month}")], [.. ages.Select(month => reader.Say(Month, month))], reader[BreakEven], reader[Usual], reader.Language),
            [.. series.Select(cohort => new LegendItem(cohort.Name, Ink.Hue(cohort.Color)))],
            Rows: 0,
            $"{title}: {string.Join(", ", series.Select(cohort => $"{cohort.Name} {cohort.Points.OfType<ChartPoint>().Last().Label}"))}",
            new Sheet(
                title,
                [new SheetColumn(reader[Age], Number: false), .. all.Select(row => new SheetColumn(NameOf(row), Number: true))],
                [.. ages.Select(month => (IReadOnlyList<SheetCell>)
                    [new($"{month}"), .. all.Select(row => Point(row, month, reader) is { } point ? new SheetCell(point.Label, Hint: point.Tip[1]) : new SheetCell(Format.None, Faint: true))])]),
            Trust.Line(result, reader, staleSince));

        string NameOf(MetricRow row) => question.Grain == Core.Time.Grain.All || row.Period is not { } period
            ? reader.Format.Days(question.Range)
            : reader.Format.Period(period, question.Grain);
    }

    private static ChartPoint? Point(MetricRow row, int month, Reader reader)
    {
        if (row.Gains is not { } gains || month > gains.Count || row.Quotient is not { Over: > 0 } parts)
            return null;
        var multiple = Math.Round(gains[month - 1] / parts.Over, 4);
        var label = reader.Format.Inline("multiple", multiple);
        return new ChartPoint(
            $"{month}", "", multiple, Low: null, High: null, Immature: false, Provisional: false, Small: false, label,
            [label, reader.Say(Parts, reader.Format.Inline("money", gains[month - 1]), reader.Format.Inline("money", parts.Over))], Wait: null);
    }
}
