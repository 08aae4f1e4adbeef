using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace PrivateDomainBI.Core.Statistics;

/// <summary>Hits among those counted, of one member of a group: 23 of 412 customers.</summary>
public readonly record struct Tally(long Hits, long Of);

/// <summary>
/// Empirical Bayes for the rates of a group (Beta-binomial): finds the group's average and how far its members truly
/// differ by marginal likelihood. Where the rates differ no more than chance makes them, the size is at its bound.
/// </summary>
public static class EmpiricalBayes
{
    public const double LeastSize = 2;
    public const double MostSize = 100_000;

    private const double Precision = 1e-11;
    private const int MostSteps = 200;

    // The likelihood can have more than one top over the size; the search starts between the neighbours of the best of these.
    private static readonly double[] Sizes = [LeastSize, 6, 20, 60, 200, 600, 2_000, 6_000, 20_000, MostSize];

    /// <summary>The prior that makes the tallies likeliest; null when nobody was counted. The order of the tallies does not matter.</summary>
    public static BetaPrior? Fit(IEnumerable<Tally> tallies)
    {
        var groups = tallies.Where(tally => tally.Of > 0)
            .GroupBy(tally => tally).Select(same => (Tally: same.Key, Times: same.Count()))
            .OrderBy(group => group.Tally.Of).ThenBy(group => group.Tally.Hits).ToList();
        if (groups.Count == 0)
            return null;
        double hits = groups.Sum(group => group.Tally.Hits * group.Times);
        double counted = groups.Sum(group => group.Tally.Of * group.Times);
        // All or none hit: the average is at an end of the scale, and no difference between members can be seen.
        if (hits == 0 || hits == counted)
            return new BetaPrior((hits + 0.5) / (counted + 1), MostSize);

        BetaPrior Best(double size) => new(MeanOf(groups, size), size);
        var known = Sizes.Select(Best).ToList();
        var at = known.IndexOf(known.MaxBy(prior => groups.Sum(group => group.Times * prior.LogLikelihood(group.Tally)))!);
        var (low, high) = (Math.Log(Sizes[Math.Max(at - 1, 0)]), Math.Log(Sizes[Math.Min(at + 1, Sizes.Length - 1)]));
        double Slope(double logSize) => SlopeBySize(groups, Best(Math.Exp(logSize)));
        if (Slope(low) <= 0 || Slope(high) >= 0)
            return known[at];
        return Best(Math.Exp(Brent.FindRoot(Slope, low, high, Precision, MostSteps)));
    }

    // With the size given, the likelihood rises to one top over the mean; its slope falls all the way.
    private static double MeanOf(List<(Tally Tally, int Times)> groups, double size) => Brent.FindRoot(
        mean => groups.Sum(group => group.Times * (Steps(mean * size, group.Tally.Hits) - Steps((1 - mean) * size, group.Tally.Of - group.Tally.Hits))),
        Precision,
        1 - Precision,
        Precision,
        MostSteps);

    private static double SlopeBySize(List<(Tally Tally, int Times)> groups, BetaPrior prior) => groups.Sum(group => group.Times *
        ((prior.Mean * Steps(prior.Mean * prior.Size, group.Tally.Hits))
        + ((1 - prior.Mean) * Steps((1 - prior.Mean) * prior.Size, group.Tally.Of - group.Tally.Hits))
        - Steps(prior.Size, group.Tally.Of)));

    // 1/a + 1/(a + 1) + …, so many terms: the slope of log Γ(a + count) − log Γ(a).
    private static double Steps(double a, long count) => count == 0 ? 0 : SpecialFunctions.DiGamma(a + count) - SpecialFunctions.DiGamma(a);
}
