namespace PrivateDomainBI.Core.Scorecards;

/// <summary>Why a scorecard has no place among others.</summary>
public enum Unplaced
{
    /// <summary>In or under a unit that has no KPIs of its own (kpi_mode none or cost_center).</summary>
    WithoutKpis,

    /// <summary>An employee who has left.</summary>
    Departed,

    /// <summary>No target with a weight has an attainment.</summary>
    NoScore,

    /// <summary>A rate or an average in the score is over fewer than its metric's min_n.</summary>
    BelowMinN,

    /// <summary>Nobody else is scored by the same targets.</summary>
    NoPeers,
}

/// <summary>
/// All targets of one employee, unit, channel or the company for a period, and their score. <paramref name="Level"/>: of a unit
/// region, store, dept or team, else empty. <paramref name="Partial"/>: a target with a weight has no value yet, and the score is
/// of the others. <paramref name="Provisional"/>: a number in the score can still change by itself. <paramref name="Rank"/> among
/// <paramref name="Among"/> alike, by <paramref name="AdjustedScore"/>; null with a reason.
/// </summary>
public sealed record Scorecard(
    string Id,
    string Label,
    string Level,
    decimal? Score,
    bool Partial,
    bool Provisional,
    decimal Weight,
    decimal ScoredWeight,
    decimal? AdjustedScore,
    int? Rank,
    int? Among,
    Unplaced? Reason,
    IReadOnlyList<TargetLine> Targets)
{
    /// <summary>A card without a place yet.</summary>
    public static Scorecard Of(string id, string label, string level, IReadOnlyList<TargetLine> targets)
    {
        var score = Scorecards.Score.Of(targets);
        return new Scorecard(
            id, label, level, score.Value, score.IsPartial, targets.Any(line => line.IsScored && line.IsOpen), score.Weight, score.Scored,
            score.Adjusted, Rank: null, Among: null, Reason: null, targets);
    }

    /// <summary>Cards are alike when they stand on the same level, have the same targets with weights, and the same ones among them count.</summary>
    internal string Kind => string.Join(
        '|', Targets.Where(line => line.IsWeighted).Select(line => line.IsScored ? line.Key : line.Key + " –").Order(StringComparer.Ordinal).Prepend(Level));
}
