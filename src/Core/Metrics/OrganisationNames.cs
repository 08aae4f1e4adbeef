namespace PrivateDomainBI.Core.Metrics;

/// <summary>The words for <see cref="Organisation"/> in questions.</summary>
public static class OrganisationNames
{
    public static IReadOnlyList<(Organisation Org, string Name)> All { get; } = [(Organisation.Then, "then"), (Organisation.Now, "now")];

    public static string Name(Organisation org) => All.First(pair => pair.Org == org).Name;

    public static Organisation? Parse(string name)
    {
        foreach (var (org, known) in All)
        {
            if (known == name)
                return org;
        }

        return null;
    }
}
