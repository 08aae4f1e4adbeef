using PrivateDomainBI.Core.Ranking;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>Gives scorecards their places: like with like alone, and never those who are compared with nobody.</summary>
public static class Places
{
    /// <param name="cards">Of one kind of scope and one period.</param>
    /// <param name="apart">Who of them is never ranked, and why, by id.</param>
    /// <returns>By level, each with the ranked ones first, the largest group of alike ones before the others.</returns>
    public static IReadOnlyList<Scorecard> Given(IEnumerable<Scorecard> cards, IReadOnlyDictionary<string, Unranked> apart)
    {
        var judged = cards.Select(card => card with { Reason = Reason(card, apart) }).ToList();
        var groups = judged.Where(card => card.Reason is null).GroupBy(card => card.Kind, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var placed = groups.Where(group => group.Count() > 1).SelectMany(group => Ranked([.. group]));
        var others = groups.Where(group => group.Count() == 1).Select(group => group.Single() with { Reason = Unplaced.NoPeers })
            .Concat(judged.Where(card => card.Reason is not null))
            .OrderBy(card => card.Score is null).ThenByDescending(card => card.Score).ThenBy(card => card.Id, StringComparer.Ordinal);
        // A stable sort: within a level the order stays.
        return [.. placed.Concat(others).OrderBy(card => Level(card.Level))];
    }

    private static Unplaced? Reason(Scorecard card, IReadOnlyDictionary<string, Unranked> apart) => apart.GetValueOrDefault(card.Id, Unranked.Unattributed) switch
    {
        Unranked.WithoutKpis => Unplaced.WithoutKpis,
        Unranked.Departed => Unplaced.Departed,
        _ when card.AdjustedScore is null => Unplaced.NoScore,
        _ when card.Targets.Any(line => line.IsScored && line.TooFew) => Unplaced.BelowMinN,
        _ => null,
    };

    // Equal scores share a place.
    private static IEnumerable<Scorecard> Ranked(List<Scorecard> alike)
    {
        var inOrder = alike.OrderByDescending(card => card.AdjustedScore).ThenBy(card => card.Id, StringComparer.Ordinal).ToList();
        var rank = 0;
        for (var i = 0; i < inOrder.Count; i++)
        {
            if (i == 0 || inOrder[i].AdjustedScore != inOrder[i - 1].AdjustedScore)
                rank = i + 1;
            yield return inOrder[i] with { Rank = rank, Among = alike.Count };
        }
    }

    private static int Level(string level) => level switch
    {
        "region" => 1,
        "store" => 2,
        "dept" => 3,
        "team" => 4,
        _ => 0,
    };
}
