using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Charts;

/// <summary>Of which of its days a number is, where some or all of them lie before the data.</summary>
internal static class ToldDays
{
    /// <summary>Null where all of them were told.</summary>
    public static string? Of(MetricRow row, Reader reader) =>
        row.Warnings.Contains(MetricResult.BeforeData) ? reader[Words.Chart.BeforeData]
        : row.Warnings.Contains(MetricResult.BeginsWithData) ? reader[Words.Chart.BeginsWithData]
        : null;
}
