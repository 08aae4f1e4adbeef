using PrivateDomainBI.Core.Dashboards;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Dashboards;

public sealed class DashboardFileTests
{
    private static readonly string Root = FindRoot();
    private static readonly MetricCatalog Catalog = MetricCatalog.Read(
        Directory.EnumerateFiles(Path.Combine(Root, "sql"), "*.sql", SearchOption.AllDirectories)
            .Select(path => new SqlText(Path.GetRelativePath(Path.Combine(Root, "sql"), path).Replace('\\', '/'), File.ReadAllText(path))));

    [Fact]
    public void Read_EveryDashboardOfTheRepository_HasNoProblem()
    {
        var files = Directory.GetFiles(Path.Combine(Root, "dashboards"), "*.yaml");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var problems = new List<Problem>();
            DashboardFile.Read(file, File.ReadAllText(file), Catalog, problems).ShouldNotBeNull().Blocks.ShouldNotBeEmpty();
            problems.ShouldBeEmpty();
        }
    }

    // Bars below each other must be of the same customers, seen after the same time.
    [Theory]
    [InlineData("[ { metric: engaged_rate_30d }, { metric: referrer_rate_30d } ]", null)]
    [InlineData("[ { metric: relation_retention_d1 }, { metric: active_retention_d1 } ]", null)]
    [InlineData("[ { metric: active_retention_d1 }, { metric: active_retention_d7 } ]", "active_retention_d7 is a share of other customers than active_retention_d1")]
    [InlineData("[ { metric: buyer_rate_30d }, { metric: first_order_conv } ]", "first_order_conv is a share of other customers than buyer_rate_30d")]
    [InlineData("[ { metric: order_conv } ]", "order_conv is none")]
    [InlineData("[ { metric: engaged_rate_30d, grain: month }, { metric: buyer_rate_30d } ]", "the stages of a funnel are of one period")]
    public void Read_Funnel_TakesSharesOfTheSameCustomersAlone(string stages, string? problem)
    {
        var problems = new List<Problem>();
        DashboardFile.Read("f.yaml", "title: { zh: 试, en: Try }\nblocks:\n  - { kind: funnel, metrics: " + stages + " }\n", Catalog, problems);
        if (problem is null)
            problems.ShouldBeEmpty();
        else
            problems.ShouldHaveSingleItem().Message.ShouldContain(problem);
    }

    [Fact]
    public void Read_Funnel_HasATitleOfItsOwnIfItWants()
    {
        const string Stages = "metrics: [ { metric: relation_retention_d1 }, { metric: active_retention_d1 } ]";
        var problems = new List<Problem>();
        var dashboard = DashboardFile.Read(
            "f.yaml", "title: { zh: 试, en: Try }\nblocks:\n  - { kind: funnel, title: { zh: 留, en: Kept }, " + Stages + " }\n  - { kind: funnel, " + Stages + " }\n", Catalog, problems);
        problems.ShouldBeEmpty();
        dashboard!.Blocks.Select(block => block.Title).ShouldBe([new Text("留", "Kept"), null]);
    }

    [Fact]
    public void Read_TellsEveryProblemWithItsLine_AndKeepsTheGoodBlocks()
    {
        const string Yaml = """
            title: { zh: 试, en: Try }
            blocks:
              - { kind: trend, metric: gmv, periods: 4 }
              - { kind: trend, metric: gvm }
              - { kind: split, metric: gmv }
              - kind: cards
              - { kind: bars, metric: gmv, by: channel, colour: red }
              - { kind: table, by: planet, metrics: [ { metric: gmv } ] }
              - { kind: bars, metric: gmv, periods: 1000 }
            """;
        var problems = new List<Problem>();
        var dashboard = DashboardFile.Read("dashboards/try.yaml", Yaml, Catalog, problems).ShouldNotBeNull();
        dashboard.Blocks.Select(block => block.Id).ShouldBe(["b1"]);
        problems.Select(problem => problem.Line).Distinct().Order().ShouldBe([4, 5, 6, 7, 8, 9]);
        problems.ShouldContain(problem => problem.Line == 4 && problem.Message.Contains("gmv"));
        problems.ShouldContain(problem => problem.Line == 7 && problem.Message.Contains("colour"));
    }

    [Fact]
    public void Read_MetricMayHaveItsOwnGrain()
    {
        var dashboard = DashboardFile.Read(
            "a.yaml", "title: { zh: 试, en: Try }\nblocks:\n  - kind: cards\n    grain: week\n    metrics:\n      - { metric: gmv }\n      - { metric: repurchase_3m, grain: month }\n", Catalog, []);
        dashboard!.Blocks[0].Metrics.ShouldBe([new BlockMetric("gmv", Grain.Week), new BlockMetric("repurchase_3m", Grain.Month)]);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PrivateDomainBI.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
