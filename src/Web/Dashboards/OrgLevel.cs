using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>The way down the organisation: who looks at one region sees its stores, at one store its employees.</summary>
internal static class OrgLevel
{
    public static string Below(string by, Selection selection)
    {
        if (selection.Only("store") is not null || selection.Only("team") is not null)
            return Dimensions.Employee;
        if (selection.Only("dept") is not null)
            return "team";
        return by == "region" && selection.Only("region") is not null ? "store" : by;
    }

    /// <summary>The dashboard narrowed to one unit; an employee has a page of her own.</summary>
    public static string? Link(string dimension, string id, Selection selection) => id == Dimensions.Unattributed ? null
        : dimension == Dimensions.Employee ? $"/employees/{Uri.EscapeDataString(id)}"
        : selection.With(dimension, id).Link("/");
}
