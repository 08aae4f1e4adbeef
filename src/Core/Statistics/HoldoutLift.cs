namespace PrivateDomainBI.Core.Statistics;

/// <summary>The two arms of one campaign: how many were treated and held out, and of how many of each the event is true.</summary>
public readonly record struct Arms(long Counted, long Treated, long HoldoutCounted, long Holdout);

/// <summary>
/// What treating brought, compared with holding out. Each campaign is compared with its own holdout and the differences are
/// added, as campaigns with other customers and other shares held out must not be mixed. <paramref name="Customers"/>: how many
/// more the event is true of than had nobody been treated; <paramref name="Low"/> and <paramref name="High"/>: its 95 % interval;
/// <paramref name="Compared"/>: the treated of campaigns that have a holdout, whom it speaks of.
/// </summary>
public readonly record struct HoldoutLift(decimal Customers, double Low, double High, long Compared)
{
    /// <summary>Over these campaigns; null when none of them has both arms.</summary>
    public static HoldoutLift? Of(IEnumerable<Arms> campaigns)
    {
        var both = campaigns.Where(arms => arms is { Treated: > 0, Holdout: > 0 }).ToList();
        if (both.Count == 0)
            return null;
        var more = both.Sum(More);
        // The interval of a sum from the intervals of what is added (G. Y. Zou and A. Donner, Statistics in Medicine 2008).
        var (below, above) = (0.0, 0.0);
        foreach (var arms in both)
        {
            var (low, high) = Newcombe.Interval(arms.Counted, arms.Treated, arms.HoldoutCounted, arms.Holdout)!.Value;
            var difference = (double)(More(arms) / arms.Treated);
            below += Math.Pow(arms.Treated * (difference - low), 2);
            above += Math.Pow(arms.Treated * (high - difference), 2);
        }

        return new HoldoutLift(more, (double)more - Math.Sqrt(below), (double)more + Math.Sqrt(above), both.Sum(arms => arms.Treated));
    }

    private static decimal More(Arms arms) => arms.Counted - ((decimal)arms.Treated * arms.HoldoutCounted / arms.Holdout);
}
