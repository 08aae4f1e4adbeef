namespace PrivateDomainBI.Core.Statistics;

/// <summary>When what customers brought in has paid for what winning them cost.</summary>
public static class Payback
{
    /// <summary>Days of a month of age.</summary>
    public const int Month = 30;

    // Divided by it, a decimal has no more places than it needs.
    private const decimal One = 1.000000000000000000000000000m;

    /// <summary>
    /// What has come in by the end of each of the first <paramref name="months"/> months of age, all months before it included.
    /// <paramref name="gains"/>: month of age, from 0 → what came in during it.
    /// </summary>
    public static IReadOnlyList<decimal> Curve(IReadOnlyDictionary<int, decimal> gains, int months)
    {
        var curve = new decimal[months];
        var sum = 0m;
        for (var month = 0; month < months; month++)
        {
            sum += gains.GetValueOrDefault(month);
            curve[month] = sum / One;
        }

        return curve;
    }

    /// <summary>The first month of age, from 1, by whose end the gains reach the cost; null when none does, or nothing was spent.</summary>
    public static int? Months(decimal cost, IReadOnlyList<decimal> curve)
    {
        if (cost <= 0)
            return null;
        for (var month = 0; month < curve.Count; month++)
        {
            if (curve[month] >= cost)
                return month + 1;
        }

        return null;
    }
}
