using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Ranking;

/// <summary>
/// Ranks the members of one dimension by an answer that was split by it. Rates are ranked by their shrunken value, as a rate of
/// few is easily high or low by chance. A sum or a count is what happened and no estimate, so it is ranked as it stands once
/// something was counted; an average, once min_n were averaged.
/// </summary>
public static class Ranks
{
    private const int Places = 6;
    private const string UnknownChannel = "unknown";

    /// <param name="metric">The metric that <paramref name="rows"/> answer.</param>
    /// <param name="rows">One row per member, without periods.</param>
    /// <param name="dimension">The dimension they are split by.</param>
    /// <param name="apart">Members of this dimension that are never ranked, and why.</param>
    public static MemberRanking Of(MetricInfo metric, IReadOnlyList<MetricRow> rows, string dimension, IReadOnlyDictionary<string, Unranked> apart)
    {
        var members = rows.Select(row => (Id: row.By[dimension], Row: row)).Select(member => (member.Id, member.Row, Apart: Apart(member.Id, dimension, apart))).ToList();
        var isRate = metric.Unit == "ratio" && rows.All(row => row is { Numerator: null } or { Denominator: null } || (row.Numerator >= 0 && row.Numerator <= row.Denominator));
        // Who has left was one of the group all the same; who has no KPIs of her own never was.
        var group = members.Where(member => member.Apart is null or Unranked.Departed).Select(member => member.Row).ToList();
        // Money of money is a share without anything to count.
        var prior = isRate && rows.All(row => row.Quotient is null) ? EmpiricalBayes.Fit(group.Select(Tally)) : null;

        var unplaced = members.Select(member => Member(member.Id, dimension, member.Row, member.Apart ?? Reason(metric, member.Row, isRate), prior)).ToList();
        var up = metric.Direction != "down";
        var ranked = Placed([.. unplaced.Where(member => member.Reason is null)], up);
        var others = unplaced.Where(member => member.Reason is not null)
            .OrderBy(member => member.Value is null)
            .ThenBy(member => (up ? -1 : 1) * (member.Shrunk ?? member.Value ?? 0))
            .ThenBy(member => member.Id, StringComparer.Ordinal);
        return new MemberRanking(
            new RankingGroup(group.Count, ranked.Count, Rounded(prior?.Mean), prior is null ? null : Math.Round((decimal)prior.Size, 1), prior is null ? null : Spread(prior, ranked)),
            [.. ranked, .. others]);
    }

    private static Unranked? Apart(string id, string dimension, IReadOnlyDictionary<string, Unranked> apart) =>
        id == Dimensions.Unattributed || (dimension == Dimensions.Channel && id == UnknownChannel) ? Unranked.Unattributed
        : apart.TryGetValue(id, out var reason) ? reason : null;

    private static Unranked? Reason(MetricInfo metric, MetricRow row, bool isRate)
    {
        if (metric.Direction == "none")
            return Unranked.NoDirection;
        if (row.Value is null || (!isRate && row.Value == 0))
            return Unranked.NothingCounted;
        return (isRate ? row.Denominator : row.Quotient?.Over ?? row.Denominator) < metric.MinN ? Unranked.BelowMinN : null;
    }

    private static RankedMember Member(string id, string dimension, MetricRow row, Unranked? reason, BetaPrior? prior)
    {
        var isPeer = reason is not (Unranked.Unattributed or Unranked.WithoutKpis);
        var shrunk = prior is not null && isPeer && row.Denominator > 0 ? prior.Shrink(Tally(row)) : default((double Mean, double Low, double High)?);
        return new RankedMember(
            id, row.Labels.GetValueOrDefault(dimension, id), row.Value, row.Numerator, row.Denominator ?? (long?)row.Quotient?.Over, row.Low, row.High, row.Immature,
            Rounded(shrunk?.Mean), Rounded(shrunk?.Low), Rounded(shrunk?.High), Rank: null, reason);
    }

    private static List<RankedMember> Placed(List<RankedMember> members, bool up)
    {
        var inOrder = members
            .OrderBy(member => (up ? -1 : 1) * Judged(member))
            .ThenBy(member => member.Id, StringComparer.Ordinal).ToList();
        var rank = 0;
        return [.. inOrder.Select((member, index) =>
        {
            if (index == 0 || Judged(member) != Judged(inOrder[index - 1]))
                rank = index + 1;
            return member with { Rank = rank };
        })];
    }

    private static decimal Judged(RankedMember member) => member.Shrunk ?? member.Value!.Value;

    private static RankingSpread? Spread(BetaPrior prior, List<RankedMember> ranked)
    {
        if (ranked.Count < 2)
            return null;
        double counted = ranked.Sum(member => member.N!.Value);
        var average = ranked.Sum(member => (double)member.Numerator!.Value) / counted;
        var seen = Math.Sqrt(ranked.Sum(member => member.N!.Value * Math.Pow((double)member.Value!.Value - average, 2)) / counted);
        var byChance = Math.Sqrt(average * (1 - average) * (ranked.Count - 1) / counted);
        var share = seen <= byChance ? 1 : Math.Pow(byChance / seen, 2);
        return new RankingSpread(Rounded(seen)!.Value, Rounded(byChance)!.Value, Math.Round((decimal)share, 3), Rounded(prior.Spread)!.Value);
    }

    private static Tally Tally(MetricRow row) => new(row.Numerator ?? 0, row.Denominator ?? 0);

    private static decimal? Rounded(double? number) => number is { } known ? Math.Round((decimal)known, Places) : null;
}
