namespace PrivateDomainBI.Core.Scorecards;

/// <summary>
/// One target as it was loaded. <paramref name="Campaign"/>: empty, or the campaign within which it is to be reached.
/// <paramref name="Value"/>: in the metric's unit; <paramref name="Weight"/>: how much it counts in a score, for this period;
/// null or not above zero for one that is shown and not scored.
/// </summary>
public sealed record Target(string Metric, string Campaign, decimal Value, decimal? Weight)
{
    public bool IsWeighted => Weight > 0;
}
