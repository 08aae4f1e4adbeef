using System.Data.Common;
using System.Globalization;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Statistics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Warehouse.Cohorts;

/// <summary>Where a row of the warehouse stands: its cohort (null: all together) and its place (null: everywhere).</summary>
internal sealed record CohortPlace(DateOnly? Start, string? Place)
{
    public static CohortPlace Read(DbDataReader row, Dictionary<string, int> names, CohortRequest request)
    {
        var by = request.Members.By;
        var pooled = Convert.ToInt64(row.GetValue(names["pooled"]), CultureInfo.InvariantCulture);
        var everywhere = by.Count == 0 || pooled == 3;
        return new CohortPlace(
            pooled == 0 ? row.GetFieldValue<DateOnly>(names["period"]) : null,
            everywhere ? null : row.GetValue(names[CustomerDimensions.Column(by[0])]) as string ?? "");
    }
}

/// <summary>One row of the table as the warehouse gives it.</summary>
internal sealed record RawCohortCell(CohortPlace At, int Age, long Numerator, long Denominator, long Immature, long Untold, DateOnly? LastMatureOn)
{
    public static RawCohortCell Read(DbDataReader row, CohortRequest request)
    {
        var names = Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, StringComparer.Ordinal);
        long Whole(string name) => Convert.ToInt64(row.GetValue(names[name]), CultureInfo.InvariantCulture);
        return new RawCohortCell(
            CohortPlace.Read(row, names, request),
            (int)Whole("age"),
            Whole("numerator"),
            Whole("denominator"),
            Whole("immature"),
            names.ContainsKey("untold") ? Whole("untold") : 0,
            row.IsDBNull(names["last_mature_on"]) ? null : row.GetFieldValue<DateOnly>(names["last_mature_on"]));
    }
}

/// <summary>How many were followed for how long, of one cohort or several.</summary>
internal sealed record RawFollowed(CohortPlace At, Followed Counts)
{
    public static RawFollowed Read(DbDataReader row, CohortRequest request)
    {
        var names = Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, StringComparer.Ordinal);
        long Whole(string name) => Convert.ToInt64(row.GetValue(names[name]), CultureInfo.InvariantCulture);
        return new RawFollowed(CohortPlace.Read(row, names, request), new Followed((int)Whole("days"), Whole("events"), Whole("censored")));
    }
}

/// <summary>Makes the rows of a cohort table: values, intervals, what is immature and until when, and early readings of it.</summary>
internal sealed class CohortAnswer
{
    private readonly CohortMeasure _measure;
    private readonly CohortRequest _request;
    private readonly DateOnly _completeThrough;
    private readonly Func<string, string, string> _label;
    private readonly ILookup<CohortPlace, RawCohortCell> _cells;
    private readonly Dictionary<CohortPlace, KaplanMeier> _followed;

    public CohortAnswer(
        CohortMeasure measure, CohortRequest request, DateOnly completeThrough, Func<string, string, string> label,
        IEnumerable<RawCohortCell> cells, IEnumerable<RawFollowed> followed)
    {
        (_measure, _request, _completeThrough, _label) = (measure, request, completeThrough, label);
        _cells = cells.ToLookup(cell => cell.At);
        _followed = followed.GroupBy(row => row.At).ToDictionary(group => group.Key, group => KaplanMeier.Of(group.Select(row => row.Counts)));
    }

    private DateRange Range => _request.Members.Range;

    /// <summary>In order of cohort, then place. Without a dimension every cohort that has begun is there, also one that nobody joined.</summary>
    public IReadOnlyList<CohortRow> Cohorts()
    {
        var periods = Periods.Covering(Range, _request.Members.Grain).Where(period => period.Days.From <= _completeThrough).ToList();
        if (_request.Members.By.Count == 0)
            return [.. periods.Select(period => Row(new CohortPlace(period.Start, null), period.Days))];
        var days = periods.ToDictionary(period => period.Start, period => period.Days);
        return [.. _cells.Select(group => group.Key).Where(at => at.Start is not null)
            .OrderBy(at => at.Start).ThenBy(at => at.Place, StringComparer.Ordinal).Select(at => Row(at, days[at.Start!.Value]))];
    }

    public CohortRow Pooled() => Row(new CohortPlace(null, null), Range);

    /// <summary>Every place of the dimension, the largest first.</summary>
    public IReadOnlyList<CohortRow> PooledBy() =>
        [.. _cells.Select(group => group.Key).Where(at => at is { Start: null, Place: not null }).Select(at => Row(at, Range))
            .OrderByDescending(row => row.Size).ThenBy(row => row.By.Values.First(), StringComparer.Ordinal)];

    private CohortRow Row(CohortPlace at, DateRange days)
    {
        var (place, labels) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        if (at.Place is { } id)
        {
            var by = _request.Members.By[0];
            place[by] = id;
            labels[by] = _label(by, id);
        }

        var cells = _cells[at].ToDictionary(cell => cell.Age);
        // Each customer of a cohort stands in every age, mature, not, or before the data.
        var size = cells.Count == 0 ? 0 : cells.Values.First() is var any ? any.Denominator + any.Immature + any.Untold : 0;
        return new CohortRow(
            at.Start, place, labels, size, days.To.AddDays(-1) > _completeThrough,
            [.. _request.Ages.Select((age, index) => Cell(age, cells.GetValueOrDefault(index), _followed.GetValueOrDefault(at)))]);
    }

    private CohortCell Cell(CohortAge age, RawCohortCell? raw, KaplanMeier? followed)
    {
        if (!CohortCompiler.CanTell(_measure, _request, age))
            return new CohortCell(age.Name, null, null, null, null, null, 0, null, null, [CohortWarnings.NeedsActivityBeyond(_measure)]);
        if (raw is null)
            return new CohortCell(age.Name, null, 0, 0, null, null, 0, null, null, []);
        var interval = Wilson.Interval(raw.Numerator, raw.Denominator);
        return new CohortCell(
            age.Name,
            raw.Denominator > 0 ? Math.Round((decimal)raw.Numerator / raw.Denominator, 6) : null,
            raw.Numerator,
            raw.Denominator,
            Rounded(interval?.Low),
            Rounded(interval?.High),
            raw.Immature,
            raw.LastMatureOn,
            raw.Immature > 0 && CohortCompiler.EarlyDay(_measure, _request, age) is { } day ? Early(followed?.At(day)) : null,
            [
                .. raw.Denominator > 0 && raw.Denominator < _measure.Members.MinN ? (string[])["below_min_n"] : [],
                .. raw.Untold > 0 ? (string[])[MetricResult.BeforeData] : [],
            ]);
    }

    private EarlyRead? Early(Survival? survival)
    {
        if (survival is null)
            return null;
        var (value, low, high) = _measure.Early!.Remaining
            ? (survival.Share, survival.Low, survival.High)
            : (1 - survival.Share, 1 - survival.High, 1 - survival.Low);
        return new EarlyRead(Rounded(value)!.Value, Rounded(low)!.Value, Rounded(high)!.Value, survival.AtRisk);
    }

    private static decimal? Rounded(double? share) => share is { } known ? Math.Round((decimal)known, 6) : null;
}
