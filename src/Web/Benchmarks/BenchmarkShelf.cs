using Microsoft.Extensions.Options;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Benchmarks;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Benchmarks;

/// <summary>What is usual in the company's industry (setting <c>Business:Industry</c>, a file in <c>benchmarks</c>), read once.</summary>
internal sealed class BenchmarkShelf(SqlFiles sql, MetricCatalog catalog, IOptions<BusinessOptions> business)
{
    public const string FolderName = "benchmarks";

    private readonly Lazy<(Industry? Industry, IReadOnlyList<Problem> Problems)> _own = new(() => Read(sql.Beside(FolderName), business.Value.Industry, catalog));

    /// <summary>What is wrong with the industry that the settings name; it is shown, not hidden.</summary>
    public IReadOnlyList<Problem> Problems => _own.Value.Problems;

    /// <summary>What to hold a metric's values of such periods against; null where nobody told.</summary>
    public BenchmarkView? Of(Metric metric, Grain grain, Reader reader)
    {
        if (_own.Value.Industry is not { } industry || industry.Of(metric.Name, grain) is not { } found)
            return null;
        var value = found.From == found.To
            ? reader.Format.Inline(metric.Unit, found.From)
            : $"{reader.Format.Inline(metric.Unit, found.From)}–{reader.Format.Inline(metric.Unit, found.To)}";
        return new BenchmarkView(new Reference(found.From, found.To), reader.Say(BenchmarkWords.Usual, reader[industry.Label], value), reader[found.Source]);
    }

    /// <summary>The names of the industries in a folder, for those who mistype one.</summary>
    public static IReadOnlyList<string> Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What is wrong with the setting itself; null where it names a file, or nothing.</summary>
    public static Problem? Unknown(string folder, string industry) => industry.Length == 0 || Names(folder).Contains(industry)
        ? null
        : new Problem("appsettings.json", 1, "Business:Industry: " + Nearest.Unknown("industry", industry, Names(folder)));

    private static (Industry? Industry, IReadOnlyList<Problem> Problems) Read(string folder, string industry, MetricCatalog catalog)
    {
        if (Unknown(folder, industry) is { } unknown)
            return (null, [unknown]);
        if (industry.Length == 0)
            return (null, []);
        var problems = new List<Problem>();
        return (BenchmarkFile.Read($"{FolderName}/{industry}.yaml", File.ReadAllText(Path.Combine(folder, industry + ".yaml")), catalog, problems), problems);
    }
}
