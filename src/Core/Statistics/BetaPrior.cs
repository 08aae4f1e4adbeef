using MathNet.Numerics;

namespace PrivateDomainBI.Core.Statistics;

/// <summary>
/// How the rates of a group's members are spread: around <paramref name="Mean"/> (0–1), the closer the larger
/// <paramref name="Size"/>, which counts like that many customers of evidence.
/// </summary>
public sealed record BetaPrior(double Mean, double Size)
{
    private const double OneSideOf90 = 0.05;

    /// <summary>Standard deviation of the members' true rates.</summary>
    public double Spread => Math.Sqrt(Mean * (1 - Mean) / (Size + 1));

    /// <summary>
    /// A member's own tally joined with the group's: the mean of her posterior, between her own rate and the group's, and
    /// its 90 % credible interval. Nobody counted gives the group's own.
    /// </summary>
    public (double Mean, double Low, double High) Shrink(Tally tally)
    {
        var a = (Mean * Size) + tally.Hits;
        var b = ((1 - Mean) * Size) + tally.Of - tally.Hits;
        return (a / (a + b), BetaQuantile.Of(a, b, OneSideOf90), BetaQuantile.Of(a, b, 1 - OneSideOf90));
    }

    /// <summary>Log-probability of a tally, but for the binomial coefficient, which no prior changes.</summary>
    public double LogLikelihood(Tally tally)
    {
        var (a, b) = (Mean * Size, (1 - Mean) * Size);
        return SpecialFunctions.GammaLn(a + tally.Hits) - SpecialFunctions.GammaLn(a)
            + SpecialFunctions.GammaLn(b + tally.Of - tally.Hits) - SpecialFunctions.GammaLn(b)
            + SpecialFunctions.GammaLn(Size) - SpecialFunctions.GammaLn(Size + tally.Of);
    }
}
