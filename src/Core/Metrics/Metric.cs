namespace PrivateDomainBI.Core.Metrics;

/// <summary>How a metric makes a number of its rows.</summary>
public enum MetricKind
{
    /// <summary>Share of the mature rows of a cohort for which the body is true.</summary>
    Rate,

    /// <summary>An aggregate of the rows of a period.</summary>
    Sum,

    /// <summary>How many rows are true of the last day of each period.</summary>
    Stock,

    /// <summary>Average of a value over the mature rows of a cohort; with <see cref="Aggregate.Ratio"/>, its sum over that of another.</summary>
    Mean,

    /// <summary>
    /// How many more of the treated rows of a cohort the body is true of than it would be had they been held out; with
    /// <see cref="Aggregate.Mean"/> how much more the body adds up to, with <see cref="Aggregate.Ratio"/> that less a cost, over the cost.
    /// </summary>
    Lift,

    /// <summary>Months of age after which what a cohort brought in has paid for what it cost.</summary>
    Payback,
}

/// <summary>How a <see cref="MetricKind.Sum"/> adds up its rows; of means <see cref="Ratio"/> says something, and of lifts <see cref="Mean"/> and <see cref="Ratio"/>.</summary>
public enum Aggregate
{
    Sum,
    Count,

    /// <summary>Number of distinct customers.</summary>
    Customers,
    Mean,

    /// <summary>Sum of the body over the sum of <see cref="Metric.Over"/>.</summary>
    Ratio,

    /// <summary>
    /// Kaplan and Meier's median of durations: the body is how many days one was followed, <see cref="Metric.Over"/> is 1
    /// where it ended then and 0 where it still goes on.
    /// </summary>
    Median,
}

/// <summary>
/// One metric, as its file in <c>sql/metrics</c> defines it. <paramref name="Body"/>: a condition (rate, stock) or the
/// value of a row (sum, mean); <paramref name="Over"/>: for a ratio, what of the row its value is divided by, for a median whether its duration has ended.
/// <paramref name="Cohort"/>: the date that puts a row into a period; <c>stock_day</c> is the last day of each period, and
/// <c>open_day</c> then the day before its first. A row is mature when cohort + <paramref name="WindowDays"/> + <paramref name="SettleDays"/> ≤ completeThrough.
/// <paramref name="Owners"/>: ways to say whose a row is, the default first. <paramref name="Needs"/>: datasets without which
/// there is no answer (a|b: at least one of them); <paramref name="Uses"/>: those that may be absent. completeThrough is the
/// earliest over all of them that are there and carry days.
/// <paramref name="Treated"/> and <paramref name="Stratum"/>: for a lift, who was treated and not held out (NULL: a cost, nobody at all), and
/// within what the two are compared; <paramref name="Ages"/>: for a payback, the month of age of each amount of the body, which is an array.
/// <paramref name="AtEvent"/>: a name of the facts for whose a row is at its event, where they know it without looking through
/// all owners; empty for what they say of any day.
/// <paramref name="AmongDays"/>: where a row counts in those periods alone in which one of its days falls, which days.
/// <paramref name="HasRunningTotal"/>: its page draws how it adds up over the periods shown, too.
/// <paramref name="Show"/>: what a drill-through prints beside each row; <paramref name="Because"/>: why, per side of the cell.
/// </summary>
public sealed record Metric(
    string Name,
    string Subject,
    int Version,
    Text Label,
    MetricKind Kind,
    Aggregate Aggregate,
    Facts Facts,
    string Cohort,
    int WindowDays,
    int SettleDays,
    string Among,
    string Body,
    string Over,
    IReadOnlyList<Owner> Owners,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Uses,
    string Unit,
    string Direction,
    int MinN,
    string? VariantOf,
    IReadOnlyList<FactsColumn> Show,
    IReadOnlyDictionary<CellPart, Text> Because,
    IReadOnlyList<string> Warnings,
    Text Doc,
    string Treated = "",
    string Stratum = "",
    string Ages = "",
    DaysOfPeriod? AmongDays = null,
    string AtEvent = "",
    bool HasRunningTotal = false)
{
    public const string StockDay = "stock_day";
    private const string OpenDay = "open_day";

    /// <summary>True when the number is a state at a day, not something that happened in a period.</summary>
    public bool IsStock => Cohort == StockDay;

    /// <summary>True when this state is the same whenever its period begins; others also say what happened in the period.</summary>
    public bool IsOfLastDay
    {
        get
        {
            var said = string.Join('\n', Among, Body, Over, AmongDays?.Exist);
            return IsStock && !FactsColumn.Reached(said, Facts.Columns).Select(column => column.Expression).Append(said).Any(text => SqlNames.In(text).Contains(OpenDay));
        }
    }

    public bool HasMaturity => Kind is MetricKind.Rate or MetricKind.Mean or MetricKind.Lift && !IsStock;

    /// <summary>True when a customer is counted some days after her cohort day, and not as soon as that day is in the data.</summary>
    public bool Waits => HasMaturity && WindowDays + SettleDays > 0;

    /// <summary>False where a number is a comparison or a running total and no sum or quotient of parts.</summary>
    public bool IsDivisible => Kind is not (MetricKind.Lift or MetricKind.Payback) && Aggregate != Aggregate.Median;

    /// <summary>True when a lift compares amounts, not how often something is true.</summary>
    public bool IsLiftOfAmounts => Kind == MetricKind.Lift && Aggregate is (Aggregate.Mean or Aggregate.Ratio);

    /// <summary>Whether the members of a split add up to the total, and periods to the range.</summary>
    public bool IsAdditive => Kind == MetricKind.Sum && Aggregate is Aggregate.Sum or Aggregate.Count && !IsStock;

    /// <summary>What it can be split and filtered by.</summary>
    public IReadOnlyList<string> Dimensions => [.. Metrics.Dimensions.All, .. Facts.Dimensions.Keys];

    /// <summary>What a move of it is taken apart by when nobody says by what; at which hours and on which days of the week it moved is mostly luck, and leads to nobody.</summary>
    public IReadOnlyList<string> TellingDimensions => [.. Dimensions.Except([.. Metrics.Dimensions.OtherOrderChannels, Metrics.Dimensions.Hour, Metrics.Dimensions.Weekday])];

    /// <summary>True when the number is a quotient of two sums, so that its parts are weighed and not added.</summary>
    public bool IsWeighted => Kind is MetricKind.Rate or MetricKind.Mean || (Kind == MetricKind.Sum && Aggregate is (Aggregate.Mean or Aggregate.Ratio));

    /// <summary>Places to which a quotient is rounded when it is answered: money and averages to the hundredth, all else to a millionth, which the reader never sees.</summary>
    public int ValueDigits => Unit == "money" || Aggregate == Aggregate.Mean || (Kind == MetricKind.Mean && Unit is "points" or "minutes") || (Kind == MetricKind.Lift && Unit == "count") ? 2 : 6;

    /// <summary>A quotient as it is answered.</summary>
    // What a row adds can be a quotient itself, cut after 14 places (seconds in minutes); what that takes away decides no tie.
    public decimal Rounded(decimal value) => Kind == MetricKind.Rate
        ? Math.Round(value, ValueDigits, MidpointRounding.ToEven)
        : Math.Round(Math.Round(value, 12), ValueDigits, MidpointRounding.AwayFromZero);

    public Owner DefaultOwner => Owners[0];

    public MetricInfo Info => new(
        Name, Version, Label, Unit, Direction, HasMaturity ? WindowDays : null, HasMaturity ? SettleDays : null, MinN, IsAdditive, Doc);
}
