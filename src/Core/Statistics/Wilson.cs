namespace PrivateDomainBI.Core.Statistics;

/// <summary>
/// Wilson's score interval of a proportion (E. B. Wilson, JASA 1927): stays within 0–1 and holds its
/// coverage for small n, where the usual ± does not.
/// </summary>
public static class Wilson
{
    private const double Z95 = 1.959963984540054;

    /// <summary>95 % interval of <paramref name="hits"/> in <paramref name="n"/>; null when there is nobody to count.</summary>
    public static (double Low, double High)? Interval(long hits, long n)
    {
        if (n <= 0)
            return null;
        var p = (double)hits / n;
        var z2 = Z95 * Z95;
        var middle = p + (z2 / (2 * n));
        var half = Z95 * Math.Sqrt((p * (1 - p) / n) + (z2 / (4.0 * n * n)));
        var scale = 1 + (z2 / n);
        return (hits == 0 ? 0 : (middle - half) / scale, hits == n ? 1 : (middle + half) / scale);
    }
}
