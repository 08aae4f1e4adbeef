namespace PrivateDomainBI.Core.Scorecards;

/// <summary>Why a target has no attainment, or one that counts in no score.</summary>
public enum Unscored
{
    /// <summary>No metric of this name.</summary>
    UnknownMetric,

    /// <summary>The metric's file cannot be used.</summary>
    BrokenMetric,

    /// <summary>No such employee, unit or channel is known, and nothing was counted under its id.</summary>
    UnknownMember,

    /// <summary>Numbers are not split by this unit or channel: headquarters, or a channel that only holds others.</summary>
    NotSplit,

    /// <summary>The metric does not tell campaigns apart.</summary>
    WithoutCampaigns,

    /// <summary>A dataset that the metric needs is not loaded.</summary>
    NoData,

    /// <summary>The data do not reach the period.</summary>
    NotBegun,

    /// <summary>All who could be counted are still being observed.</summary>
    Immature,

    /// <summary>A quotient over nobody or nothing.</summary>
    NothingCounted,

    /// <summary>Nothing is a share of a target of zero or less.</summary>
    ZeroTarget,

    /// <summary>The metric has no better or worse.</summary>
    NoDirection,
}

/// <summary>
/// What became of a target's metric. <paramref name="Value"/>: in the metric's unit, null with a reason in <paramref name="Why"/>.
/// <paramref name="Adjusted"/>: of a rate among others the one drawn toward the group's, by which members are compared; null for all else.
/// <paramref name="N"/>: how many a rate or an average is over; <paramref name="TooFew"/>: fewer than the metric's min_n.
/// <paramref name="CompleteThrough"/>: the last day that the metric's data are whole.
/// </summary>
public sealed record Reached(
    decimal? Value, decimal? Adjusted, long? N, bool TooFew, long Immature, DateOnly? MatureOn, bool Provisional, DateOnly? CompleteThrough, Unscored? Why)
{
    public static Reached Nothing(Unscored why, DateOnly? completeThrough = null) =>
        new(null, null, null, TooFew: false, 0, null, Provisional: false, completeThrough, why);
}
