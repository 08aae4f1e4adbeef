using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Benchmarks;
using PrivateDomainBI.Core.Dashboards;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Ingest.Mappings;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Warehouse.Segments;
using PrivateDomainBI.Web.Benchmarks;

namespace PrivateDomainBI.Web.CommandLine;

/// <summary>
/// Gathers what is wrong with the files people write: metrics and facts, cohort tables, dashboards, segments, benchmarks, mappings, settings. They are the
/// product's own, or those of a folder laid out like it (sql/metrics, sql/models, dashboards, segments, benchmarks, mappings anywhere); what
/// such a folder lacks is taken from the product.
/// </summary>
internal sealed class Validation
{
    private readonly string _root;
    private readonly string? _folder;
    private readonly string _dataDirectory;
    private readonly Dictionary<string, SqlText> _texts;

    private Validation(string? folder, string dataDirectory)
    {
        var product = SqlFiles.Locate();
        _folder = folder;
        _root = folder ?? Path.GetDirectoryName(Path.GetFullPath(product.Folder))!;
        _dataDirectory = dataDirectory;
        var own = new SqlFiles(Path.Combine(_root, "sql"));
        IEnumerable<SqlText> Texts(string kind) => (own.ReadAll(kind) is { Count: > 0 } files ? files : product.ReadAll(kind)).Select(file => new SqlText(file.Name, file.Text));
        _texts = Texts("models").Concat(Texts("metrics")).ToDictionary(text => text.Path, StringComparer.Ordinal);
        Catalog = MetricCatalog.Read(_texts.Values);
    }

    public MetricCatalog Catalog { get; }

    public static Validation Of(string? folder, string dataDirectory) => new(folder, dataDirectory);

    /// <summary>Everything that shows without asking the engine.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. Catalog.Problems.Select(problem => problem with { File = Named("sql/" + problem.File) }),
        .. Dashboards(),
        .. Segments(),
        .. Benchmarks(),
        .. Strays("sql/metrics", ".sql"),
        .. Strays("dashboards", ".yaml"),
        .. Strays(BenchmarkShelf.FolderName, ".yaml"),
        .. Strays(SegmentFiles.FolderName, ".yaml"),
        .. Mappings().SelectMany(MappingFile.Check),
        .. _folder is null ? SettingsProblems() : [],
    ];

    /// <summary>What the engine refuses in metrics that could be read.</summary>
    public Task<IReadOnlyList<Problem>> RefusedAsync(MetricCheck check, CancellationToken ct) => check.CheckAsync(
        Catalog.All, metric => _texts[PathOf(metric)].Content, metric => Named("sql/" + PathOf(metric)), ct);

    private static string PathOf(Metric metric) => $"metrics/{metric.Subject}/{metric.Name}.sql";

    private IEnumerable<Problem> Dashboards()
    {
        var problems = new List<Problem>();
        foreach (var path in Files("dashboards", "*.yaml"))
            DashboardFile.Read(Named($"dashboards/{Path.GetFileName(path)}"), File.ReadAllText(path), Catalog, problems);
        return problems;
    }

    private List<Problem> Benchmarks()
    {
        var problems = new List<Problem>();
        foreach (var path in Files(BenchmarkShelf.FolderName, "*.yaml"))
            BenchmarkFile.Read(Named($"{BenchmarkShelf.FolderName}/{Path.GetFileName(path)}"), File.ReadAllText(path), Catalog, problems);
        return problems;
    }

    private List<Problem> Segments()
    {
        var problems = new List<Problem>();
        foreach (var (name, text) in SegmentFiles.Read(Path.Combine(_root, SegmentFiles.FolderName)))
            SegmentFile.Read(Named($"{SegmentFiles.FolderName}/{name}.yaml"), name, text, version: null, problems);
        return problems;
    }

    // A file that is passed over in silence because of its ending would be looked for in vain.
    private IEnumerable<Problem> Strays(string folder, string ending) => Files(folder, "*")
        .Where(path => !path.EndsWith(ending, StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith('.'))
        .Select(path => new Problem(Named(Path.GetRelativePath(_root, path).Replace('\\', '/')), 1, $"only files that end in {ending} are read here"));

    // Those that come with the product, and those that wait beside files in the inbox; of another folder, all in it.
    private IEnumerable<string> Mappings()
    {
        string[] folders = _folder is null ? [Path.Combine(_root, "samples"), Path.Combine(_dataDirectory, "inbox")] : [_root];
        return folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*mapping.yaml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
    }

    private IEnumerable<string> Files(string folder, string pattern) => Path.Combine(_root, folder) is var path && Directory.Exists(path)
        ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    // The product's own files are named from its root; those of a folder so that they open from where one stands.
    private string Named(string file) => _folder is null ? file : Path.Combine(_folder, file);

    private IEnumerable<Problem> SettingsProblems()
    {
        var business = Settings.Read().GetSection(BusinessOptions.Section).Get<BusinessOptions>();
        var zone = business?.TimeZone ?? "";
        if (BenchmarkShelf.Unknown(Path.Combine(_root, BenchmarkShelf.FolderName), business?.Industry ?? "") is { } unknown)
            yield return unknown;
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            yield return new Problem("appsettings.json", 1, $"Business:TimeZone '{zone}' is no IANA time zone, such as Asia/Shanghai");
    }
}
