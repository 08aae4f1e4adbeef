using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>One horizontal bar for each store, channel or employee, from zero, longest first; too few to judge are grey.</summary>
internal static class BreakdownChart
{
    public const int Most = 15;

    private const int NamesWidth = 104;

    public static (ChartOption Option, Scale Scale) Build(IReadOnlyList<ChartPoint> points, string unit, string language)
    {
        var shown = points.Take(Most).ToList();
        var scale = Scale.Of(unit, language, shown.Select(p => p.Value), mayCut: false);
        var bars = new JsonObject
        {
            ["type"] = "bar",
            ["barMaxWidth"] = 20,
            ["label"] = new JsonObject { ["show"] = true, ["position"] = "right", ["fontSize"] = 12, ["color"] = Ink.Text },
            ["data"] = new JsonArray([.. shown.Select(point => Bar(point, unit, scale))]),
        };
        var categories = ChartOption.Categories(shown.Select(p => p.Name), betweenTicks: true);
        categories["inverse"] = true;
        categories["axisLabel"] = new JsonObject { ["color"] = Ink.Text, ["fontSize"] = 12, ["width"] = NamesWidth, ["overflow"] = "truncate", ["interval"] = 0 };
        var values = ChartOption.Values(scale);
        values["axisLabel"] = new JsonObject { ["show"] = false };
        values["splitLine"] = new JsonObject { ["show"] = false };
        var frame = ChartOption.Frame([bars], categories, values, horizontal: true);
        // Room for the names is fixed: measured before the font is there, they would be cut off once it is.
        frame["grid"] = new JsonObject { ["left"] = NamesWidth + 8, ["right"] = 64, ["top"] = 4, ["bottom"] = 8, ["outerBoundsMode"] = "none" };
        frame["$names"] = ChartOption.Lines(shown.Select(p => p.Name));
        return (new ChartOption(frame), scale);
    }

    private static JsonNode Bar(ChartPoint point, string unit, Scale scale)
    {
        var color = point.Small ? Ink.Faint : Ink.Accent;
        var style = new JsonObject { ["color"] = color, ["borderRadius"] = new JsonArray(0, 2, 2, 0) };
        if (point.Immature)
        {
            style["color"] = Ink.AccentSoft;
            style["borderColor"] = color;
            style["borderWidth"] = 1;
            style["decal"] = ChartOption.Hatching(color);
        }

        return new JsonObject
        {
            ["value"] = scale.At(unit, point.Value),
            ["itemStyle"] = style,
            ["label"] = new JsonObject { ["formatter"] = point.Label, ["color"] = point.Small ? Ink.Muted : Ink.Text },
            ["tip"] = ChartOption.Lines(point.Tip),
        };
    }
}
