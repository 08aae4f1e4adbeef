using System.Globalization;
using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>The definition that an answer was computed with.</summary>
public sealed record MetricInfo(
    string Name, int Version, Text Label, string Unit, string Direction, int? WindowDays, int? SettleDays, int MinN, bool Additive, Text Doc);

/// <summary>The dates an answer speaks of; business dates, <paramref name="To"/> excluded.</summary>
public sealed record ResultRange(DateOnly From, DateOnly To, Grain Grain, string TimeZone);

/// <summary>
/// One cell. <paramref name="Value"/>: ratio 0–1, count or money in major units; null is never zero:
/// immature (<paramref name="Immature"/> > 0), nobody to count (<paramref name="Denominator"/> 0) or no data (a warning says so).
/// <paramref name="Low"/>/<paramref name="High"/>: Wilson 95 % interval of a rate.
/// <paramref name="MatureOn"/>: the day the last of the cell's customers matures.
/// <paramref name="Provisional"/>: the period is not over as far as the data reach.
/// <paramref name="Compared"/>: the same cell one period or one year earlier, when asked for.
/// <paramref name="Quotient"/>: what a mean or a ratio of sums was divided from, and of a payback the gains so far and the cost; null for all else.
/// <paramref name="Arms"/>: of a lift alone; its interval is Newcombe's, of amounts Welch's. <paramref name="NotWithin"/>: of a payback that is not reached, the
/// months that are over. <paramref name="Gains"/>: of a payback, what has come in by the end of each month of age that is over; the cost it
/// is to reach stands in <paramref name="Quotient"/>.
/// </summary>
public sealed record MetricRow(
    DateOnly? Period,
    IReadOnlyDictionary<string, string> By,
    IReadOnlyDictionary<string, string> Labels,
    decimal? Value,
    long? Numerator,
    long? Denominator,
    decimal? Low,
    decimal? High,
    long Immature,
    DateOnly? MatureOn,
    bool Provisional,
    IReadOnlyList<string> Warnings,
    ComparedCell? Compared = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] QuotientParts? Quotient = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ArmTallies? Arms = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? NotWithin = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<decimal>? Gains = null);

/// <summary>
/// What a comparison with those held out was made of: all who were treated and of how many of them it is true, the same of
/// those held out, and how many of the treated have a holdout beside them: the number speaks of these alone.
/// <paramref name="Amounts"/>: what they came to, where amounts are compared; "counted" are then those who came to any.
/// </summary>
public sealed record ArmTallies(
    long Counted, long Treated, long HoldoutCounted, long Holdout, long Compared,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ArmAmounts? Amounts = null);

/// <summary>What the treated and those held out came to, and what was spent on them all, in major units of money.</summary>
public sealed record ArmAmounts(decimal Treated, decimal Holdout, decimal Cost);

/// <summary>A quotient before it is divided and rounded: a total over rows, or over another total.</summary>
public sealed record QuotientParts(decimal Total, decimal Over);

/// <summary>What a cell is compared with: the days it covers and its value then.</summary>
public sealed record ComparedCell(DateOnly From, DateOnly To, decimal? Value, long? Numerator, long? Denominator, long Immature);

/// <summary>
/// The answer to a <see cref="MetricRequest"/>, with everything needed to trust it. <paramref name="Org"/>: whose levels it
/// speaks of, then or now; null where it is about none. <paramref name="Since"/>: the first day of the data it needs; null where nobody knows.
/// </summary>
public sealed record MetricResult(
    MetricInfo Metric,
    ResultRange Range,
    DateOnly? AsOf,
    DateOnly? CompleteThrough,
    ulong DataVersion,
    ulong IdentityVersion,
    string Scope,
    string Owner,
    IReadOnlyList<MetricRow> Rows,
    MetricRow Total,
    IReadOnlyList<string> Warnings,
    string Sql,
    string QueryId,
    double ElapsedMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SegmentUsed>? Segments = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Org = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Since = null)
{
    /// <summary>The warning of a row all of whose days lie before <see cref="Since"/>: what happened then was not told.</summary>
    public const string BeforeData = "before_data";

    /// <summary>The warning of a row whose first days lie before <see cref="Since"/>: it is of the days from then on.</summary>
    public const string BeginsWithData = "begins_with_data";

    private const string Credited = "credited_through: ";

    /// <summary>The warning that whose rows are, or how they came about, can still change for those after <paramref name="day"/>.</summary>
    public static string CreditedThroughWarning(DateOnly day) => FormattableString.Invariant($"{Credited}{day:yyyy-MM-dd}");

    /// <summary>True unless the data begin later than a period that begins on <paramref name="start"/>, which is then no measure for others.</summary>
    public bool Holds(DateOnly start) => !(start < Since);

    /// <summary>The day that this warning names; null where there is none.</summary>
    public DateOnly? CreditedThrough() => CreditedThrough(Warnings);

    /// <summary>The same of any warnings.</summary>
    public static DateOnly? CreditedThrough(IEnumerable<string> warnings) => warnings.FirstOrDefault(warning => warning.StartsWith(Credited, StringComparison.Ordinal)) is { } warning
        ? DateOnly.ParseExact(warning[Credited.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}

/// <summary>Which side of a cell its customers stand on.</summary>
public enum CellPart
{
    Numerator,
    Denominator,
    Immature,
    Excluded,
}

/// <summary>
/// One row behind a cell. <paramref name="CustomerId"/> is the key of the customer page;
/// <paramref name="OrderId"/> is set where the cell counts orders or money;
/// <paramref name="Dates"/>: what the rule looked at, by field name; <paramref name="Because"/>: why it counted or did not.
/// </summary>
public sealed record DrillRow(
    string CustomerId,
    string Customer,
    string? Name,
    string Employee,
    string? EmployeeName,
    string Channel,
    string? OrderId,
    decimal? Value,
    IReadOnlyDictionary<string, string?> Dates,
    Text Because);

/// <summary>
/// The customers (or orders, or money movements) behind one cell. <paramref name="Count"/> equals the cell;
/// where the cell adds up values <paramref name="Value"/> does, and Count is the number of rows; of a mean it is the sum
/// that is divided by Count, of a ratio the sum of the side that is listed.
/// </summary>
public sealed record DrillResult(
    MetricInfo Metric,
    ResultRange Range,
    DateOnly? AsOf,
    DateOnly? CompleteThrough,
    string Scope,
    CellPart Part,
    long Count,
    decimal? Value,
    IReadOnlyList<DrillRow> Rows,
    string Sql,
    string QueryId,
    double ElapsedMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SegmentUsed>? Segments = null);
