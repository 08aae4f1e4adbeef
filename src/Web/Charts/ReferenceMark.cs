using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>What the values of a chart are held against, in their unit; one value where both ends are the same.</summary>
internal sealed record Reference(decimal From, decimal To);

/// <summary>Draws a reference across a chart: a dashed line, and a grey band where it is a stretch.</summary>
internal static class ReferenceMark
{
    /// <summary>A reference this many times the largest value would press the values flat; then words alone tell it.</summary>
    private const decimal Furthest = 2;

    /// <summary>The values an axis has to reach for the reference to be seen; none where it lies too far off.</summary>
    public static IEnumerable<decimal?> Reach(Reference? reference, IEnumerable<decimal?> values) =>
        reference is not null && values.Max() is { } largest && reference.To <= largest * Furthest ? [reference.From, reference.To] : [];

    /// <summary>True where the axis reaches it, so that it is drawn.</summary>
    public static bool IsWithin(Reference reference, string unit, Scale scale) =>
        scale.At(unit, reference.To) <= scale.Max && scale.At(unit, reference.From) >= scale.Min;

    // Without a label: bars and lines would run through it, and the chart's note tells what it is.
    public static void AddTo(JsonObject series, Reference? reference, string unit, Scale scale)
    {
        if (reference is null || !IsWithin(reference, unit, scale))
            return;
        series["markLine"] = new JsonObject
        {
            ["silent"] = true,
            ["symbol"] = "none",
            ["lineStyle"] = new JsonObject { ["color"] = Ink.Text, ["type"] = "dashed", ["width"] = 1 },
            ["label"] = new JsonObject { ["show"] = false },
            ["data"] = new JsonArray(new JsonObject { ["yAxis"] = scale.At(unit, reference.To) }),
        };
        if (reference.From == reference.To)
            return;
        series["markArea"] = new JsonObject
        {
            ["silent"] = true,
            ["itemStyle"] = new JsonObject { ["color"] = Ink.Muted, ["opacity"] = 0.1 },
            ["data"] = new JsonArray(new JsonArray(
                new JsonObject { ["yAxis"] = scale.At(unit, reference.From) }, new JsonObject { ["yAxis"] = scale.At(unit, reference.To) })),
        };
    }
}
