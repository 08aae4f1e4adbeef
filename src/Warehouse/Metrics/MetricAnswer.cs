using System.Data.Common;
using System.Globalization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Statistics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>One row as the warehouse gives it, before it becomes a cell.</summary>
internal sealed record RawCell(
    bool IsTotal, DateOnly? Period, IReadOnlyList<string> Place, long Numerator, long Denominator, long Immature, DateOnly? LastCohortDay, decimal? Sum, decimal? Over, long Count,
    IReadOnlyList<Arms> Arms, IReadOnlyList<AmountArms> Amounts, IReadOnlyDictionary<int, decimal> ByAge, KaplanMeier? Durations, bool Overlaps)
{
    /// <summary>Reads row after row of one answer; null for rows that are steps on the way to a stock's total and no cells.</summary>
    public static Func<DbDataReader, RawCell?> Reader(Metric metric, MetricRequest request)
    {
        Dictionary<string, int>? names = null;
        return row => Read(row, names ??= Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, StringComparer.Ordinal), metric, request);
    }

    private static RawCell? Read(DbDataReader row, Dictionary<string, int> names, Metric metric, MetricRequest request)
    {
        var period = names.TryGetValue("period", out var at) ? Date(row, at) : null;
        var isTotal = Whole(row, names, "is_total") == 1;
        if (metric.IsStock && request.Grain == Grain.All)
        {
            period = null;
            isTotal |= request.By.Count == 0;
        }
        else if (metric.IsStock)
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
            names.TryGetValue("arms", out var arms) ? ReadArms((ClickHouseTuple)row.GetValue(arms)) : [],
            names.TryGetValue("amounts", out var amounts) ? ReadAmounts((ClickHouseTuple)row.GetValue(arms), (ClickHouseTuple)row.GetValue(amounts)) : [],
            names.TryGetValue("by_age", out var ages) ? ReadAges((ClickHouseTuple)row.GetValue(ages)) : EmptyAges,
            names.ContainsKey("followed_days") ? Followed(row, names) : null,
            Whole(row, names, "overlaps") == 1);
    }

    private static KaplanMeier Followed(DbDataReader row, Dictionary<string, int> names)
    {
        if (!names.ContainsKey("followed_open"))
            return KaplanMeier.OfEach(row.GetFieldValue<ushort[]>(names["followed_days"]), row.GetFieldValue<byte[]>(names["followed_ended"]));
        var (days, ended, open) = (Many("followed_days"), Many("followed_ended"), Many("followed_open"));
        return KaplanMeier.Of(days.Select((day, i) => new Followed((int)day, ended[i], open[i])));

        long[] Many(string name) => row.GetFieldValue<long[]>(names[name]);
    }

    private static readonly Dictionary<int, decimal> EmptyAges = [];

    private static List<Arms> ReadArms(ClickHouseTuple arms) =>
        [.. Enumerable.Range(0, ((Array)arms[0]!).Length).Select(i => new Arms(At(arms, 1, i), At(arms, 2, i), At(arms, 3, i), At(arms, 4, i)))];

    // The engine leaves a stratum out of a map whose numbers are all 0: of one nobody came to anything, of another there is a cost alone.
    private static List<AmountArms> ReadAmounts(ClickHouseTuple arms, ClickHouseTuple amounts)
    {
        var (people, money) = (Places(arms), Places(amounts));
        return [.. people.Keys.Union(money.Keys).Select(stratum =>
        {
            var (who, what) = (people.GetValueOrDefault(stratum, -1), money.GetValueOrDefault(stratum, -1));
            return new AmountArms(At(arms, 2, who), Amount(amounts, 1, what), Square(amounts, 2, what), At(arms, 4, who), Amount(amounts, 3, what), Square(amounts, 4, what), Amount(amounts, 5, what));
        })];

        static Dictionary<object, int> Places(ClickHouseTuple map) =>
            ((Array)map[0]!).Cast<object>().Select((stratum, place) => (stratum, place)).ToDictionary(pair => pair.stratum, pair => pair.place);
    }

    private static decimal Amount(ClickHouseTuple amounts, int part, int stratum) =>
        stratum < 0 ? 0 : Convert.ToDecimal(((Array)amounts[part]!).GetValue(stratum), CultureInfo.InvariantCulture);

    private static double Square(ClickHouseTuple amounts, int part, int stratum) =>
        stratum < 0 ? 0 : Convert.ToDouble(((Array)amounts[part]!).GetValue(stratum), CultureInfo.InvariantCulture);

    private static long At(ClickHouseTuple arms, int part, int stratum) =>
        stratum < 0 ? 0 : Convert.ToInt64(((Array)arms[part]!).GetValue(stratum), CultureInfo.InvariantCulture);

    private static Dictionary<int, decimal> ReadAges(ClickHouseTuple ages) =>
        Enumerable.Range(0, ((Array)ages[0]!).Length).ToDictionary(
            i => Convert.ToInt32(((Array)ages[0]!).GetValue(i), CultureInfo.InvariantCulture),
            i => Convert.ToDecimal(((Array)ages[1]!).GetValue(i), CultureInfo.InvariantCulture));

    private static long Whole(DbDataReader row, Dictionary<string, int> names, string name) =>
        names.TryGetValue(name, out var at) ? Convert.ToInt64(row.GetValue(at), CultureInfo.InvariantCulture) : 0;

    // Money times a margin comes with six places; zeros behind the second are noise to whoever reads the answer.
    private static decimal? Money(DbDataReader row, Dictionary<string, int> names, string name)
    {
        if (!names.TryGetValue(name, out var at) || row.IsDBNull(at))
            return null;
        var exact = Convert.ToDecimal(row.GetValue(at), CultureInfo.InvariantCulture);
        return Math.Round(exact, 2) is var cents && cents == exact ? cents : exact / 1.0000000000000000000000000000m;
    }

    private static DateOnly? Date(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);
}

/// <summary>Makes cells of raw rows: values, intervals, maturity, and the periods in which nothing happened.</summary>
internal sealed class MetricAnswer(Metric metric, MetricRequest request, DateOnly completeThrough, DateOnly? since, Func<string, string, string> label)
{
    private const int PaybackSettleDays = 7;

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly bool _isOfLastDay = metric.IsOfLastDay;

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
        var told = days.StartingAt(since);
        if (told.IsEmpty)
            return new MetricRow(period, Nothing, Nothing, null, null, null, null, null, 0, null, Provisional: false, [MetricResult.BeforeData]);
        var row = RowOfData(period, told, cell);
        return told == days || _isOfLastDay ? row : row with { Warnings = [.. row.Warnings, MetricResult.BeginsWithData] };
    }

    private MetricRow RowOfData(DateOnly? period, DateRange days, RawCell? cell)
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
        if (metric.Kind == MetricKind.Lift)
            return Lift(row, days, cell);
        if (metric.Kind == MetricKind.Payback)
            return notBegun ? row : PaidBack(row, days, cell);
        if (metric.Aggregate == Aggregate.Median)
            return Median(row, cell, notBegun);
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
        var over = metric.Aggregate == Aggregate.Ratio ? cell?.Over ?? 0 : denominator;
        return row with
        {
            Value = over != 0 ? metric.Rounded((cell!.Sum ?? 0) / over) : null,
            Denominator = notBegun ? null : denominator,
            Quotient = Quotient(cell, over),
            Immature = immature,
            MatureOn = MatureOn(days, cell),
        };
    }

    private MetricRow Lift(MetricRow row, DateRange days, RawCell? cell)
    {
        var arms = cell?.Arms ?? [];
        var told = row with { Immature = cell?.Immature ?? 0, MatureOn = MatureOn(days, cell) };
        if (arms.Sum(campaign => campaign.Treated) is 0 && (cell?.Amounts ?? []).Sum(campaign => campaign.Cost) is 0)
            return told;
        var lift = HoldoutLift.Of(arms);
        if (lift is null)
            ((List<string>)row.Warnings).Add("no_holdout: attributed, not incremental");
        else if (arms.Any(campaign => campaign is { Treated: > 0, Holdout: 0 }))
            ((List<string>)row.Warnings).Add("part_without_holdout");
        told = told with
        {
            Arms = new ArmTallies(
                arms.Sum(campaign => campaign.Counted), arms.Sum(campaign => campaign.Treated),
                arms.Sum(campaign => campaign.HoldoutCounted), arms.Sum(campaign => campaign.Holdout), lift?.Compared ?? 0),
        };
        if (metric.IsLiftOfAmounts)
            return Gain(told, cell!.Amounts);
        var per = metric.Unit == "ratio" && lift is not null ? lift.Value.Compared : 1;
        return told with
        {
            Value = lift is null ? null : metric.Rounded(lift.Value.Customers / per),
            Low = lift is null ? null : Math.Round((decimal)(lift.Value.Low / per), metric.ValueDigits),
            High = lift is null ? null : Math.Round((decimal)(lift.Value.High / per), metric.ValueDigits),
        };
    }

    // As an amount, or less what it cost and by that. Where nothing was spent there is nothing to divide by.
    private MetricRow Gain(MetricRow row, IReadOnlyList<AmountArms> campaigns)
    {
        var amounts = new ArmAmounts(campaigns.Sum(campaign => campaign.Sum), campaigns.Sum(campaign => campaign.HoldoutSum), campaigns.Sum(campaign => campaign.Cost));
        var told = row with { Arms = row.Arms! with { Amounts = amounts } };
        if (HoldoutGain.Of(campaigns) is not { } gain || (metric.Aggregate == Aggregate.Ratio && gain.Cost == 0))
            return told;
        var (cost, over) = metric.Aggregate == Aggregate.Ratio ? (gain.Cost, gain.Cost) : (0, 1);
        return told with
        {
            Value = metric.Rounded((gain.Amount - cost) / over),
            Low = Bound(gain.Low),
            High = Bound(gain.High),
        };

        decimal? Bound(double? bound) => bound is { } amount ? Math.Round((decimal)((amount - (double)cost) / (double)over), metric.ValueDigits) : null;
    }

    // A month of age is over once it is for whoever joined on the last day, and what came in during it has settled.
    private MetricRow PaidBack(MetricRow row, DateRange days, RawCell? cell)
    {
        if (cell is null)
            return row;
        var months = Math.Max(0, (completeThrough.DayNumber - days.To.DayNumber + 2 - PaybackSettleDays) / Payback.Month);
        var curve = Payback.Curve(cell.ByAge, months);
        var value = Payback.Months(cell.Over ?? 0, curve);
        return row with { Value = value, NotWithin = value is null && cell.Over > 0 ? months : null, Quotient = Quotient(cell, cell.Over), Gains = curve };
    }

    private MetricRow Median(MetricRow row, RawCell? cell, bool notBegun)
    {
        var (everyone, ended) = cell?.Durations?.Counts ?? (0, 0);
        var median = cell?.Durations?.Median();
        if (everyone > 0 && median is null)
            ((List<string>)row.Warnings).Add("median_not_reached");
        if (everyone > 0 && everyone < metric.MinN)
            ((List<string>)row.Warnings).Add("below_min_n");
        return row with { Value = median, Numerator = notBegun ? null : ended, Denominator = notBegun ? null : everyone };
    }

    private static QuotientParts? Quotient(RawCell? cell, decimal? over) => cell is null || over is not { } divisor ? null : new QuotientParts(cell.Sum ?? 0, divisor);

    private DateOnly? MatureOn(DateRange days, RawCell? cell) => metric.HasMaturity
        ? (cell?.LastCohortDay ?? days.To.AddDays(-1)).AddDays(metric.WindowDays + metric.SettleDays)
        : null;
}
