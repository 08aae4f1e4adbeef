using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>Names and links of the members of a dimension: a channel, a store, an employee.</summary>
internal static class Member
{
    public static string Name(MetricRow row, string dimension, Reader reader)
    {
        var id = row.By.GetValueOrDefault(dimension) ?? "";
        return Name(dimension, id, row.Labels.GetValueOrDefault(dimension), reader);
    }

    public static string Name(string dimension, string id, string? label, Reader reader)
    {
        if (id == Dimensions.Unattributed)
            return reader[Words.Unattributed];
        if (Words.Member(dimension, id) is { } known)
            return reader[known];
        return label is { Length: > 0 } ? label : id;
    }

    public static string? Link(MetricRow row, string dimension) =>
        dimension == Dimensions.Employee && row.By.GetValueOrDefault(dimension) is { Length: > 0 } id && id != Dimensions.Unattributed
            ? $"/employees/{Uri.EscapeDataString(id)}"
            : null;
}
