using System.Text.Json.Nodes;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Charts;

/// <summary>One cohort, or all of them, at one age; <paramref name="Value"/> null is a gap, never zero.</summary>
internal sealed record CurvePoint(string Name, decimal? Value, bool Immature, EarlyRead? Early, string Label, IReadOnlyList<string> Tip);

/// <summary>
/// Rates by age: all cohorts pooled as the bold line, some of them beside it. Points that are not all mature are hollow and
/// their stretch is dashed; the pooled estimate is a dotted line in a thin band, and is named one.
/// </summary>
internal static class CohortCurveChart
{
    public const int MostCohorts = 7;

    private const string Unit = "ratio";

    /// <summary>The series colour of a cohort; the first is the accent, which is the pooled line's.</summary>
    public static int HueOf(int cohort) => cohort + 2;

    public static (ChartOption Option, Scale Scale) Build(
        IReadOnlyList<CurvePoint> pooled, IReadOnlyList<IReadOnlyList<CurvePoint>> cohorts, string estimateName,
        IReadOnlyList<string> ticks, IReadOnlyList<string> names, string language)
    {
        var values = cohorts.Append(pooled).SelectMany(line => line).SelectMany(point => new[] { point.Value, point.Early?.Value })
            .Concat(pooled.SelectMany(point => new[] { point.Early?.Low, point.Early?.High }));
        var scale = Scale.Of(Unit, language, values, mayCut: true);
        var series = new JsonArray();
        if (pooled.Any(point => point.Early is not null))
        {
            series.Add(Band(pooled.Select(point => scale.At(Unit, point.Early?.Low)), area: false));
            series.Add(Band(pooled.Select(point => scale.At(Unit, point.Early?.High - point.Early?.Low)), area: true));
            series.Add(Estimate(pooled, estimateName, scale));
        }

        for (var i = 0; i < cohorts.Count; i++)
            Add(series, cohorts[i], $"$series-{HueOf(i)}", width: 1.5, scale);
        Add(series, pooled, Ink.Accent, width: 3, scale);
        var frame = ChartOption.Frame(series, ChartOption.Categories(ticks, betweenTicks: true), ChartOption.Values(scale), horizontal: false);
        frame["$names"] = ChartOption.Lines(names);
        return (new ChartOption(frame), scale);
    }

    // The points carry the name and what a pointer over them shows; the stretches between them are drawn apart, because one
    // line cannot be solid here and dashed there.
    private static void Add(JsonArray series, IReadOnlyList<CurvePoint> line, string color, double width, Scale scale)
    {
        var stretches = new JsonArray?[2];
        for (var i = 1; i < line.Count; i++)
        {
            if (line[i - 1].Value is null || line[i].Value is null)
                continue;
            var stretch = stretches[line[i].Immature ? 1 : 0] ??= Empty(line.Count);
            stretch[i - 1] = scale.At(Unit, line[i - 1].Value);
            stretch[i] = scale.At(Unit, line[i].Value);
        }

        for (var dashed = 0; dashed < 2; dashed++)
        {
            if (stretches[dashed] is { } data)
                series.Add(Plain(data, color, width, dashed == 1 ? "dashed" : "solid"));
        }

        series.Add(new JsonObject
        {
            ["type"] = "line",
            ["name"] = line.Count > 0 ? line[0].Name : "",
            ["symbolSize"] = width > 2 ? 8 : 5,
            ["connectNulls"] = false,
            ["lineStyle"] = new JsonObject { ["opacity"] = 0 },
            ["itemStyle"] = new JsonObject { ["color"] = color },
            ["data"] = new JsonArray([.. line.Select(point => new JsonObject
            {
                ["value"] = scale.At(Unit, point.Value),
                ["symbol"] = point.Immature ? "emptyCircle" : "circle",
                ["tip"] = ChartOption.Lines([point.Label, .. point.Tip]),
            })]),
        });
    }

    // Its label stands on the side away from the pooled line.
    private static JsonObject Estimate(IReadOnlyList<CurvePoint> pooled, string name, Scale scale) => new()
    {
        ["type"] = "line",
        ["name"] = name,
        ["symbol"] = "none",
        ["connectNulls"] = false,
        ["lineStyle"] = new JsonObject { ["color"] = Ink.Muted, ["width"] = 1.5, ["type"] = "dotted" },
        ["itemStyle"] = new JsonObject { ["color"] = Ink.Muted },
        ["endLabel"] = ChartOption.Outlined(new JsonObject { ["show"] = true, ["formatter"] = name, ["color"] = Ink.Muted, ["fontSize"] = 12, ["align"] = "right", ["offset"] = new JsonArray(0, pooled.Last(point => point.Early is not null) is var last && last.Early!.Value < last.Value ? 16 : -16) }),
        ["data"] = new JsonArray([.. pooled.Select(point => point.Early is not { } early ? null : new JsonObject
        {
            ["value"] = scale.At(Unit, early.Value),
            ["tip"] = ChartOption.Lines([Format.Percent(early.Value)]),
        })]),
    };

    private static JsonObject Plain(JsonArray data, string color, double width, string type) => new()
    {
        ["type"] = "line",
        ["symbol"] = "none",
        ["silent"] = true,
        ["connectNulls"] = false,
        ["tooltip"] = new JsonObject { ["show"] = false },
        ["lineStyle"] = new JsonObject { ["color"] = color, ["width"] = width, ["type"] = type },
        ["itemStyle"] = new JsonObject { ["color"] = color },
        ["data"] = data,
    };

    private static JsonObject Band(IEnumerable<decimal?> values, bool area) => new()
    {
        ["type"] = "line",
        ["stack"] = "estimate",
        ["symbol"] = "none",
        ["silent"] = true,
        ["connectNulls"] = false,
        ["tooltip"] = new JsonObject { ["show"] = false },
        ["lineStyle"] = new JsonObject { ["opacity"] = 0 },
        ["areaStyle"] = new JsonObject { ["color"] = Ink.Muted, ["opacity"] = area ? 0.18 : 0 },
        ["data"] = new JsonArray([.. values.Select(value => (JsonNode?)value)]),
    };

    private static JsonArray Empty(int count) => [.. Enumerable.Repeat<JsonNode?>(null, count)];
}
