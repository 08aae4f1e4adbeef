using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Dashboards;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>The dashboard files, read once; what is wrong with them is shown where they are, not hidden.</summary>
internal sealed class DashboardShelf(SqlFiles sql, MetricCatalog catalog)
{
    private readonly Lazy<IReadOnlyDictionary<string, (Dashboard? Dashboard, IReadOnlyList<Problem> Problems)>> _all = new(() => Read(sql.Beside("dashboards"), catalog));

    public (Dashboard? Dashboard, IReadOnlyList<Problem> Problems) Find(string name) =>
        _all.Value.GetValueOrDefault(name, (null, [new Problem($"dashboards/{name}.yaml", 1, "there is no such file")]));

    /// <summary>Everything wrong with any dashboard.</summary>
    public IReadOnlyList<Problem> Problems => [.. _all.Value.Values.SelectMany(entry => entry.Problems)];

    private static Dictionary<string, (Dashboard? Dashboard, IReadOnlyList<Problem> Problems)> Read(string folder, MetricCatalog catalog)
    {
        var all = new Dictionary<string, (Dashboard?, IReadOnlyList<Problem>)>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return all;
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var problems = new List<Problem>();
            var dashboard = DashboardFile.Read($"dashboards/{Path.GetFileName(path)}", File.ReadAllText(path), catalog, problems);
            all.Add(Path.GetFileNameWithoutExtension(path), (dashboard, problems));
        }

        return all;
    }
}
