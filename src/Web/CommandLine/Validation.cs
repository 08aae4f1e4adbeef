using PrivateDomainBI.Core;
using PrivateDomainBI.Ingest.Mappings;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Web.Dashboards;

namespace PrivateDomainBI.Web.CommandLine;

// Gathers what is wrong with the files people write: metrics and facts, cohort tables, dashboards, mappings, settings.
internal static class Validation
{
    public static IReadOnlyList<Problem> Problems(string dataDirectory)
    {
        var sql = SqlFiles.Locate();
        var catalog = MetricsModule.ReadCatalog(sql);
        return
        [
            .. catalog.Problems.Concat(MetricsModule.ReadCohorts(sql).Problems).Select(problem => problem with { File = "sql/" + problem.File }),
            .. new DashboardShelf(sql, catalog).Problems,
            .. Mappings(sql, dataDirectory).SelectMany(MappingFile.Check),
            .. SettingsProblems(),
        ];
    }

    // Those that come with the product, and those that wait beside files in the inbox.
    private static IEnumerable<string> Mappings(SqlFiles sql, string dataDirectory)
    {
        var root = Path.GetDirectoryName(Path.GetFullPath(sql.Folder))!;
        return new[] { Path.Combine(root, "samples"), Path.Combine(dataDirectory, "inbox") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*mapping.yaml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Problem> SettingsProblems()
    {
        var zone = Settings.Read().GetSection(BusinessOptions.Section).Get<BusinessOptions>()?.TimeZone ?? "";
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            yield return new Problem("appsettings.json", 1, $"Business:TimeZone '{zone}' is no IANA time zone, such as Asia/Shanghai");
    }
}
