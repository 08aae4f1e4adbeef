using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>What was reached, what was to be, and value less target.</summary>
public sealed record GapFigure(decimal Value, decimal Target)
{
    public decimal Gap => Value - Target;
}

/// <summary>
/// One member with a target of its own. <paramref name="Value"/>: null where a quotient has nobody to count.
/// <paramref name="Share"/>: of a quotient, the part of all it is taken over that is this member's, null for what adds up.
/// <paramref name="Effect"/>: what its own gap makes of the total's: all of it, or as much as its share.
/// </summary>
public sealed record GapMember(
    string Id, string Label, decimal? Value, decimal Target, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Share, decimal Effect)
{
    public decimal? Gap => Value - Target;
}

/// <summary>
/// Where the difference between a number and its target comes from: <c>total gap = Σ members' effects + <paramref name="WithoutTarget"/>
/// + <paramref name="TargetsDiffer"/></c>, to the last digit.
/// Of what adds up (values v, targets t, the total's T): effect = v − t; WithoutTarget = Σ v of members without a target, and of
/// nobody; TargetsDiffer = Σ t − T. Of a quotient (amounts a over weights w, w in all W): effect = (a − w·t) ÷ W;
/// WithoutTarget = Σ (a − w·T) ÷ W of the others; TargetsDiffer = Σ w·(t − T) ÷ W, what members' targets would make together, being
/// as large as they are, less the total's. Such parts have six places at most.
/// <paramref name="Members"/>: largest effect first. <paramref name="Immature"/>: of a rate, who is in none of it yet, and <paramref name="MatureOn"/> the day all are.
/// <paramref name="CreditedThrough"/>: after this day it can still change whose orders are; null where it cannot.
/// </summary>
public sealed record TargetGap(
    MetricInfo Metric,
    ScorecardPeriod Period,
    string By,
    DateOnly? CompleteThrough,
    ulong DataVersion,
    string Scope,
    GapFigure Total,
    decimal WithoutTarget,
    decimal TargetsDiffer,
    long Immature,
    DateOnly? MatureOn,
    bool Provisional,
    IReadOnlyList<GapMember> Members,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? CreditedThrough = null)
{
    private const int Digits = 6;

    /// <summary>True when members weigh in the number and do not add to it.</summary>
    [JsonIgnore]
    public bool IsQuotient => Members.Any(member => member.Share is not null);

    /// <summary>Whether the members of a split make up a metric's number, as what they add to it or as what they weigh in it.</summary>
    public static bool CanTell(Metric metric) => metric.IsDivisible && metric.Aggregate != Aggregate.Customers;

    /// <param name="answer">Split by the one dimension <paramref name="by"/>, with a total that has a value.</param>
    /// <param name="period">The period of the targets.</param>
    /// <param name="by">The dimension.</param>
    /// <param name="target">The total's target.</param>
    /// <param name="members">Those of the members: id, name, target.</param>
    public static TargetGap Of(MetricResult answer, ScorecardPeriod period, string by, decimal target, IReadOnlyCollection<(string Id, string Label, decimal Target)> members)
    {
        var rows = answer.Rows.ToDictionary(row => row.By[by], StringComparer.Ordinal);
        var total = new GapFigure(answer.Total.Value!.Value, target);
        var whole = Figure.Of(answer.Total).Weight;
        var set = members.ToDictionary(member => member.Id, member => member.Target, StringComparer.Ordinal);
        var others = rows.Where(row => !set.ContainsKey(row.Key)).Select(row => Figure.Of(row.Value)).ToList();
        var own = members.Select(member => (Member: member, Figure: Figure.Of(rows.GetValueOrDefault(member.Id)))).ToList();
        var isQuotient = whole != 0;
        List<decimal> parts = isQuotient
            ?
            [
                .. own.Select(it => (it.Figure.Amount - (it.Figure.Weight * it.Member.Target)) / whole),
                others.Sum(other => other.Amount - (other.Weight * target)) / whole,
                own.Sum(it => it.Figure.Weight * (it.Member.Target - target)) / whole,
            ]
            : [.. own.Select(it => it.Figure.Amount - it.Member.Target), others.Sum(other => other.Amount), members.Sum(member => member.Target) - target];
        var told = isQuotient ? LargestRemainder.Round(parts, total.Gap, Digits) : parts;
        var gaps = own.Select((it, index) => new GapMember(
            it.Member.Id, it.Member.Label,
            isQuotient ? rows.GetValueOrDefault(it.Member.Id)?.Value : it.Figure.Amount,
            it.Member.Target,
            isQuotient ? Math.Round(it.Figure.Weight / whole, Digits) : null,
            told[index]));
        return new TargetGap(
            answer.Metric, period, by, answer.CompleteThrough, answer.DataVersion, answer.Scope, total, told[^2], told[^1], answer.Total.Immature, answer.Total.MatureOn, answer.Total.Provisional,
            [.. gaps.OrderByDescending(member => Math.Abs(member.Effect)).ThenBy(member => member.Id, StringComparer.Ordinal)],
            answer.CreditedThrough());
    }
}
