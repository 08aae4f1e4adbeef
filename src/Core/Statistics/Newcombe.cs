namespace PrivateDomainBI.Core.Statistics;

/// <summary>
/// Interval of the difference of two independent proportions from the Wilson interval of each (R. G. Newcombe, Statistics in
/// Medicine 1998, method 10): holds its coverage for small n and for rates near 0 and 1.
/// </summary>
public static class Newcombe
{
    /// <summary>95 % interval of hits/n − otherHits/otherN; null when there is nobody on one side.</summary>
    public static (double Low, double High)? Interval(long hits, long n, long otherHits, long otherN)
    {
        if (Wilson.Interval(hits, n) is not { } own || Wilson.Interval(otherHits, otherN) is not { } other)
            return null;
        var (p, q) = ((double)hits / n, (double)otherHits / otherN);
        return (p - q - Length(p - own.Low, other.High - q), p - q + Length(own.High - p, q - other.Low));
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
