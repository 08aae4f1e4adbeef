using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>One bar a period, from zero. Immature and provisional bars are hatched; a value that is not there yet leaves a gap that says when.</summary>
internal static class BarsChart
{
    /// <summary>More bars than this, and the labels above them would collide: then the last one alone has its label.</summary>
    private const int LabelledOnPhone = 6;
    private const int Labelled = 9;

    public static (ChartOption Option, Scale Scale) Build(IReadOnlyList<ChartPoint> points, string unit, string language, Reference? reference = null)
    {
        var values = points.Select(p => p.Value).ToList();
        var scale = Scale.Of(unit, language, [.. values, .. ReferenceMark.Reach(reference, values), .. EarlierLine.Reach(points)], mayCut: false);
        var last = points.Select((point, index) => (point, index)).LastOrDefault(pair => pair.point.Value is not null).index;
        var bars = new JsonObject
        {
            ["type"] = "bar",
            ["barMaxWidth"] = 36,
            ["label"] = new JsonObject { ["show"] = points.Count <= Labelled, ["position"] = "top", ["fontSize"] = 12, ["color"] = Ink.Text },
            ["data"] = new JsonArray([.. points.Select((point, index) => Bar(point, unit, scale, alwaysLabelled: index == last))]),
        };
        ReferenceMark.AddTo(bars, reference, unit, scale);
        JsonArray series = [bars];
        EarlierLine.AddTo(series, points, unit, scale);
        var frame = ChartOption.Frame(series, ChartOption.Categories(points.Select(p => p.Tick), betweenTicks: true), ChartOption.Values(scale), horizontal: false);
        frame["$names"] = ChartOption.Lines(points.Select(p => p.Name));
        if (points.Count is > LabelledOnPhone and <= Labelled)
        {
            frame["media"] = new JsonArray(
                new JsonObject
                {
                    ["query"] = new JsonObject { ["maxWidth"] = 480 },
                    ["option"] = new JsonObject { ["series"] = new JsonArray(new JsonObject { ["label"] = new JsonObject { ["show"] = false } }) },
                },
                new JsonObject
                {
                    ["option"] = new JsonObject { ["series"] = new JsonArray(new JsonObject { ["label"] = new JsonObject { ["show"] = true } }) },
                });
        }

        return (new ChartOption(frame), scale);
    }

    private static JsonNode Bar(ChartPoint point, string unit, Scale scale, bool alwaysLabelled)
    {
        var color = point.Small ? Ink.Faint : Ink.Accent;
        var style = new JsonObject { ["color"] = color, ["borderRadius"] = new JsonArray(2, 2, 0, 0) };
        if (point.Immature || point.Provisional)
        {
            style["color"] = Ink.AccentSoft;
            style["borderColor"] = color;
            style["borderWidth"] = 1;
            style["borderType"] = point.Provisional ? "dashed" : "solid";
            style["decal"] = ChartOption.Hatching(color);
        }

        var label = ChartOption.Outlined(new JsonObject { ["formatter"] = point.Label, ["color"] = point.Immature || point.Small ? Ink.Muted : Ink.Text });
        if (alwaysLabelled)
            label["show"] = true;
        return new JsonObject
        {
            ["value"] = scale.At(unit, point.Value),
            ["itemStyle"] = style,
            ["label"] = label,
            ["tip"] = ChartOption.Lines(point.Tip),
        };
    }
}
