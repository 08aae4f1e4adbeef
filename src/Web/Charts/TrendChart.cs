using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>One line over time: interval as a light band, immature points hollow, provisional stretches dashed.</summary>
internal static class TrendChart
{
    public static (ChartOption Option, Scale Scale) Build(IReadOnlyList<ChartPoint> points, string unit, string language, Reference? reference = null)
    {
        var values = points.SelectMany(p => new[] { p.Value, p.Low, p.High }).ToList();
        var scale = Scale.Of(unit, language, [.. values, .. ReferenceMark.Reach(reference, values), .. EarlierLine.Reach(points)], mayCut: unit == "ratio");
        var series = new JsonArray();
        if (points.Any(p => p.Low is not null))
        {
            series.Add(Band(points.Select(p => p.Value is null ? null : scale.At(unit, p.Low)), area: false));
            series.Add(Band(points.Select(p => p.Value is null ? null : scale.At(unit, p.High) - scale.At(unit, p.Low)), area: true));
        }

        EarlierLine.AddTo(series, points, unit, scale);
        var line = Line(points, unit, scale);
        ReferenceMark.AddTo(line, reference, unit, scale);
        series.Add(line);
        if (points.Any(p => p.Provisional))
            series.Add(Tail(points, unit, scale));
        var frame = ChartOption.Frame(series, ChartOption.Categories(points.Select(p => p.Tick), betweenTicks: true), ChartOption.Values(scale), horizontal: false);
        frame["$names"] = ChartOption.Lines(points.Select(p => p.Name));
        return (new ChartOption(frame), scale);
    }

    private static JsonObject Line(IReadOnlyList<ChartPoint> points, string unit, Scale scale)
    {
        var last = points.Select((p, i) => (p, i)).LastOrDefault(pair => pair.p.Value is not null).i;
        return new JsonObject
        {
            ["type"] = "line",
            ["symbolSize"] = 7,
            ["connectNulls"] = false,
            ["lineStyle"] = new JsonObject { ["color"] = Ink.Accent, ["width"] = 2 },
            ["itemStyle"] = new JsonObject { ["color"] = Ink.Accent },
            ["data"] = new JsonArray([.. points.Select((point, index) => Point(point, unit, scale, solid: !point.Provisional, labelled: index == last))]),
        };
    }

    // The stretch to a period that is not over is drawn by itself, dashed; the solid line ends before it.
    private static JsonObject Tail(IReadOnlyList<ChartPoint> points, string unit, Scale scale) => new()
    {
        ["type"] = "line",
        ["symbolSize"] = 7,
        ["connectNulls"] = false,
        ["$quiet"] = true,
        ["lineStyle"] = new JsonObject { ["color"] = Ink.Accent, ["width"] = 2, ["type"] = "dashed" },
        ["itemStyle"] = new JsonObject { ["color"] = Ink.Accent },
        ["data"] = new JsonArray([.. points.Select((point, index) =>
            point.Provisional || (index + 1 < points.Count && points[index + 1].Provisional)
                ? Point(point, unit, scale, solid: true, labelled: point.Provisional && index == points.Count - 1)
                : null)]),
    };

    private static JsonNode Point(ChartPoint point, string unit, Scale scale, bool solid, bool labelled)
    {
        var data = new JsonObject
        {
            ["value"] = solid ? scale.At(unit, point.Value) : null,
            ["symbol"] = point.Immature || point.Provisional ? "emptyCircle" : "circle",
            ["tip"] = ChartOption.Lines(point.Tip),
        };
        if (point.Small)
            data["itemStyle"] = new JsonObject { ["color"] = Ink.Faint };
        if (labelled)
        {
            data["label"] = ChartOption.Outlined(new JsonObject
            {
                ["show"] = true,
                ["formatter"] = point.Label,
                ["color"] = point.Small ? Ink.Muted : Ink.Accent,
                ["fontWeight"] = 700,
                ["position"] = "top",
                ["distance"] = 8,
            });
        }

        return data;
    }

    private static JsonObject Band(IEnumerable<decimal?> values, bool area) => new()
    {
        ["type"] = "line",
        ["stack"] = "interval",
        ["symbol"] = "none",
        ["silent"] = true,
        ["$quiet"] = true,
        ["connectNulls"] = false,
        ["tooltip"] = new JsonObject { ["show"] = false },
        ["lineStyle"] = new JsonObject { ["opacity"] = 0 },
        ["areaStyle"] = new JsonObject { ["color"] = Ink.Accent, ["opacity"] = area ? 0.12 : 0 },
        ["data"] = new JsonArray([.. values.Select(value => (JsonNode?)value)]),
    };
}
