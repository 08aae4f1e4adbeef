namespace PrivateDomainBI.Core.Metrics;

/// <summary>The words for <see cref="CellPart"/> in files and questions.</summary>
public static class CellParts
{
    public static IReadOnlyList<(CellPart Part, string Name)> All { get; } =
    [
        (CellPart.Numerator, "numerator"), (CellPart.Denominator, "denominator"),
        (CellPart.Immature, "immature"), (CellPart.Excluded, "excluded"),
    ];

    public static string Name(CellPart part) => All.First(pair => pair.Part == part).Name;

    public static CellPart? Parse(string name)
    {
        foreach (var (part, known) in All)
        {
            if (known == name)
                return part;
        }

        return null;
    }
}
