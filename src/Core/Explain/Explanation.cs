using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Explain;

/// <summary>Whether a move could be taken apart.</summary>
public enum ExplainState
{
    Explained,

    /// <summary>The data do not reach the later period.</summary>
    NotBegun,

    /// <summary>Nobody of the later period is mature yet.</summary>
    Immature,

    /// <summary>One of the periods has nobody to count.</summary>
    NothingToCompare,

    /// <summary>The data the metric needs begin later than the earlier period.</summary>
    BeforeData,

    /// <summary>A dataset that the metric needs is not loaded.</summary>
    NoData,

    /// <summary>The number is a comparison, a running total or a median, and no sum or quotient of parts.</summary>
    Indivisible,
}

/// <summary>One side of the comparison: its days, the day it is seen from, and its number then.</summary>
public sealed record ExplainedCell(
    DateOnly From, DateOnly To, DateOnly AsOf, decimal? Value, long? Numerator, long? Denominator, long Immature, DateOnly? MatureOn)
{
    public static ExplainedCell Of(DateRange days, DateOnly asOf, MetricRow row) =>
        new(days.From, days.To, asOf, row.Value, row.Numerator, row.Denominator, row.Immature, row.MatureOn);
}

/// <summary>What moved a number, in its own unit; with the dimension's overlap all add up to the difference.</summary>
public sealed record Effects(decimal Rate, decimal Mix, decimal Overlap, decimal Maturity, decimal Restatement)
{
    public decimal Total => Rate + Mix + Overlap + Maturity + Restatement;
}

/// <summary>
/// Why the restated number is another: customers of the earlier period who have matured since, and what is known by now
/// of those who were mature already. The two add up to the restatement.
/// </summary>
public sealed record Restated(decimal Matured, decimal Revised);

/// <summary>One member's numbers in both periods and what it adds; <paramref name="Effect"/> = rate + mix.</summary>
public sealed record ExplainedMember(
    string Id, string Label, ExplainedFigure Before, ExplainedFigure After, decimal Rate, decimal Mix, decimal Effect);

/// <summary>A member's number; null where it has nobody. Numerator and denominator are those of rates and means.</summary>
public sealed record ExplainedFigure(decimal? Value, decimal? Numerator, decimal? Denominator);

/// <summary>
/// The move by one dimension, largest effect first. <paramref name="StandsOut"/>: see <see cref="MemberMoves.StandsOut"/>.
/// <paramref name="CreditedThrough"/>: after this day it can still change which member rows belong to; null where it cannot.
/// </summary>
public sealed record ExplainedDimension(
    string Dimension,
    decimal StandsOut,
    Effects Effects,
    IReadOnlyList<ExplainedMember> Members,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? CreditedThrough = null);

/// <summary>
/// Why a metric moved. The numbers and the days each stands for:
/// <code>
/// reported      the earlier period as it was seen as late after its end as the later one is seen now
///   + restatement  = earlier − reported
/// earlier       the earlier period as it is seen now
///   + maturity     = likeForLike − earlier
/// likeForLike   of the earlier period only the days that lie where the later one has mature customers
///   + rate + mix + overlap, member by member
/// later         the later period as it is seen now
/// </code>
/// So difference = later − reported = rate + mix + overlap + maturity + restatement, and what the two answers of today
/// differ by, <paramref name="Change"/> = later − earlier, is the same without the restatement. All values are rounded as
/// answers are and all effects to the same digits, so both hold to the last digit. Without a number that was reported
/// (nobody mature then) the restatement is zero and the difference is the change.
/// <paramref name="Dimensions"/>: the most telling first. <paramref name="Since"/>: the first day of the data the metric needs; null where nobody knows.
/// </summary>
public sealed record Explanation(
    MetricInfo Metric,
    ExplainState State,
    DateOnly? AsOf,
    DateOnly? CompleteThrough,
    ulong DataVersion,
    string Scope,
    string Owner,
    ExplainedCell Later,
    ExplainedCell? Earlier,
    ExplainedCell? Reported,
    ExplainedCell? LikeForLike,
    decimal? Difference,
    decimal? Change,
    Restated? Restated,
    IReadOnlyList<ExplainedDimension> Dimensions,
    IReadOnlyList<string> Warnings,
    DateOnly? Since)
{
    /// <summary>The explanation before, or instead of, what moved the number.</summary>
    public static Explanation Untold(ExplainState state, MetricResult answer, ExplainedCell later, ExplainedCell? earlier) => new(
        answer.Metric, state, answer.AsOf, answer.CompleteThrough, answer.DataVersion, answer.Scope, answer.Owner,
        later, earlier, Reported: null, LikeForLike: null, Difference: null, Change: null, Restated: null, [],
        [.. answer.Warnings.Union(answer.Total.Warnings, StringComparer.Ordinal)],
        answer.Since);
}
