using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>Counts or money over time in layers that add up to the whole.</summary>
internal static class LayersChart
{
    public static (ChartOption Option, Scale Scale) Build(IReadOnlyList<ChartSeries> series, IReadOnlyList<string> ticks, IReadOnlyList<string> names, string unit, string language)
    {
        var totals = ticks.Select((_, index) => (decimal?)series.Sum(s => Math.Max(0, s.Points[index]?.Value ?? 0)));
        var below = ticks.Select((_, index) => series.Sum(s => Math.Min(0, s.Points[index]?.Value ?? 0))).DefaultIfEmpty(0).Min();
        var scale = Scale.Of(unit, language, totals, mayCut: false, floor: below);
        var layers = new JsonArray([.. series.Select(s => new JsonObject
        {
            ["type"] = "bar",
            ["name"] = s.Name,
            ["stack"] = "whole",
            ["barMaxWidth"] = 36,
            ["itemStyle"] = new JsonObject { ["color"] = s.Color, ["borderColor"] = Ink.Surface, ["borderWidth"] = 1 },
            ["data"] = new JsonArray([.. s.Points.Select(point => Layer(point, s.Color, unit, scale))]),
        })]);
        var frame = ChartOption.Frame(layers, ChartOption.Categories(ticks, betweenTicks: true), ChartOption.Values(scale), horizontal: false);
        frame["$names"] = ChartOption.Lines(names);
        return (new ChartOption(frame), scale);
    }

    private static JsonNode? Layer(ChartPoint? point, string color, string unit, Scale scale)
    {
        if (point is null)
            return null;
        var data = new JsonObject { ["value"] = scale.At(unit, point.Value), ["tip"] = ChartOption.Lines(point.Tip.Take(1)) };
        if (point.Provisional || point.Immature)
            data["itemStyle"] = new JsonObject { ["color"] = color, ["decal"] = ChartOption.Hatching(Ink.Surface) };
        return data;
    }
}
