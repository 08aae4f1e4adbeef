namespace PrivateDomainBI.Core.Scorecards;

/// <summary>The arithmetic of targets: how much of one is reached, and how much of that counts in a score.</summary>
public static class Attainment
{
    /// <summary>More than this of a target counts as this, so that one good number cannot hide the others.</summary>
    public const decimal Cap = 1.5m;

    private const int Places = 6;

    /// <summary>
    /// Value over target, or target over value where lower is better; to six places. Null when the target is not above zero, and
    /// where lower is better and nothing was counted, which no ratio expresses: <see cref="Counted"/> gives that the cap.
    /// </summary>
    public static decimal? Of(decimal value, decimal target, bool isDown) =>
        target <= 0 || (isDown && value <= 0) ? null : Rounded(isDown ? target / value : value / target);

    /// <summary>The same, but at most <see cref="Cap"/>; null when nothing is a share of the target.</summary>
    public static decimal? Counted(decimal value, decimal target, bool isDown)
    {
        if (target <= 0)
            return null;
        return Of(value, target, isDown) is { } share ? Math.Min(share, Cap) : Cap;
    }

    /// <summary>Whether the value is as good as the target or better, before anything is rounded.</summary>
    public static bool IsReached(decimal value, decimal target, bool isDown) => isDown ? value <= target : value >= target;

    internal static decimal Rounded(decimal share) => Math.Round(share, Places, MidpointRounding.AwayFromZero);
}
