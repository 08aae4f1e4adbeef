using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;

namespace PrivateDomainBI.Web.Rankings;

/// <summary>The members of one dimension compared by one metric, with what the comparison rests on.</summary>
internal sealed record RankingResult(
    MetricInfo Metric,
    string By,
    ResultRange Range,
    DateOnly? AsOf,
    DateOnly? CompleteThrough,
    ulong DataVersion,
    string Scope,
    string Owner,
    RankingGroup Group,
    IReadOnlyList<RankedMember> Members,
    IReadOnlyList<string> Warnings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Org = null)
{
    public static RankingResult Of(MetricResult answer, string by, MemberRanking ranking) => new(
        answer.Metric, by, answer.Range, answer.AsOf, answer.CompleteThrough, answer.DataVersion, answer.Scope, answer.Owner,
        ranking.Group, ranking.Members, answer.Warnings, answer.Org);
}
