using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>Places of employees by a rate. Who has too few customers to tell has none; equal rates share a place.</summary>
internal static class Ranks
{
    /// <summary>What the compiler's answer says of a rate over too few.</summary>
    private const string TooFew = "below_min_n";

    public static IReadOnlyDictionary<string, int> Of(IEnumerable<MetricRow> rows)
    {
        var told = rows
            .Where(row => row.Value is not null && row.By[Dimensions.Employee] != Dimensions.Unattributed && !row.Warnings.Contains(TooFew, StringComparer.Ordinal))
            .ToList();
        return told.ToDictionary(
            row => row.By[Dimensions.Employee], row => 1 + told.Count(other => other.Value > row.Value), StringComparer.Ordinal);
    }
}
