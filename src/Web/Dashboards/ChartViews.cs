using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Benchmarks;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Rankings;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>Makes a chart of an answer: the drawing, what it says in words, the same as a table, and what it rests on.</summary>
internal static class ChartViews
{
    /// <summary>
    /// Over a long range the last days are always not mature, and hatching every bar for them would say nothing: a
    /// member is hatched where at least one of its customers in five waits.
    /// </summary>
    private const int MatureForOneImmature = 4;

    public static ChartView Trend(MetricResult result, MetricRequest question, Reader reader, DateTimeOffset? staleSince, bool bars, BenchmarkView? benchmark = null)
    {
        var metric = result.Metric;
        var rows = InOrder(result.Rows, question);
        var points = rows.Select(pair => Point(pair, metric, question, reader)).ToList();
        var (option, scale) = bars
            ? BarsChart.Build(points, metric.Unit, reader.Language, benchmark?.Reference)
            : TrendChart.Build(points, metric.Unit, reader.Language, benchmark?.Reference);
        var title = reader.Say(Words.Chart.TitleBy, reader[metric.Label], reader[Words.ByPeriod(question.Grain)]);
        return new ChartView(
            title,
            MetricLink.Page(question),
            Note(points, metric.Unit, scale, bars, benchmark, question.Compare, reader),
            option,
            [],
            Rows: 0,
            Summary(title, points, reader),
            PeriodTable(title, rows, result, question, reader),
            Trust.Line(result, reader, staleSince));
    }

    public static ChartView Split(MetricResult result, MetricRequest question, Reader reader, DateTimeOffset? staleSince)
    {
        var metric = result.Metric;
        var dimension = question.By[0];
        var periods = Periods.Covering(question.Range, question.Grain).Select(p => p.Start).ToList();
        // Slices that overlap come to more than the whole, so they are no layers of it.
        var layered = metric.Additive && CustomerDimensions.CategoryOf(dimension) is null;
        var (series, dropped) = SplitSeries.Of(result, question, periods, layered, reader);
        var ticks = periods.Select(p => reader.Format.Tick(p, question.Grain)).ToList();
        var names = periods.Select(p => reader.Format.Period(p, question.Grain)).ToList();
        var (option, scale) = layered
            ? LayersChart.Build(series, ticks, names, metric.Unit, reader.Language)
            : LinesChart.Build(series, ticks, names, metric.Unit, reader.Language);
        var title = reader.Say(Words.Chart.TitleSplit, reader[metric.Label], reader[Words.ByPeriod(question.Grain)], reader[SegmentWords.Dimension(dimension, result)]);
        var notes = new List<string>();
        if (scale.Cut)
            notes.Add(reader.Say(Words.Chart.Cut, Format.Number(scale.Min) + scale.Suffix));
        if (dropped > 0)
            notes.Add(reader.Say(Words.Chart.Dropped, ChartSeries.Most, dropped));
        if (result.Warnings.Contains("slices_overlap"))
            notes.Add(reader[SegmentWords.Overlap]);
        if (notes.Count == 0)
            notes.Add(reader[layered ? Words.Chart.Layers : Words.Chart.Lines]);
        return new ChartView(
            title,
            MetricLink.Page(question),
            string.Join(reader[Words.Separator], notes),
            option,
            [.. series.Select(s => new LegendItem(s.Name, Ink.Hue(s.Color)))],
            Rows: 0,
            title,
            SplitTable(title, series, periods, question, metric, reader),
            Trust.Line(result, reader, staleSince));
    }

    /// <summary>The members of one dimension, the ranked ones first and in the order of their ranks.</summary>
    public static ChartView Breakdown(MetricResult result, MetricRequest question, MemberRanking ranking, Reader reader, DateTimeOffset? staleSince)
    {
        var metric = result.Metric;
        var dimension = question.By[0];
        var found = result.Rows.ToDictionary(row => row.By[dimension], StringComparer.Ordinal);
        var rows = ranking.Members.Select(member => found[member.Id]).ToList();
        var points = rows.Select(row => ChartPoint.From(row, metric, Grain.All, reader) with
        {
            Name = Member.Name(row, dimension, reader),
            Immature = row.Immature * MatureForOneImmature > (row.Denominator ?? 0),
        }).ToList();
        var (option, _) = BreakdownChart.Build(points, metric.Unit, reader.Language);
        var title = reader.Say(Words.Chart.TitleBy, reader[metric.Label], reader.Say(Words.Chart.ByDimension, reader[SegmentWords.Dimension(dimension, result)]));
        var note = reader.Format.Days(question.Range);
        if (result.Warnings.Contains("slices_overlap"))
            note += reader[Words.Separator] + reader[SegmentWords.Overlap];
        if (rows.Count > BreakdownChart.Most)
            note += reader[Words.Separator] + reader.Say(Words.Chart.RestInTable, BreakdownChart.Most, rows.Count);
        return new ChartView(
            title, Link: null, note, option, [], Math.Min(rows.Count, BreakdownChart.Most), title,
            BreakdownTable(title, rows, result, question, ranking, reader), Trust.Line(result, reader, staleSince));
    }

    /// <summary>The members of one dimension with their numbers; each number opens its customers.</summary>
    private static Sheet BreakdownTable(string title, IReadOnlyList<MetricRow> rows, MetricResult result, MetricRequest question, MemberRanking ranking, Reader reader)
    {
        var metric = result.Metric;
        var dimension = question.By[0];
        var rate = metric.Unit == "ratio";
        var adjusted = ranking.Group.Mean is not null;
        SheetColumn[] columns =
        [
            new(reader.Heading(SegmentWords.Dimension(dimension, result)), Number: false),
            new(reader[RankingWords.Rank], Number: true),
            .. adjusted ? (SheetColumn[])[new(reader[RankingWords.Adjusted], Number: true)] : [],
            new(reader[metric.Label], Number: true),
            .. rate ? (SheetColumn[])[new(reader[Words.Table.Interval], Number: true), new(reader[Words.Table.Counted], Number: true), new("n", Number: true), new(reader[Words.Table.Immature], Number: true)] : [],
        ];
        return new Sheet(
            title,
            columns,
            [.. rows.Zip(ranking.Members, (row, member) => (IReadOnlyList<SheetCell>)
            [
                new(Member.Name(row, dimension, reader), Member.Link(row, dimension)),
                RankingCells.Place(member, reader),
                .. adjusted ? (SheetCell[])[RankingCells.Adjusted(member, reader)] : [],
                .. Line(row, "", link: null, metric, question, reader).Skip(1),
            ])],
            adjusted ? RankingWords.Note(ranking, metric.MinN, reader) : null);
    }

    public static bool IsSmall(MetricRow row, MetricInfo metric) =>
        metric.Unit == "ratio" && row.Denominator is { } n && n < metric.MinN;

    private static Sheet PeriodTable(string title, IReadOnlyList<(DateOnly Period, MetricRow? Row)> rows, MetricResult result, MetricRequest question, Reader reader)
    {
        var metric = result.Metric;
        var rate = metric.Unit == "ratio";
        SheetColumn[] columns =
        [
            new(reader[Words.Table.Period], Number: false),
            new(reader[metric.Label], Number: true),
            .. question.Compare is { } comparison ? (SheetColumn[])[new(reader.Heading(Change.NameOf(comparison)), Number: true), new(reader[Words.Table.Change], Number: true)] : [],
            .. rate ? (SheetColumn[])[new(reader[Words.Table.Interval], Number: true), new(reader[Words.Table.Counted], Number: true), new("n", Number: true), new(reader[Words.Table.Immature], Number: true)] : [],
        ];
        return new Sheet(title, columns, [.. rows.Reverse().Where(pair => pair.Row is not null)
            .Select(pair => WithEarlier(Line(pair.Row!, reader.Format.Period(pair.Period, question.Grain), link: null, metric, question, reader), pair.Row!))]);

        IReadOnlyList<SheetCell> WithEarlier(IReadOnlyList<SheetCell> line, MetricRow row) => question.Compare is null
            ? line
            :
            [
                .. line.Take(2),
                new(reader.Format.Cell(metric.Unit, row.Compared?.Value), Faint: row.Compared?.Value is null),
                new(reader.Format.Difference(metric.Unit, row.Value, row.Compared?.Value) ?? Format.None, Faint: row.Value is null || row.Compared?.Value is null),
                .. line.Skip(2),
            ];
    }

    private static IReadOnlyList<SheetCell> Line(MetricRow row, string name, string? link, MetricInfo metric, MetricRequest question, Reader reader)
    {
        var format = reader.Format;
        var small = IsSmall(row, metric);
        string Open(CellPart? part) => MetricLink.Customers(question, row, part);
        var value = row.NotWithin is { } months ? format.NotWithin(months) : row.Value is null && row.Immature > 0 ? format.Maturing(row.MatureOn) : format.Cell(metric.Unit, row.Value);
        // Of members of a split it is true of all of them, and the line below says so once.
        var begins = question.Grain != Grain.All && row.Warnings.Contains(MetricResult.BeginsWithData);
        var mark = row.Warnings.Contains(MetricResult.BeforeData) ? reader[Words.Chart.BeforeData]
            : small ? $"n < {metric.MinN}"
            : begins ? reader[Words.Chart.BeginsWithData]
            : row.Provisional ? reader[Words.Kpi.Provisional] : null;
        List<SheetCell> cells = [new(name, link), new(value, row.Value is null ? null : Open(null), format.Value(metric.Unit, row.Value).Full, mark, small || row.Value is null)];
        if (metric.Unit == "ratio")
        {
            cells.Add(new(row is { Low: { } low, High: { } high } ? $"{Format.Percent(low)}–{Format.Percent(high)}" : Format.None, Faint: true));
            cells.Add(Opened(row.Numerator, CellPart.Numerator));
            cells.Add(Opened(row.Denominator, CellPart.Denominator));
            cells.Add(Opened(row.Immature, CellPart.Immature));
        }

        return cells;

        SheetCell Opened(long? count, CellPart part) =>
            count is not { } n ? new(Format.None, Faint: true) : new(Format.Number(n), n > 0 ? Open(part) : null, Faint: n == 0);
    }

    private static Sheet SplitTable(string title, IReadOnlyList<ChartSeries> series, IReadOnlyList<DateOnly> periods, MetricRequest question, MetricInfo metric, Reader reader) => new(
        title,
        [new(reader[Words.Table.Period], Number: false), .. series.Select(s => new SheetColumn(s.Name, Number: true))],
        [.. periods.Select((period, index) => (IReadOnlyList<SheetCell>)
            [new(reader.Format.Period(period, question.Grain)), .. series.Select(s => new SheetCell(reader.Format.Cell(metric.Unit, s.Points[index]?.Value)))]).Reverse()]);

    private static List<(DateOnly Period, MetricRow? Row)> InOrder(IReadOnlyList<MetricRow> rows, MetricRequest question) =>
        [.. Periods.Covering(question.Range, question.Grain).Select(p => (p.Start, rows.FirstOrDefault(row => row.Period == p.Start)))];

    // The period before is the point before; only another year is a line of its own.
    private static ChartPoint Point((DateOnly Period, MetricRow? Row) pair, MetricInfo metric, MetricRequest question, Reader reader)
    {
        if (pair.Row is not { } row)
        {
            return new ChartPoint(
                reader.Format.Tick(pair.Period, question.Grain), reader.Format.Period(pair.Period, question.Grain), Value: null, Low: null, High: null,
                Immature: false, Provisional: false, Small: false, Format.None, [Format.None], Wait: null);
        }

        var point = ChartPoint.From(row, metric, question.Grain, reader);
        return question.Compare is not { } comparison || Change.Of(metric, row, comparison, reader) is not { Versus: { } versus } change
            ? point
            : point with
            {
                Tip = [.. point.Tip, .. (string[])[change.Difference is { } difference ? versus + reader[Words.Separator] + difference : versus]],
                Earlier = comparison == Comparison.Year ? row.Compared!.Value : null,
            };
    }

    private static string Note(List<ChartPoint> points, string unit, Scale scale, bool bars, BenchmarkView? benchmark, Comparison? comparison, Reader reader)
    {
        var notes = new List<string>();
        if (benchmark is not null)
            notes.Add(ReferenceMark.IsWithin(benchmark.Reference, unit, scale) ? benchmark.Drawn(reader) : benchmark.Line);
        if (comparison is { } which && points.Any(p => p.Earlier is not null))
            notes.Add(reader.Say(Words.Chart.Earlier, reader[Change.NameOf(which)]));
        if (points.Any(p => p.Immature && p.Value is not null))
            notes.Add(reader[bars ? Words.Chart.Hatched : Words.Chart.Hollow]);
        if (points.Any(p => p.Provisional && p.Value is not null))
            notes.Add(reader[Words.Chart.Dashed]);
        if (points.Any(p => p.Low is not null) && !bars)
            notes.Add(reader[Words.Chart.Band]);
        if (scale.Cut)
            notes.Add(reader.Say(Words.Chart.Cut, Format.Number(scale.Min) + scale.Suffix));
        notes.AddRange(points.Where(p => p.Wait is not null).TakeLast(3).Select(p => $"{p.Tick} {p.Wait}"));
        return string.Join(reader[Words.Separator], notes);
    }

    private static string Summary(string title, List<ChartPoint> points, Reader reader)
    {
        var known = points.Where(p => p.Value is not null).ToList();
        return known.Count == 0
            ? $"{title}: {reader[Words.Kpi.NoLine]}"
            : $"{title}: " + reader.Say(
                Words.Kpi.Line,
                $"{known[0].Tick} {known[0].Label}",
                $"{known[^1].Tick} {known[^1].Label}",
                $"{known.MinBy(p => p.Value)!.Tick} {known.MinBy(p => p.Value)!.Label}",
                $"{known.MaxBy(p => p.Value)!.Tick} {known.MaxBy(p => p.Value)!.Label}");
    }
}
