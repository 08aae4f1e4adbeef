namespace PrivateDomainBI.Core.Statistics;

/// <summary>
/// The amounts of the two arms of one campaign: how many were treated and held out, what they came to, the sum of the squares of
/// what each came to, and what was spent on the campaign.
/// </summary>
public readonly record struct AmountArms(long Treated, decimal Sum, double Squares, long Holdout, decimal HoldoutSum, double HoldoutSquares, decimal Cost);

/// <summary>
/// How much more came in than had nobody been treated: of each campaign the treated times the difference of the averages of its
/// arms, added over campaigns. <paramref name="Low"/> and <paramref name="High"/>: its 95 % interval (B. L. Welch, Biometrika 1938,
/// with the normal's quantile); null where an arm has a single customer, which says nothing of how much they differ.
/// <paramref name="Cost"/>: what was spent on the campaigns compared.
/// </summary>
public readonly record struct HoldoutGain(decimal Amount, double? Low, double? High, decimal Cost)
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Over these campaigns; null when none of them has both arms.</summary>
    public static HoldoutGain? Of(IEnumerable<AmountArms> campaigns)
    {
        var both = campaigns.Where(arms => arms is { Treated: > 0, Holdout: > 0 }).ToList();
        if (both.Count == 0)
            return null;
        var amount = both.Sum(arms => arms.Sum - (arms.Treated * arms.HoldoutSum / arms.Holdout));
        double? half = both.Exists(arms => arms.Treated < 2 || arms.Holdout < 2) ? null : Z95 * Math.Sqrt(both.Sum(Variance));
        return new HoldoutGain(amount, (double)amount - half, (double)amount + half, both.Sum(arms => arms.Cost));
    }

    private static double Variance(AmountArms arms) =>
        Math.Pow(arms.Treated, 2) * (OfMean(arms.Treated, (double)arms.Sum, arms.Squares) + OfMean(arms.Holdout, (double)arms.HoldoutSum, arms.HoldoutSquares));

    // The variance of an average; what rounding leaves of alike amounts is none.
    private static double OfMean(long n, double sum, double squares) => Math.Max(0, squares - (sum * sum / n)) / (n - 1) / n;
}
