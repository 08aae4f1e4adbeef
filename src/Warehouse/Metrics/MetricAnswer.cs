using System.Data.Common;
using System.Globalization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Statistics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>One row as the warehouse gives it, before it becomes a cell.</summary>
internal sealed record RawCell(
    bool IsTotal, DateOnly? Period, IReadOnlyList<string> Place, long Numerator, long Denominator, long Immature, DateOnly? LastCohortDay, decimal? Sum, decimal? Over, long Count, bool Overlaps)
{
    /// <summary>Null for rows that are steps on the way to a stock's total and no cells.</summary>
    public static RawCell? Read(DbDataReader row, Metric metric, MetricRequest request)
    {
        var names = Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, StringComparer.Ordinal);
        var period = names.TryGetValue("period", out var at) ? Date(row, at) : null;
        var isTotal = Whole(row, names, "is_total") == 1;
        if (metric.IsStock)
        {
            var atEnd = period == CellPeriods.Total;
            if (request.By.Count > 0 && isTotal != atEnd)
                return null;
            isTotal = atEnd;
        }

        return new RawCell(
            isTotal || (request.Grain == Grain.All && request.By.Count == 0 && !metric.IsStock),
            period,
            [.. request.By.Select(name => row.GetValue(names[CustomerDimensions.Column(name)]) as string ?? "")],
            Whole(row, names, "numerator"),
            Whole(row, names, "denominator"),
            Whole(row, names, "immature"),
            names.TryGetValue("last_cohort_day", out var last) ? Date(row, last) : null,
            Money(row, names, "total"),
            Money(row, names, "over_total"),
            Whole(row, names, "rows"),
            Whole(row, names, "overlaps") == 1);
    }

    private static long Whole(DbDataReader row, Dictionary<string, int> names, string name) =>
        names.TryGetValue(name, out var at) ? Convert.ToInt64(row.GetValue(at), CultureInfo.InvariantCulture) : 0;

    private static decimal? Money(DbDataReader row, Dictionary<string, int> names, string name) =>
        names.TryGetValue(name, out var at) && !row.IsDBNull(at) ? Convert.ToDecimal(row.GetValue(at), CultureInfo.InvariantCulture) : null;

    private static DateOnly? Date(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);
}

/// <summary>Makes cells of raw rows: values, intervals, maturity, and the periods in which nothing happened.</summary>
internal sealed class MetricAnswer(Metric metric, MetricRequest request, DateOnly completeThrough, Func<string, string, string> label)
{
    /// <summary>The cells in order of period, then place; without a split every period of the range is there.</summary>
    public IReadOnlyList<MetricRow> Rows(IReadOnlyList<RawCell> cells)
    {
        var periods = Periods.Covering(request.Range, request.Grain).ToDictionary(period => period.Start, period => period.Days);
        if (request.By.Count > 0)
            return [.. cells.Where(cell => !cell.IsTotal).Select(cell => Row(PeriodOf(cell), periods.GetValueOrDefault(PeriodOf(cell), request.Range), cell))];
        if (request.Grain == Grain.All)
            return [Row(request.Range.From, request.Range, cells.FirstOrDefault(cell => cell.IsTotal))];
        var found = cells.Where(cell => !cell.IsTotal).ToDictionary(PeriodOf);
        return [.. periods.Select(period => Row(period.Key, period.Value, found.GetValueOrDefault(period.Key)))];
    }

    public MetricRow Total(IReadOnlyList<RawCell> cells) => Row(period: null, request.Range, cells.FirstOrDefault(cell => cell.IsTotal));

    private DateOnly PeriodOf(RawCell cell) => cell.Period ?? request.Range.From;

    private MetricRow Row(DateOnly? period, DateRange days, RawCell? cell)
    {
        var place = new Dictionary<string, string>(StringComparer.Ordinal);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; cell is { IsTotal: false } && i < request.By.Count; i++)
        {
            place[request.By[i]] = cell.Place[i];
            labels[request.By[i]] = label(request.By[i], cell.Place[i]);
        }

        var notBegun = days.From > completeThrough;
        var warnings = new List<string>();
        if (notBegun)
            warnings.Add("not_begun");
        else
            warnings.AddRange(metric.Warnings);
        // A range that ends within a period does not end the period.
        var end = period is { } start && request.Grain != Grain.All ? Periods.Add(start, request.Grain, 1) : days.To;
        var provisional = end.AddDays(-1) > completeThrough;
        var row = new MetricRow(period, place, labels, null, null, null, null, null, 0, null, provisional, warnings);
        if (metric.Kind == MetricKind.Rate)
            return Rate(row, days, cell, notBegun);
        if (metric.Kind == MetricKind.Mean)
            return Mean(row, days, cell, notBegun);
        decimal? value = metric switch
        {
            _ when notBegun => null,
            { Kind: MetricKind.Sum, Aggregate: Aggregate.Mean } => cell is { Count: > 0 } ? metric.Rounded((cell.Sum ?? 0) / cell.Count) : null,
            { Kind: MetricKind.Sum, Aggregate: Aggregate.Ratio } => cell is { Over: { } over } && over != 0 ? metric.Rounded((cell.Sum ?? 0) / over) : null,
            { Kind: MetricKind.Sum, Aggregate: Aggregate.Sum } => cell?.Sum ?? 0,
            _ => cell?.Count ?? 0,
        };
        return row with { Value = value, Quotient = Quotient(cell, metric.Aggregate switch { Aggregate.Mean => cell?.Count, Aggregate.Ratio => cell?.Over, _ => null }) };
    }

    private MetricRow Rate(MetricRow row, DateRange days, RawCell? cell, bool notBegun)
    {
        var (numerator, denominator, immature) = cell is null ? (0L, 0L, 0L) : (cell.Numerator, cell.Denominator, cell.Immature);
        var interval = Wilson.Interval(numerator, denominator);
        if (denominator > 0 && denominator < metric.MinN)
            ((List<string>)row.Warnings).Add("below_min_n");
        return row with
        {
            Value = denominator > 0 ? metric.Rounded((decimal)numerator / denominator) : null,
            Numerator = notBegun ? null : numerator,
            Denominator = notBegun ? null : denominator,
            Low = interval is null ? null : Math.Round((decimal)interval.Value.Low, 6),
            High = interval is null ? null : Math.Round((decimal)interval.Value.High, 6),
            Immature = immature,
            MatureOn = MatureOn(days, cell),
        };
    }

    private MetricRow Mean(MetricRow row, DateRange days, RawCell? cell, bool notBegun)
    {
        var (denominator, immature) = cell is null ? (0L, 0L) : (cell.Denominator, cell.Immature);
        if (denominator > 0 && denominator < metric.MinN)
            ((List<string>)row.Warnings).Add("below_min_n");
        return row with
        {
            Value = denominator > 0 ? metric.Rounded((cell!.Sum ?? 0) / denominator) : null,
            Denominator = notBegun ? null : denominator,
            Quotient = Quotient(cell, denominator),
            Immature = immature,
            MatureOn = MatureOn(days, cell),
        };
    }

    private static QuotientParts? Quotient(RawCell? cell, decimal? over) => cell is null || over is not { } divisor ? null : new QuotientParts(cell.Sum ?? 0, divisor);

    private DateOnly? MatureOn(DateRange days, RawCell? cell) => metric.HasMaturity
        ? (cell?.LastCohortDay ?? days.To.AddDays(-1)).AddDays(metric.WindowDays + metric.SettleDays)
        : null;
}
