using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>
/// How far along an open period is: <paramref name="Covered"/> of its <paramref name="Days"/> days are whole in the metric's data.
/// <paramref name="Expected"/>: the same share of the target, like for like with what was counted on those days, and
/// <paramref name="Attainment"/> measured against that. Both null where a number does not grow day by day (rates, averages,
/// distinct customers, states at a day): its target holds at any time as it stands.
/// </summary>
public sealed record Pace(int Covered, int Days, decimal? Expected, decimal? Attainment)
{
    /// <summary>Null when the period is over, or has not begun.</summary>
    public static Pace? Of(DateRange period, DateOnly? completeThrough, decimal? value, decimal target, bool grows, bool isDown)
    {
        if (completeThrough is not { } through)
            return null;
        var covered = period.Intersect(new DateRange(period.From, through.AddDays(1))).Days;
        if (covered == 0 || covered == period.Days)
            return null;
        decimal? expected = grows ? target * covered / period.Days : null;
        return new Pace(
            covered,
            period.Days,
            expected is { } due ? Math.Round(due, 4, MidpointRounding.AwayFromZero) : null,
            expected is { } share && value is { } reached ? Scorecards.Attainment.Of(reached, share, isDown) : null);
    }
}
