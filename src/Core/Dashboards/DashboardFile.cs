using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Dashboards;

/// <summary>
/// Reads one dashboard file. A block with a problem is left out and the others stay, so that a slip in one
/// never empties the page; every problem is told with its line.
/// </summary>
public static class DashboardFile
{
    private const int DefaultPeriods = 13;
    private const int MostPeriods = 60;

    public static Dashboard? Read(string file, string yaml, MetricCatalog catalog, List<Problem> problems)
    {
        if (YamlMap.Read(file, yaml, 0, problems) is not { } root)
            return null;
        var name = Path.GetFileNameWithoutExtension(file);
        var title = root.BothLanguages("title", required: true) ?? new Text(name, name);
        var blocks = new List<DashboardBlock>();
        foreach (var map in root.Maps("blocks"))
        {
            var before = problems.Count;
            var block = Block(map, $"b{blocks.Count + 1}", catalog);
            if (problems.Count == before)
                blocks.Add(block);
        }

        if (!root.Has("blocks") || (blocks.Count == 0 && problems.Count == 0))
            root.Problem("blocks", "a dashboard needs at least one block");
        root.RefuseOthers();
        return new Dashboard(name, title, blocks);
    }

    private static DashboardBlock Block(YamlMap map, string id, MetricCatalog catalog)
    {
        var kind = map.OneOf("kind", "trend", "cards", "trend", "bars", "split", "table", "funnel") switch
        {
            "cards" => BlockKind.Cards,
            "bars" => BlockKind.Bars,
            "split" => BlockKind.Split,
            "table" => BlockKind.Table,
            "funnel" => BlockKind.Funnel,
            _ => BlockKind.Trend,
        };
        if (!map.Has("kind"))
            map.Problem("kind", "missing 'kind': cards, trend, bars, split, table or funnel");
        var grain = GrainOf(map, Grain.Week);
        var metrics = kind is BlockKind.Cards or BlockKind.Table or BlockKind.Funnel
            ? map.Maps("metrics").Select(item => Metric(item, grain, catalog)).OfType<BlockMetric>().ToList()
            : Metric(map, grain, catalog) is { } one ? [one] : [];
        if (metrics.Count == 0 && kind is BlockKind.Cards or BlockKind.Table or BlockKind.Funnel)
            map.Problem("metrics", $"a block of {(kind switch { BlockKind.Cards => "cards", BlockKind.Table => "kind table", _ => "kind funnel" })} needs 'metrics'");
        if (kind == BlockKind.Funnel)
            CheckStages(map, metrics, [.. metrics.Select(item => catalog.Find(item.Name)).OfType<Metric>()]);
        var by = By(map, kind);
        var periods = Within(map, "periods", DefaultPeriods, 2, MostPeriods);
        var width = Within(map, "width", 12, 3, 12);
        var title = map.BothLanguages("title");
        if (title is not null && kind != BlockKind.Funnel)
            map.Problem("title", "only a funnel has a title of its own; other blocks have their metric's");
        map.RefuseOthers();
        return new DashboardBlock(id, kind, metrics, periods, by, width, title);
    }

    // Bars below each other are only comparable when all are shares of the same customers, counted after the same wait.
    private static void CheckStages(YamlMap map, List<BlockMetric> named, List<Metric> stages)
    {
        if (named.Select(item => item.Grain).Distinct().Count() > 1)
            map.Problem("metrics", "the stages of a funnel are of one period: give 'grain' to the block");
        foreach (var stage in stages)
        {
            if (stage.Kind != MetricKind.Rate || stage.IsStock)
                map.Problem("metrics", $"a stage of a funnel is a share of a cohort, and {stage.Name} is none");
            else if ((stage.Cohort, stage.Among, stage.WindowDays, stage.SettleDays) != (stages[0].Cohort, stages[0].Among, stages[0].WindowDays, stages[0].SettleDays))
                map.Problem("metrics", $"{stage.Name} is a share of other customers than {stages[0].Name}, or waits for another time");
        }
    }

    private static BlockMetric? Metric(YamlMap map, Grain grain, MetricCatalog catalog)
    {
        var name = map.Text("metric", required: true);
        var own = GrainOf(map, grain);
        // A metric whose own file is broken stays in its place and says so there.
        if (name is not null && catalog.Find(name) is null && catalog.ProblemsOf(name).Count == 0)
            map.Problem("metric", Nearest.Unknown("metric", name, catalog.Names));
        return name is null ? null : new BlockMetric(name, own);
    }

    private static string? By(YamlMap map, BlockKind kind)
    {
        var by = map.Text("by", required: kind is BlockKind.Split or BlockKind.Table);
        if (by is not null && !Dimensions.All.Contains(by))
            map.Problem("by", Nearest.Unknown("dimension", by, Dimensions.All));
        else if (by is not null && kind is not (BlockKind.Split or BlockKind.Table))
            map.Problem("by", "only split and table blocks are split by a dimension");
        return by;
    }

    private static Grain GrainOf(YamlMap map, Grain otherwise) => map.OneOf("grain", "", "day", "week", "month", "quarter") switch
    {
        "day" => Grain.Day,
        "week" => Grain.Week,
        "month" => Grain.Month,
        "quarter" => Grain.Quarter,
        _ => otherwise,
    };

    private static int Within(YamlMap map, string key, int otherwise, int least, int most)
    {
        if (map.Whole(key) is not { } number)
            return otherwise;
        if (number < least || number > most)
            map.Problem(key, $"{key} must be between {least} and {most}");
        return number;
    }
}
