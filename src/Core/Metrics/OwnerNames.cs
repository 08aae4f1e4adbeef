namespace PrivateDomainBI.Core.Metrics;

/// <summary>The words for <see cref="Owner"/> in files and questions.</summary>
public static class OwnerNames
{
    public static IReadOnlyList<(Owner Owner, string Name)> All { get; } =
        [(Owner.Acquirer, "acquirer"), (Owner.Now, "now"), (Owner.AtEvent, "at_event")];

    public static string Name(Owner owner) => All.First(pair => pair.Owner == owner).Name;

    public static Owner? Parse(string name)
    {
        foreach (var (owner, known) in All)
        {
            if (known == name)
                return owner;
        }

        return null;
    }
}
