using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>
/// An ECharts option. Colours are roles (<see cref="Ink"/>) and <c>$tips</c> stands for the tooltip that shows
/// each point's own lines; whoever draws it fills in both.
/// </summary>
internal sealed record ChartOption(JsonObject Json)
{
    /// <summary>Safe to write between script tags: the encoder escapes angle brackets and ampersands.</summary>
    public string ToJson() => Json.ToJsonString(JsonSerializerOptions.Default);

    /// <summary>What all charts share: no motion, margins for labels, a quiet category axis and a value axis.</summary>
    public static JsonObject Frame(JsonArray series, JsonNode categoryAxis, JsonNode valueAxis, bool horizontal) => new()
    {
        ["animation"] = false,
        ["textStyle"] = new JsonObject { ["fontFamily"] = "$font", ["color"] = Ink.Text },
        ["grid"] = new JsonObject { ["left"] = 8, ["right"] = 16, ["top"] = 24, ["bottom"] = 8, ["outerBoundsMode"] = "same", ["outerBoundsContain"] = "axisLabel" },
        ["tooltip"] = Tooltip(),
        ["xAxis"] = horizontal ? valueAxis : categoryAxis,
        ["yAxis"] = horizontal ? categoryAxis : valueAxis,
        ["series"] = series,
    };

    public static JsonObject Categories(IEnumerable<string> ticks, bool betweenTicks) => new()
    {
        ["type"] = "category",
        ["boundaryGap"] = betweenTicks,
        ["data"] = new JsonArray([.. ticks.Select(tick => (JsonNode)tick)]),
        ["axisTick"] = new JsonObject { ["show"] = false },
        ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = Ink.Line } },
        ["axisLabel"] = new JsonObject { ["color"] = Ink.Muted, ["hideOverlap"] = true, ["fontSize"] = 12 },
    };

    public static JsonObject Values(Scale scale) => new()
    {
        ["type"] = "value",
        ["min"] = scale.Min,
        ["max"] = scale.Max,
        ["interval"] = scale.Step,
        ["axisLabel"] = new JsonObject { ["color"] = Ink.Muted, ["fontSize"] = 12, ["formatter"] = "{value}" + scale.Suffix },
        ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = Ink.Line } },
    };

    /// <summary>Diagonal strokes that mark a bar as not final, in any print.</summary>
    public static JsonObject Hatching(string color) => new()
    {
        ["color"] = color,
        ["dashArrayX"] = new JsonArray(1, 0),
        ["dashArrayY"] = new JsonArray(2, 4),
        ["rotation"] = -0.7854,
    };

    /// <summary>Keeps a label readable where it crosses a line or a bar.</summary>
    public static JsonObject Outlined(JsonObject label)
    {
        label["textBorderColor"] = Ink.Halo;
        label["textBorderWidth"] = 3;
        return label;
    }

    public static JsonArray Lines(IEnumerable<string> lines) => [.. lines.Select(line => (JsonNode)line)];

    private static JsonObject Tooltip() => new()
    {
        ["trigger"] = "axis",
        ["confine"] = true,
        ["transitionDuration"] = 0,
        ["backgroundColor"] = Ink.Surface,
        ["borderColor"] = Ink.Line,
        ["textStyle"] = new JsonObject { ["color"] = Ink.Text, ["fontSize"] = 13 },
        ["axisPointer"] = new JsonObject { ["type"] = "line", ["lineStyle"] = new JsonObject { ["color"] = Ink.Faint, ["type"] = "solid" } },
        ["formatter"] = "$tips",
    };
}
