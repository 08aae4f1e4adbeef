namespace PrivateDomainBI.Core.Tests.Docs;

/// <summary>
/// docs/metrics.md says what the metric files say. Set UPDATE_DOCS=1 to write it anew, then read the difference.
/// </summary>
public sealed class MetricsPageTests
{
    private static readonly string Path = System.IO.Path.Combine(RepositoryFiles.Root, "docs", "metrics.md");

    [Fact]
    public void Page_IsWhatTheMetricFilesSay()
    {
        var page = MetricsPage.Of(RepositoryFiles.Catalog);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Path, page);

        File.ReadAllText(Path).ShouldBe(page, "docs/metrics.md is out of date; run with UPDATE_DOCS=1");
    }

    // Every definition stands there in both languages, and every file it points to is there.
    [Fact]
    public void Page_HoldsEveryMetricInBothLanguages()
    {
        var page = MetricsPage.Of(RepositoryFiles.Catalog);
        foreach (var metric in RepositoryFiles.Catalog.All)
        {
            foreach (var text in new[] { metric.Label.Zh, metric.Label.En, metric.Doc.Zh, metric.Doc.En, $"### {metric.Name}\n" })
                page.ShouldContain(text);
            var file = $"sql/metrics/{metric.Subject}/{metric.Name}.sql";
            page.ShouldContain($"](../{file})");
            File.Exists(System.IO.Path.Combine(RepositoryFiles.Root, file)).ShouldBeTrue(file);
        }
    }
}
