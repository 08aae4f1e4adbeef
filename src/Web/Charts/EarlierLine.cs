using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>What each period is compared with, as a thin grey line behind the values of the chart.</summary>
internal static class EarlierLine
{
    public static IEnumerable<decimal?> Reach(IEnumerable<ChartPoint> points) => points.Select(point => point.Earlier);

    /// <summary>Adds the line where any period has something to be compared with. The tips of the values tell its numbers.</summary>
    public static void AddTo(JsonArray series, IReadOnlyList<ChartPoint> points, string unit, Scale scale)
    {
        if (points.All(point => point.Earlier is null))
            return;
        series.Add(new JsonObject
        {
            ["type"] = "line",
            ["symbol"] = "circle",
            ["symbolSize"] = 4,
            ["silent"] = true,
            ["$quiet"] = true,
            ["connectNulls"] = false,
            ["lineStyle"] = new JsonObject { ["color"] = Ink.Muted, ["width"] = 1.5 },
            ["itemStyle"] = new JsonObject { ["color"] = Ink.Muted },
            ["data"] = new JsonArray([.. points.Select(point => (JsonNode?)scale.At(unit, point.Earlier))]),
        });
    }
}
