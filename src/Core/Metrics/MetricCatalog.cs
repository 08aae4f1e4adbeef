using System.Text.RegularExpressions;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>A file of the <c>sql</c> folder: its path below it with '/', and its text.</summary>
public sealed record SqlText(string Path, string Content);

/// <summary>
/// All metrics and facts that could be read, and every problem with those that could not: a bad file never
/// takes the good ones with it.
/// </summary>
public sealed partial class MetricCatalog
{
    /// <summary>Datasets whose rows carry a business day, and so have a completeThrough.</summary>
    public static readonly IReadOnlyList<string> DatasetsWithDays =
        ["customers", "relations", "ownership", "group_members", "campaign_audience", "events", "orders", "refunds", "reach", "costs"];

    /// <summary>Datasets that say how things are, now or in future; they are there or not, and never whole through a day.</summary>
    public static readonly IReadOnlyList<string> DatasetsWithoutDays = ["org_units", "employees", "channels", "groups", "campaigns", "list_members", "targets"];

    /// <summary>What a metric can need besides datasets: the company's margin, which is a setting.</summary>
    public const string Margin = "margin";

    /// <summary>
    /// And what rows of a dataset can leave untold: a campaign that tells its own margin, one that launches something new, a
    /// customer of whom it is told who brought her.
    /// </summary>
    public static readonly IReadOnlyList<string> Told = ["campaigns/margin", "campaigns/launch", "customers/referrer"];

    private readonly Dictionary<string, Metric> _metrics;
    private readonly ILookup<string, Problem> _problemsByName;

    private MetricCatalog(Dictionary<string, Metric> metrics, IReadOnlyList<Problem> problems)
    {
        _metrics = metrics;
        Problems = problems;
        _problemsByName = problems.Where(problem => problem.File.StartsWith("metrics/", StringComparison.Ordinal)).ToLookup(problem => Path.GetFileNameWithoutExtension(problem.File), StringComparer.Ordinal);
        All = [.. metrics.Values.OrderBy(metric => metric.Subject, StringComparer.Ordinal).ThenBy(metric => metric.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Metric> All { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public IEnumerable<string> Names => _metrics.Keys;

    public Metric? Find(string name) => _metrics.GetValueOrDefault(name);

    /// <summary>A catalogue of these metrics alone.</summary>
    internal static MetricCatalog Of(IEnumerable<Metric> metrics) =>
        new(metrics.ToDictionary(metric => metric.Name, StringComparer.Ordinal), []);
    /// <summary>What keeps a metric that has a file from being used; empty when there is no such file, or nothing is wrong with it.</summary>
    public IReadOnlyList<Problem> ProblemsOf(string name) => _metrics.ContainsKey(name) ? [] : [.. _problemsByName[name]];

    /// <summary>Reads <c>models/*.sql</c> that describe themselves, then <c>metrics/subject/name.sql</c>.</summary>
    public static MetricCatalog Read(IEnumerable<SqlText> files)
    {
        var problems = new List<Problem>();
        var metrics = new Dictionary<string, Metric>(StringComparer.Ordinal);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var facts = FactsFile.ReadAll(all, problems);

        foreach (var file in all.Where(file => file.Path.StartsWith("metrics/", StringComparison.Ordinal)))
        {
            var parts = file.Path.Split('/');
            var name = Path.GetFileNameWithoutExtension(file.Path);
            if (parts.Length != 3)
                problems.Add(new Problem(file.Path, 1, "a metric lies in metrics/<subject>/<name>.sql"));
            else if (!NamePattern().IsMatch(name))
                problems.Add(new Problem(file.Path, 1, $"the file's name is the metric's and stands in addresses: '{name}' may have a-z, 0-9 and _ and begins with a letter"));
            else if (paths.TryGetValue(name, out var other))
                problems.Add(new Problem(file.Path, 1, $"there is another metric named '{name}', in {other}"));
            else if (paths.TryAdd(name, file.Path) && MetricFile.Read(file.Path, parts[1], name, file.Content, facts, problems) is { } metric)
                metrics.Add(name, metric);
        }

        foreach (var variant in metrics.Values.Where(metric => metric.VariantOf is not null))
        {
            var file = all.First(file => file.Path == paths[variant.Name]);
            var line = 1 + file.Content.Split('\n').TakeWhile(line => !line.StartsWith("variant_of:", StringComparison.Ordinal)).Count();
            if (variant.VariantOf == variant.Name)
                problems.Add(new Problem(file.Path, line, "a metric is no variant of itself"));
            else if (!paths.ContainsKey(variant.VariantOf!))
                problems.Add(new Problem(file.Path, line, Nearest.Unknown("metric in variant_of", variant.VariantOf!, metrics.Keys)));
        }

        return new MetricCatalog(metrics, problems);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
