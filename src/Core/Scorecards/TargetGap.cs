using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>What was reached, what was to be, and value less target.</summary>
public sealed record GapFigure(decimal Value, decimal Target)
{
    public decimal Gap => Value - Target;
}

/// <summary>One member with a target of its own.</summary>
public sealed record GapMember(string Id, string Label, decimal Value, decimal Target)
{
    public decimal Gap => Value - Target;
}

/// <summary>
/// Where the difference between a number and its target comes from: <c>total gap = Σ members' gaps + <paramref name="WithoutTarget"/>
/// + <paramref name="TargetsDiffer"/></c>, to the last digit. <paramref name="WithoutTarget"/>: what members without a target of their
/// own reached, and what belongs to nobody. <paramref name="TargetsDiffer"/>: by how much the members' targets together are above the
/// total's. <paramref name="Members"/>: largest gap first. Of metrics alone whose members add up.
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
    bool Provisional,
    IReadOnlyList<GapMember> Members,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? CreditedThrough = null)
{
    /// <param name="answer">Split by the one dimension <paramref name="by"/>.</param>
    /// <param name="period">The period of the targets.</param>
    /// <param name="by">The dimension.</param>
    /// <param name="target">The total's target.</param>
    /// <param name="members">Those of the members: id, name, target.</param>
    public static TargetGap Of(MetricResult answer, ScorecardPeriod period, string by, decimal target, IReadOnlyCollection<(string Id, string Label, decimal Target)> members)
    {
        var values = answer.Rows.ToDictionary(row => row.By[by], row => row.Value ?? 0, StringComparer.Ordinal);
        var total = new GapFigure(answer.Total.Value ?? 0, target);
        List<GapMember> gaps = [.. members.Select(member => new GapMember(member.Id, member.Label, values.GetValueOrDefault(member.Id), member.Target))];
        return new TargetGap(
            answer.Metric, period, by, answer.CompleteThrough, answer.DataVersion, answer.Scope, total,
            total.Value - gaps.Sum(member => member.Value),
            gaps.Sum(member => member.Target) - target,
            answer.Total.Provisional,
            [.. gaps.OrderByDescending(member => Math.Abs(member.Gap)).ThenBy(member => member.Id, StringComparer.Ordinal)],
            answer.CreditedThrough());
    }
}
