using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Benchmarks;

/// <summary>Reads the benchmarks of one industry. One with a problem is left out and the others stay; every problem is told with its line.</summary>
public static class BenchmarkFile
{
    public static Industry? Read(string file, string yaml, MetricCatalog catalog, List<Problem> problems)
    {
        if (YamlMap.Read(file, yaml, 0, problems) is not { } root)
            return null;
        var name = Path.GetFileNameWithoutExtension(file);
        var label = root.BothLanguages("label", required: true) ?? new Text(name, name);
        var source = root.BothLanguages("source", required: true) ?? new Text("", "");
        var all = new Dictionary<string, Benchmark>(StringComparer.Ordinal);
        foreach (var map in root.Maps("benchmarks"))
        {
            var before = problems.Count;
            var benchmark = Read(map, source, catalog);
            if (problems.Count == before && !all.TryAdd(benchmark!.Metric, benchmark))
                map.Problem("metric", $"{benchmark.Metric} has a benchmark already");
        }

        if (!root.Has("benchmarks"))
            root.Problem("benchmarks", "an industry needs at least one benchmark");
        root.RefuseOthers();
        return new Industry(name, label, all);
    }

    private static Benchmark? Read(YamlMap map, Text source, MetricCatalog catalog)
    {
        var metric = map.Text("metric", required: true);
        if (metric is not null && catalog.Find(metric) is null && catalog.ProblemsOf(metric).Count == 0)
            map.Problem("metric", Nearest.Unknown("metric", metric, catalog.Names));
        var (one, from, to) = (map.Number("value"), map.Number("from"), map.Number("to"));
        if (map.Has("value") == (map.Has("from") || map.Has("to")) || map.Has("from") != map.Has("to"))
            map.Problem("value", "a benchmark is either one 'value' or a stretch 'from' … 'to'");
        else if (from > to)
            map.Problem("from", "'from' is not above 'to'");
        Grain? grain = map.OneOf("grain", "", "day", "week", "month", "quarter", "year") is { Length: > 0 } told ? Enum.Parse<Grain>(told, ignoreCase: true) : null;
        var own = map.BothLanguages("source") ?? source;
        map.RefuseOthers();
        return (one ?? from, one ?? to) is ({ } low, { } high) && metric is not null ? new Benchmark(metric, low, high, grain, own) : null;
    }
}
