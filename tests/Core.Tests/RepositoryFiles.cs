using System.Reflection;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Tests;

/// <summary>Files of this repository, found from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    public static MetricCatalog Catalog { get; } = MetricCatalog.Read(Sql());

    public static CohortCatalog Cohorts { get; } = CohortCatalog.Read(Sql());

    private static IEnumerable<SqlText> Sql() =>
        Directory.EnumerateFiles(Path.Combine(Root, "sql"), "*.sql", SearchOption.AllDirectories)
            .Select(path => new SqlText(Path.GetRelativePath(Path.Combine(Root, "sql"), path).Replace('\\', '/'), File.ReadAllText(path)));

    private static string Find()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PrivateDomainBI.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
