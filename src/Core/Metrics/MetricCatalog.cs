namespace PrivateDomainBI.Core.Metrics;

/// <summary>A file of the <c>sql</c> folder: its path below it with '/', and its text.</summary>
public sealed record SqlText(string Path, string Content);

/// <summary>
/// All metrics and facts that could be read, and every problem with those that could not: a bad file never
/// takes the good ones with it.
/// </summary>
public sealed class MetricCatalog
{
    /// <summary>Datasets whose rows carry a business day, and so have a completeThrough.</summary>
    public static readonly IReadOnlyList<string> DatasetsWithDays =
        ["customers", "relations", "ownership", "group_members", "campaign_audience", "events", "orders", "refunds", "reach", "costs"];

    /// <summary>Datasets that say how things are, now or in future; they are there or not, and never whole through a day.</summary>
    public static readonly IReadOnlyList<string> DatasetsWithoutDays = ["org_units", "employees", "channels", "groups", "campaigns", "targets"];

    private readonly Dictionary<string, Metric> _metrics;

    private MetricCatalog(Dictionary<string, Metric> metrics, IReadOnlyList<Problem> problems)
    {
        _metrics = metrics;
        Problems = problems;
        All = [.. metrics.Values.OrderBy(metric => metric.Subject, StringComparer.Ordinal).ThenBy(metric => metric.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Metric> All { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public IEnumerable<string> Names => _metrics.Keys;

    public Metric? Find(string name) => _metrics.GetValueOrDefault(name);

    /// <summary>A catalogue of these metrics alone.</summary>
    internal static MetricCatalog Of(IEnumerable<Metric> metrics) =>
        new(metrics.ToDictionary(metric => metric.Name, StringComparer.Ordinal), []);

    /// <summary>Reads <c>models/*.sql</c> that describe themselves, then <c>metrics/subject/name.sql</c>.</summary>
    public static MetricCatalog Read(IEnumerable<SqlText> files)
    {
        var problems = new List<Problem>();
        var facts = new Dictionary<string, Facts>(StringComparer.Ordinal);
        var metrics = new Dictionary<string, Metric>(StringComparer.Ordinal);
        var all = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();

        foreach (var file in all.Where(file => file.Path.StartsWith("models/", StringComparison.Ordinal) && file.Content.StartsWith("/* ---", StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(file.Path);
            if (FactsFile.Read(file.Path, name, file.Content, problems) is { } read)
                facts.Add(name, read);
        }

        foreach (var file in all.Where(file => file.Path.StartsWith("metrics/", StringComparison.Ordinal)))
        {
            var parts = file.Path.Split('/');
            var name = Path.GetFileNameWithoutExtension(file.Path);
            if (parts.Length != 3)
                problems.Add(new Problem(file.Path, 1, "a metric lies in metrics/<subject>/<name>.sql"));
            else if (metrics.ContainsKey(name))
                problems.Add(new Problem(file.Path, 1, $"there is another metric named '{name}'"));
            else if (MetricFile.Read(file.Path, parts[1], name, file.Content, facts, problems) is { } metric)
                metrics.Add(name, metric);
        }

        foreach (var orphan in metrics.Values.Where(metric => metric.VariantOf is { } parent && !metrics.ContainsKey(parent)))
            problems.Add(new Problem($"metrics/{orphan.Subject}/{orphan.Name}.sql", 1, Nearest.Unknown("metric in variant_of", orphan.VariantOf!, metrics.Keys)));
        return new MetricCatalog(metrics, problems);
    }
}
