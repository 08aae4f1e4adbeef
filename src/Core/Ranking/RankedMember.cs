namespace PrivateDomainBI.Core.Ranking;

/// <summary>Why a member is shown without a place.</summary>
public enum Unranked
{
    /// <summary>Customers that belong to nobody, or came from nowhere known.</summary>
    Unattributed,

    /// <summary>In or under a unit that exists to help others and has no KPIs of its own (kpi_mode none or cost_center).</summary>
    WithoutKpis,

    /// <summary>An employee who has left.</summary>
    Departed,

    /// <summary>The metric has no better or worse.</summary>
    NoDirection,

    /// <summary>Nobody mature, nobody to count, or nothing happened.</summary>
    NothingCounted,

    /// <summary>Fewer counted than the metric's min_n.</summary>
    BelowMinN,
}

/// <summary>
/// One member of a comparison. <paramref name="Value"/>, <paramref name="Low"/>, <paramref name="High"/>: its own rate with Wilson's
/// 95 % interval. <paramref name="Shrunk"/>: the rate drawn toward the group's, with its 90 % credible interval; of rates alone, and of
/// members of the group alone. <paramref name="N"/>: how many were counted. Members with the same shrunk rate share a rank.
/// </summary>
public sealed record RankedMember(
    string Id,
    string Label,
    decimal? Value,
    long? Numerator,
    long? N,
    decimal? Low,
    decimal? High,
    long Immature,
    decimal? Shrunk,
    decimal? CredibleLow,
    decimal? CredibleHigh,
    int? Rank,
    Unranked? Reason)
{
    public bool Ranked => Rank is not null;
}

/// <summary>
/// Standard deviation of the ranked members' own rates around their average, each weighing as many as were counted:
/// <paramref name="Seen"/>, and <paramref name="ByChance"/>, the one to expect were all truly alike. <paramref name="NoiseShare"/> (0–1): how
/// much of the seen variance chance explains. <paramref name="BetweenMembers"/>: standard deviation of the true rates, as fitted.
/// </summary>
public sealed record RankingSpread(decimal Seen, decimal ByChance, decimal NoiseShare, decimal BetweenMembers);

/// <summary>
/// The group its members are compared within. <paramref name="Mean"/>: its average rate; <paramref name="Size"/>: how many customers of
/// evidence the group counts like when a member's own are few. Both null where the metric is no rate.
/// </summary>
public sealed record RankingGroup(int Members, int Ranked, decimal? Mean, decimal? Size, RankingSpread? Spread);

/// <summary>All members: the ranked ones first, in order, then those with a value, then those without.</summary>
public sealed record MemberRanking(RankingGroup Group, IReadOnlyList<RankedMember> Members)
{
    public RankedMember? Find(string id) => Members.FirstOrDefault(member => member.Id == id);
}
