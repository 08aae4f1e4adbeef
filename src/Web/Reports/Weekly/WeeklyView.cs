using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Rankings;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>One figure as it is printed. <paramref name="Tone"/>: better, worse or same, of the change.</summary>
internal sealed record CardView(
    string Label, string Number, string Unit, string? Change, bool Up, string Tone, string? Versus, string? Note, Sparkline Spark, bool Faint);

/// <summary>One finding as it is printed.</summary>
internal sealed record FindingView(string Label, string Change, bool Up, string Tone, string Facts, string Causes);

/// <summary>One chart as it is printed.</summary>
internal sealed record PrintedChart(string Title, string Note, ChartOption Option);

/// <summary>Turns the frozen numbers of a report into what is printed, in one language.</summary>
internal sealed class WeeklyView(WeeklyReport report, Reader reader)
{
    public WeeklyReport Report => report;

    public Format Format => reader.Format;

    public string Title => WeeklyWords.Title(report, reader.Language);

    public string Scope => WeeklyWords.ScopeName(report, reader);

    public string AsOf => reader.Say(WeeklyWords.AsOfLine, Format.FullDate(report.CompleteThrough), report.DataVersion, report.TimeZone, Scope);

    public string NotCounted => reader.Say(
        WeeklyWords.NotCounted, Format.Number(report.Datasets.Sum(data => data.Refused)), Format.Number(report.Datasets.Sum(data => data.Waiting)));

    /// <summary>The week in one sentence, part by part: what came in, who came, who stayed.</summary>
    public IReadOnlyList<string> Sentence
    {
        get
        {
            string[] told = ["net_sales", "new_customers", WeeklyQuestions.Retention];
            List<string> parts = [.. told.Select(name => report.Cards.FirstOrDefault(card => card.Series.Metric.Name == name)).OfType<ReportCard>().Select(Part)];
            return [.. parts.Select((part, index) => part + reader[index < parts.Count - 1 ? Words.Separator : WeeklyWords.Stop])];
        }
    }

    public IReadOnlyList<CardView> Cards => [.. report.Cards.Select(Card)];

    public IReadOnlyList<FindingView> Findings => [.. report.Findings.Select(Finding)];

    public IReadOnlyList<PrintedChart> Keep =>
    [
        Chart(WeeklyQuestions.Retention, reader[WeeklyWords.ByJoinWeek], bars: false),
        Chart("active_retention_d7", reader[WeeklyWords.ByJoinWeek], bars: false),
        Chart("relation_retention_q", reader[WeeklyWords.ByJoinMonth], bars: true),
    ];

    public IReadOnlyList<PrintedChart> Buy =>
    [
        Chart(WeeklyQuestions.FirstOrder, reader[WeeklyWords.ByJoinMonth], bars: true),
        Chart("repurchase_3m", reader[WeeklyWords.ByFirstMonth], bars: true),
        Chart("repurchase_6m", reader[WeeklyWords.ByFirstMonth], bars: true),
        Chart("repurchase_12m", reader[WeeklyWords.ByFirstMonth], bars: true),
    ];

    public IReadOnlyList<PrintedChart> Sell =>
    [
        Chart("net_sales", reader[WeeklyWords.ByWeek], bars: true),
        Chart("buyers", reader[WeeklyWords.ByWeek], bars: true),
    ];

    public MetricInfo Info(string metric) => report.Metrics.First(info => info.Name == metric);

    /// <summary>The heading of a rate of employees: adjusted, but in reports kept before rates were.</summary>
    public string EmployeeRate(string metric) => report.Employees.Any(row => row.AdjustedRetention is not null)
        ? reader.Say(RankingWords.AdjustedName, reader[Info(metric).Label])
        : reader[Info(metric).Label];

    public string EmployeesNote
    {
        get
        {
            var note = reader.Say(WeeklyWords.EmployeesNote, report.Employees.Count, report.EmployeesInAll, Info(WeeklyQuestions.Retention).MinN);
            return report.Employees.Any(row => row.AdjustedRetention is not null) ? $"{note} {reader[RankingWords.Explained]}" : note;
        }
    }

    public bool IsSmall(MetricRow? row, string metric) => (row?.Denominator ?? 0) < Info(metric).MinN;

    private string Part(ReportCard card)
    {
        var metric = card.Series.Metric;
        var change = Change(metric, card) ?? reader[card.Row is null ? WeeklyWords.NoData : WeeklyWords.Unchanged];
        return reader.Say(WeeklyWords.SentencePart, reader[metric.Label], Format.Inline(metric.Unit, card.Row?.Value), change);
    }

    private string? Change(MetricInfo metric, ReportCard card) => Format.Difference(metric.Unit, card.Row?.Value, card.Before?.Value);

    private CardView Card(ReportCard card)
    {
        var (metric, row) = (card.Series.Metric, card.Row);
        var grain = card.Series.Range.Grain;
        var shown = Format.Value(metric.Unit, row?.Value);
        var sign = Format.Sign(metric.Unit, row?.Value, card.Before?.Value);
        var versus = card.Before is { Value: { } before }
            ? reader.Say(WeeklyWords.Versus, reader[Words.Previous(grain)], Format.Inline(metric.Unit, before))
            : null;
        var spark = Sparkline.Of([.. card.Series.Rows.Take(Math.Max(card.Shown + 1, 1)).Select(point => (point.Value, true))]);
        return new CardView(
            reader[metric.Label], shown.Number, shown.Unit, Change(metric, card), sign > 0, Language.Tone.Of(sign, metric.Direction), versus, Note(card, grain), spark, row is null);
    }

    private string? Note(ReportCard card, Grain grain)
    {
        var notes = new List<string>();
        if (card.Row?.Period is { } period && (grain != Grain.Week || period != report.Week))
            notes.Add(Format.Period(period, grain));
        if (card.Row is { Immature: > 0 } row)
            notes.Add(reader.Say(WeeklyWords.ImmatureNote, Format.Number(row.Immature)));
        return notes.Count == 0 ? null : string.Join(" · ", notes);
    }

    private FindingView Finding(Finding finding)
    {
        var metric = Info(finding.Metric);
        var rate = metric.Unit == "ratio";
        var sign = Math.Sign(finding.Size);
        var facts = new List<string>
        {
            $"{Format.Inline(metric.Unit, finding.Before)} → {Format.Inline(metric.Unit, finding.Value)}",
            Format.Period(finding.Period, finding.Grain),
        };
        if (finding.Usual is { } usual)
        {
            facts.Add(finding.IsUsual || usual == 0
                ? reader[WeeklyWords.WithinUsual]
                : reader.Say(WeeklyWords.BeyondUsual, Format.Number(Math.Round(Math.Abs(finding.Size) / usual, 1))));
            facts.Add(reader.Say(WeeklyWords.Usual, rate ? Points(usual) : Format.Percent(usual)));
        }
        var causes = finding.Causes.GroupBy(cause => cause.Dimension, StringComparer.Ordinal).Select(group => reader.Say(
            WeeklyWords.ByDimension,
            reader[Words.Dimension(group.Key)],
            string.Join(reader[WeeklyWords.Comma], group.Select(cause => $"{Named(cause)} {Effect(cause.Effect, metric.Unit)}"))));
        return new FindingView(
            reader[metric.Label],
            Format.Difference(metric.Unit, finding.Value, finding.Before) ?? "",
            sign > 0,
            Language.Tone.Of(sign, metric.Direction),
            string.Join(" · ", facts),
            string.Join(reader[Words.Separator], causes));
    }

    private string Points(decimal difference) => Format.Difference("ratio", difference, 0m)!.TrimStart('+');

    private string Named(Cause cause) => cause.Id is null
        ? reader.Say(WeeklyWords.Mix, reader[Words.Dimension(cause.Dimension)])
        : Dashboards.Member.Name(cause.Dimension, cause.Id, cause.Label, reader);

    private string Effect(decimal effect, string unit)
    {
        if (unit == "ratio")
            return Format.Difference(unit, effect, 0m)!;
        var size = Format.Inline(unit, Math.Abs(effect));
        return (effect < 0 ? "−" : "+") + size;
    }

    private PrintedChart Chart(string name, string by, bool bars)
    {
        var result = report.Charts[name];
        var (metric, grain) = (result.Metric, result.Range.Grain);
        var points = result.Rows.Select(row => ChartPoint.From(row, metric, grain, reader)).ToList();
        var (option, scale) = bars
            ? BarsChart.Build(points, metric.Unit, reader.Language)
            : TrendChart.Build(points, metric.Unit, reader.Language);
        return new PrintedChart(
            reader.Say(WeeklyWords.ChartTitle, reader[metric.Label], by),
            string.Join(reader[Words.Separator], ChartNotes(result, scale, bars)),
            option);
    }

    private IEnumerable<string> ChartNotes(MetricResult result, Scale scale, bool bars)
    {
        if (scale.Cut)
            yield return reader.Say(WeeklyWords.Cut, Format.Number(scale.Min) + scale.Suffix);
        if (!bars && result.Rows.Any(row => row.Low is not null))
            yield return reader[WeeklyWords.Band];
        if (!result.Rows.Any(row => row.Immature > 0))
            yield break;
        yield return reader[bars ? WeeklyWords.Hatched : WeeklyWords.Hollow];
        if (result.Rows.FirstOrDefault(row => row.Immature > 0) is { Period: { } period, MatureOn: { } day })
            yield return reader.Say(WeeklyWords.Matures, Format.Tick(period, result.Range.Grain), Format.FullDate(day));
    }
}
