using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>Whom targets are set for; the words of targets files.</summary>
public static class ScopeKinds
{
    public const string Employee = "employee";
    public const string OrgUnit = "org_unit";
    public const string Channel = "channel";
    public const string Company = "company";

    public static readonly IReadOnlyList<string> All = [Employee, OrgUnit, Channel, Company];

    /// <summary>The dimension that tells the members of a kind apart: of a unit the level it stands on, of the company none.</summary>
    public static string? Dimension(string kind, string level) => kind switch
    {
        Employee => Dimensions.Employee,
        Channel => Dimensions.Channel,
        OrgUnit when Dimensions.OrgLevels.Contains(level) => level,
        _ => null,
    };
}
