using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Tests.Metrics;

public sealed class MetricCatalogTests
{
    [Fact]
    public void Read_TheRepository_HasNoProblem() => RepositoryFiles.Catalog.Problems.ShouldBeEmpty();

    [Fact]
    public void Read_TheRepository_HasTheFoundationMetrics()
    {
        string[] expected =
        [
            "pool_size", "new_customers", "relation_retention_d1", "active_retention_d1", "active_retention_d7", "active_retention_d30",
            "relation_retention_q", "active_retention_q", "profile_completion_rate", "first_order_conv", "first_order_conv_7d",
            "first_order_conv_14d", "first_order_conv_90d", "repurchase_3m", "repurchase_6m", "repurchase_12m",
            "gmv", "net_sales", "orders", "buyers", "aov",
        ];
        expected.ShouldBeSubsetOf(RepositoryFiles.Catalog.Names);
    }

    // Where refunds were never loaded, none given back is no answer.
    [Fact]
    public void Read_TheRepository_WhatIsGivenBackNeedsRefunds()
    {
        var kinds = RepositoryFiles.Catalog.All.Where(metric => metric.Body.Contains("refund_types", StringComparison.Ordinal)).ToList();

        kinds.Count.ShouldBe(3);
        kinds.ShouldAllBe(metric => metric.Needs.Contains("refunds"));
    }

    [Fact]
    public void Read_BrokenFiles_ListsEveryProblemWithItsLineAndKeepsTheGoodOnes()
    {
        var facts = new SqlText("models/f.sql", """
            /* ---
            grain: customer
            source: f FINAL
            channel: channel
            owners: { acquirer: a, now: b, at_event: c }
            --- */
            SELECT 1
            """);
        var good = new SqlText("metrics/x/good.sql", """
            /* ---
            label: { zh: 好, en: Good }
            kind: rate
            facts: f
            cohort: joined_day
            window_days: 1
            owners: [acquirer]
            needs: [orders]
            because: {}
            doc: { zh: 好, en: Good }
            --- */
            true
            """);
        var bad = new SqlText("metrics/x/bad.sql", """
            /* ---
            label: { zh: 坏 }
            kind: ratio
            facts: g
            cohort: joined_day
            owners: [acquirer, nobody]
            needs: [order]
            windows_day: 3
            because: {}
            doc: { zh: 坏, en: Bad }
            --- */
            countIf((a)
            """);
        var bare = new SqlText("metrics/x/bare.sql", "SELECT 1");

        var catalog = MetricCatalog.Read([good, bad, bare, facts]);

        catalog.Names.ShouldBe(["good"]);
        catalog.Problems.Select(problem => $"{problem.File}:{problem.Line}").ShouldBe(
        [
            "metrics/x/bad.sql:3", "metrics/x/bad.sql:4", "metrics/x/bad.sql:3", "metrics/x/bad.sql:12", "metrics/x/bad.sql:2",
            "metrics/x/bad.sql:6", "metrics/x/bad.sql:7", "metrics/x/bad.sql:8", "metrics/x/bare.sql:1",
        ]);
        catalog.Problems.ShouldContain(problem => problem.Message.Contains("did you mean", StringComparison.Ordinal) && problem.Message.Contains("orders", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[channels]", false)]
    [InlineData("[orders|channels]", false)]
    [InlineData("[targets, campaigns]", false)]
    [InlineData("[orders, channels]", true)]
    [InlineData("[reach|costs, channels]", true)]
    public void Read_NeedsWithoutAnyDay_IsAProblem(string needs, bool isGood)
    {
        var facts = new SqlText("models/f.sql", """
            /* ---
            grain: customer
            source: f
            channel: channel
            owners: { acquirer: a, now: b, at_event: c }
            --- */
            SELECT 1
            """);
        var metric = new SqlText("metrics/x/m.sql", $$"""
            /* ---
            label: { zh: 数, en: M }
            kind: sum
            facts: f
            cohort: day
            owners: [acquirer]
            needs: {{needs}}
            because: {}
            doc: { zh: 数, en: M }
            --- */
            1
            """);

        var problems = MetricCatalog.Read([facts, metric]).Problems;

        problems.Select(problem => $"{problem.File}:{problem.Line}").ShouldBe(isGood ? [] : ["metrics/x/m.sql:7"]);
    }
}
