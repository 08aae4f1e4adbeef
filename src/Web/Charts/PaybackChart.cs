using System.Text.Json.Nodes;

namespace PrivateDomainBI.Web.Charts;

/// <summary>
/// What cohorts brought in so far, as a multiple of what they cost, by month of age: one line each, a dashed line at 1 where
/// the cost is back, and a shaded stretch of months to measure by.
/// </summary>
internal static class PaybackChart
{
    private const string Unit = "multiple";

    /// <summary>The first and last month of age of the shaded stretch, which is left out where the lines end before it.</summary>
    public const int UsualFrom = 3;

    public const int UsualTo = 6;

    public static ChartOption Build(
        IReadOnlyList<ChartSeries> cohorts, IReadOnlyList<string> ticks, IReadOnlyList<string> names, string breakEven, string usualName, string language)
    {
        var scale = Scale.Of(Unit, language, cohorts.SelectMany(cohort => cohort.Points.Select(point => point?.Value)).Append(1), mayCut: false);
        var lines = new JsonArray([.. cohorts.Select(cohort => new JsonObject
        {
            ["type"] = "line",
            ["name"] = cohort.Name,
            ["symbolSize"] = 5,
            ["connectNulls"] = false,
            ["lineStyle"] = new JsonObject { ["color"] = cohort.Color, ["width"] = 2 },
            ["itemStyle"] = new JsonObject { ["color"] = cohort.Color },
            ["emphasis"] = new JsonObject { ["focus"] = "series" },
            ["data"] = new JsonArray([.. cohort.Points.Select(point => point is null ? null : new JsonObject
            {
                ["value"] = scale.At(Unit, point.Value),
                ["symbol"] = "circle",
                ["tip"] = ChartOption.Lines(point.Tip),
            })]),
        })]);
        lines[0]!["markLine"] = new JsonObject
        {
            ["silent"] = true,
            ["symbol"] = "none",
            ["lineStyle"] = new JsonObject { ["color"] = Ink.Text, ["type"] = "dashed", ["width"] = 1 },
            ["label"] = ChartOption.Outlined(new JsonObject { ["formatter"] = breakEven, ["position"] = "insideStartTop", ["color"] = Ink.Text, ["fontSize"] = 12 }),
            ["data"] = new JsonArray(new JsonObject { ["yAxis"] = scale.At(Unit, 1) }),
        };
        if (ticks.Count >= UsualFrom)
        {
            lines[0]!["markArea"] = new JsonObject
            {
                ["silent"] = true,
                ["itemStyle"] = new JsonObject { ["color"] = Ink.Muted, ["opacity"] = 0.1 },
                ["label"] = new JsonObject { ["position"] = "insideTop", ["color"] = Ink.Muted, ["fontSize"] = 12 },
                ["data"] = new JsonArray(new JsonArray(
                    new JsonObject { ["name"] = usualName, ["xAxis"] = UsualFrom - 1 },
                    new JsonObject { ["xAxis"] = Math.Min(UsualTo, ticks.Count) - 1 })),
            };
        }

        var frame = ChartOption.Frame(lines, ChartOption.Categories(ticks, betweenTicks: true), ChartOption.Values(scale), horizontal: false);
        frame["$names"] = ChartOption.Lines(names);
        return new ChartOption(frame);
    }
}
