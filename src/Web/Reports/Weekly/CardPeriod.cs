using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>
/// Which period of a series a reader can judge: the latest that is over and whose customers have, but for a few,
/// been observed in full. Of a 30-day rate that is not this week's; showing this week's would show nothing.
/// </summary>
internal static class CardPeriod
{
    private const int MostImmatureIn = 5;

    /// <summary>Its place in the rows, or -1.</summary>
    public static int Of(IReadOnlyList<MetricRow> rows)
    {
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            if (IsJudged(rows[i]))
                return i;
        }
        return -1;
    }

    private static bool IsJudged(MetricRow row) =>
        row is { Value: not null, Provisional: false } && (row.Denominator is null || row.Immature * MostImmatureIn <= row.Denominator + row.Immature);
}
