using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Cohorts;

/// <summary>Makes the heat map and the curve of a cohort table, with what each says in words.</summary>
internal sealed class CohortViews(CohortResult result, CohortRequest question, Reader reader)
{
    /// <summary>Shades of the map, the lightest 0.</summary>
    public const int Levels = 10;

    /// <summary>
    /// Pooled, the youngest cohorts are always not mature, and marking every age for them would say nothing: an age is
    /// marked where at least one customer in five waits.
    /// </summary>
    private const int MatureForOneImmature = 4;

    private const int MostRows = 60;
    private const int MostPlaces = 15;

    private readonly string? _by = question.Members.By.Count == 0 ? null : question.Members.By[0];

    private Text Dimension(string name) => SegmentWords.Dimension(name, (result.Segments ?? []).Select(used => (used.Name, used.Label)));

    public HeatMap Map()
    {
        var all = _by is null ? result.Cohorts : result.PooledBy;
        var listed = _by is null ? all.TakeLast(MostRows).ToList() : all.Take(MostPlaces).ToList();
        var rows = listed.Prepend(result.Pooled).ToList();
        var values = rows.SelectMany(row => row.Cells).Select(cell => cell.Value).OfType<decimal>().DefaultIfEmpty(0).ToList();
        // The shade tells cells apart, so it spans what there is; both ends are written beside the map.
        var (low, high) = (Math.Floor(values.Min() * 20) / 20, values.Max());
        var label = reader[result.Measure.Label];
        var title = _by is null
            ? reader.Say(CohortWords.MapByCohort, label, reader[Words.ByPeriod(question.Members.Grain)])
            : reader.Say(CohortWords.MapByPlace, label, reader[Dimension(_by)]);
        return new HeatMap(
            title,
            reader.Say(CohortWords.MapNote, Format.Percent(low), Format.Percent(high), result.Measure.MinN),
            _by is null ? reader[CohortWords.CohortHead] : reader.Heading(Dimension(_by)),
            [.. question.Ages.Select(age => (CohortWords.AgeName(age, question.AgeGrain, reader), DaysOf(age)))],
            [.. rows.Select(row => Row(row, low, high))],
            listed.Count == all.Count ? null : reader.Say(_by is null ? CohortWords.Listed : CohortWords.ListedPlaces, listed.Count, all.Count));
    }

    public ChartView Curve(DateTimeOffset? staleSince)
    {
        var drawn = (_by is null
            ? result.Cohorts.Where(row => row.Cells.Any(cell => cell.Value is not null)).TakeLast(CohortCurveChart.MostCohorts)
            : result.PooledBy.Take(CohortCurveChart.MostCohorts)).ToList();
        var pooled = Line(result.Pooled, reader[CohortWords.Pooled]);
        var (option, scale) = CohortCurveChart.Build(
            pooled, [.. drawn.Select(row => Line(row, NameOf(row)))], reader[CohortWords.PooledEstimate],
            [.. question.Ages.Select(age => age.Name)], [.. question.Ages.Select(age => CohortWords.AgeName(age, question.AgeGrain, reader))], reader.Language);
        var title = reader.Say(CohortWords.Curve, reader[result.Measure.Label]);
        var notes = new List<string> { reader.Say(_by is null ? CohortWords.CurveLatest : CohortWords.CurveLargest, drawn.Count), reader[CohortWords.CurveNote] };
        if (pooled.Any(point => point.Early is not null))
            notes.Add(reader[CohortWords.CurveBand]);
        if (scale.Cut)
            notes.Add(reader.Say(Words.Chart.Cut, Format.Number(scale.Min) + scale.Suffix));
        return new ChartView(
            title,
            Link: null,
            string.Join(" ", notes),
            option,
            [new LegendItem(reader[CohortWords.Pooled], 1), .. drawn.Select((row, index) => new LegendItem(NameOf(row), CohortCurveChart.HueOf(index)))],
            Rows: 0,
            $"{title}: {string.Join(", ", pooled.Select((point, index) => $"{question.Ages[index].Name} {point.Label}"))}",
            Table(title),
            TrustLine(staleSince));
    }

    /// <summary>A cohort's or place's name.</summary>
    public string NameOf(CohortRow row) =>
        row.By.Count > 0 ? Member.Name(_by!, row.By[_by!], row.Labels[_by!], reader)
        : row.CohortStart is { } start ? reader.Format.Period(start, question.Members.Grain)
        : reader[CohortWords.Pooled];

    private HeatRow Row(CohortRow row, decimal low, decimal high) => new(
        NameOf(row),
        reader.Say(CohortWords.Members, Format.Number(row.Size)),
        row is { Provisional: true, CohortStart: not null },
        row is { CohortStart: null, By.Count: 0 },
        [.. row.Cells.Zip(question.Ages, (cell, age) => Cell(row, cell, age, low, high))]);

    private HeatCell Cell(CohortRow row, CohortCell cell, CohortAge age, decimal low, decimal high)
    {
        var level = cell.Value is not { } value ? (int?)null
            : high <= low ? 0
            : (int)Math.Clamp(Math.Floor((value - low) / (high - low) * Levels), 0, Levels - 1);
        var link = (cell.Denominator ?? 0) + cell.Immature == 0 ? null
            : CohortLink.Customers(question, row.CohortStart, row.By, age, cell.Value is null ? CellPart.Immature : CellPart.Numerator);
        return new HeatCell(
            reader.Format.Inline("ratio", cell.Value),
            level,
            IsImmature(row, cell),
            cell.Denominator is { } n && n > 0 && n < result.Measure.MinN,
            cell.Early is { } early ? reader.Say(CohortWords.EstimateIn, Format.Percent(early.Value)) : null,
            string.Join(reader[Words.Separator], Told(row, cell, age)),
            link);
    }

    private static bool IsImmature(CohortRow row, CohortCell cell) =>
        row.CohortStart is null ? cell.Immature * MatureForOneImmature > (cell.Denominator ?? 0) : cell.Immature > 0;

    private IEnumerable<string> Told(CohortRow row, CohortCell cell, CohortAge age)
    {
        var (name, at) = (NameOf(row), CohortWords.AgeName(age, question.AgeGrain, reader));
        if (cell.Numerator is null)
            yield return reader.Say(CohortWords.CellUnknown, name, at);
        else if (cell is { Value: { } value, Numerator: { } counted, Denominator: { } of })
            yield return reader.Say(CohortWords.CellValue, name, at, Format.Percent(value), Format.Number(counted), Format.Number(of));
        else if (cell is { Immature: > 0, MatureOn: { } day })
            yield return reader.Say(CohortWords.CellWaiting, name, at, Format.Number(cell.Immature), reader.Format.FullDate(day));
        else
            yield return reader.Say(cell.Warnings.Contains(MetricResult.BeforeData) ? CohortWords.CellBeforeData : CohortWords.CellNobody, name, at);
        if (cell.Value is not null && cell.Warnings.Contains(MetricResult.BeforeData))
            yield return reader[CohortWords.PartBeforeData];
        if (cell is { Value: not null, Immature: > 0, MatureOn: { } all })
            yield return reader.Say(Words.Chart.ImmatureUntil, Format.Number(cell.Immature), reader.Format.FullDate(all));
        if (cell is { Low: { } low, High: { } high })
            yield return reader.Say(Words.Chart.Interval, Format.Percent(low), Format.Percent(high));
        if (cell.Early is { } early)
            yield return reader.Say(CohortWords.CellEstimate, Format.Percent(early.Value), Format.Percent(early.Low), Format.Percent(early.High), Format.Number(early.AtRisk));
    }

    private string? DaysOf(CohortAge age) => question is { Mode: AgeMode.Rolling, Criterion: AgeCriterion.On } && question.AgeGrain != Grain.Day && result.Measure.Kind != CohortKind.Activity
        ? reader.Say(Words.Metrics.WindowDays, age.First * CohortAge.DaysIn(question.AgeGrain))
        : null;

    private List<CurvePoint> Line(CohortRow row, string name) =>
        [.. row.Cells.Zip(question.Ages, (cell, age) => new CurvePoint(
            name, cell.Value, IsImmature(row, cell), cell.Early, reader.Format.Inline("ratio", cell.Value), [.. Told(row, cell, age)]))];

    private Sheet Table(string title)
    {
        SheetColumn[] columns =
        [
            new(reader[CohortWords.Age], Number: false), new(reader[CohortWords.Pooled], Number: true), new(reader[Words.Table.Interval], Number: true),
            new(reader[Words.Table.Counted], Number: true), new("n", Number: true), new(reader[Words.Table.Immature], Number: true),
            new(reader[CohortWords.Estimate], Number: true), new(reader[Words.Table.Interval], Number: true),
        ];
        return new Sheet(title, columns, [.. result.Pooled.Cells.Zip(question.Ages, (cell, age) => (IReadOnlyList<SheetCell>)
        [
            new(CohortWords.AgeName(age, question.AgeGrain, reader)),
            new(reader.Format.Inline("ratio", cell.Value)),
            new(Between(cell.Low, cell.High)),
            new(cell.Numerator is { } counted ? Format.Number(counted) : Format.None),
            new(cell.Denominator is { } of ? Format.Number(of) : Format.None),
            new(Format.Number(cell.Immature)),
            new(reader.Format.Inline("ratio", cell.Early?.Value)),
            new(Between(cell.Early?.Low, cell.Early?.High)),
        ])]);
    }

    private static string Between(decimal? low, decimal? high) => low is { } from && high is { } to ? $"{Format.Percent(from)}–{Format.Percent(to)}" : Format.None;

    private string TrustLine(DateTimeOffset? staleSince)
    {
        var parts = new List<string>();
        if (staleSince is { } at)
            parts.Add(reader.Say(Words.Trust.StaleAt, Format.Instant(at)));
        parts.Add(reader.Say(Words.Trust.Through, reader.Format.Date(result.CompleteThrough)));
        if (result.Since is { } since)
            parts.Add(reader.Say(Words.Trust.Since, reader.Format.FullDate(since)));
        parts.Add(reader.Say(Words.Trust.Definition, result.Measure.Version));
        if (OwnerNames.Parse(result.Owner) is { } owner)
            parts.Add(reader[Words.OwnerRule(owner)]);
        if (OrganisationNames.Parse(result.Org ?? "") is { } org)
            parts.Add(reader[OrganisationWords.Rule(org)]);
        return string.Join(" · ", parts);
    }
}
