using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>Several rates over time, each line named at its end; the legend above serves the phone.</summary>
internal static class LinesChart
{
    public static (ChartOption Option, Scale Scale) Build(IReadOnlyList<ChartSeries> series, IReadOnlyList<string> ticks, IReadOnlyList<string> names, string unit, string language)
    {
        var scale = Scale.Of(unit, language, series.SelectMany(s => s.Points.Select(p => p?.Value)), mayCut: unit == "ratio");
        var lines = new JsonArray([.. series.Select(s => new JsonObject
        {
            ["type"] = "line",
            ["name"] = s.Name,
            ["symbolSize"] = 6,
            ["connectNulls"] = false,
            ["lineStyle"] = new JsonObject { ["color"] = s.Color, ["width"] = 2 },
            ["itemStyle"] = new JsonObject { ["color"] = s.Color },
            ["emphasis"] = new JsonObject { ["focus"] = "series" },
            ["data"] = new JsonArray([.. s.Points.Select(point => Point(point, unit, scale))]),
        })]);
        var frame = ChartOption.Frame(lines, ChartOption.Categories(ticks, betweenTicks: true), ChartOption.Values(scale), horizontal: false);
        frame["$names"] = ChartOption.Lines(names);
        return (new ChartOption(frame), scale);
    }

    private static JsonNode? Point(ChartPoint? point, string unit, Scale scale)
    {
        if (point is null)
            return null;
        var data = new JsonObject
        {
            ["value"] = scale.At(unit, point.Value),
            ["symbol"] = point.Immature || point.Provisional ? "emptyCircle" : "circle",
            ["tip"] = ChartOption.Lines(point.Tip.Take(2)),
        };
        if (point.Small)
            data["itemStyle"] = new JsonObject { ["color"] = Ink.Faint };
        return data;
    }
}
