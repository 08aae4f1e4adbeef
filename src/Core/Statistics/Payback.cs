namespace PrivateDomainBI.Core.Statistics;

/// <summary>When what customers brought in has paid for what winning them cost.</summary>
public static class Payback
{
    /// <summary>Days of a month of age.</summary>
    public const int Month = 30;

    /// <summary>
    /// The first month of age, from 1, by whose end the gains reach the cost; null when none of the first <paramref name="months"/> does,
    /// or nothing was spent. <paramref name="gains"/>: month of age, from 0 → what came in during it.
    /// </summary>
    public static int? Months(decimal cost, IReadOnlyDictionary<int, decimal> gains, int months)
    {
        if (cost <= 0)
            return null;
        var sum = 0m;
        for (var month = 0; month < months; month++)
        {
            sum += gains.GetValueOrDefault(month);
            if (sum >= cost)
                return month + 1;
        }

        return null;
    }
}
