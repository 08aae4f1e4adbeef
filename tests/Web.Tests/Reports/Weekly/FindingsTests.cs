using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Reports.Weekly;

namespace PrivateDomainBI.Web.Tests.Reports.Weekly;

public sealed class FindingsTests
{
    [Fact]
    public void Largest_QuietMetricThatJumps_ComesBeforeTheRestlessOne()
    {
        var restless = Card("net_sales", 100, 130, 100, 130, 100, 130, 100);
        var quiet = Card("new_customers", 100, 101, 100, 101, 100, 101, 111);

        var findings = Findings.Largest([(restless, false), (quiet, false)]);

        findings.Select(finding => finding.Metric).ShouldBe(["new_customers", "net_sales"]);
        findings[0].IsUsual.ShouldBeFalse();
        findings[1].IsUsual.ShouldBeTrue();
        findings[0].Size.ShouldBe(10m / 101);
    }

    [Fact]
    public void Largest_Rate_IsMeasuredInPoints()
    {
        var findings = Findings.Largest([(Card("relation_retention_d1", 0.80m, 0.82m, 0.80m, 0.82m, 0.80m, 0.70m), true)]);

        findings.Single().Size.ShouldBe(-0.10m);
        findings.Single().Usual.ShouldBe(0.02m);
    }

    [Fact]
    public void Largest_TooFewPeriods_SaysNothingOfTheUsual() =>
        Findings.Largest([(Card("net_sales", 100, 130, 90), false)]).Single().Usual.ShouldBeNull();

    [Fact]
    public void Largest_NothingMoved_TellsNothing() =>
        Findings.Largest([(Card("net_sales", 100, 100, 100), false), (Card("new_customers", 7), false)]).ShouldBeEmpty();

    // The first week has two days of data, and is neither what the second rose from nor how it usually moves.
    [Fact]
    public void Largest_TheWeekInWhichTheDataBegan_IsNoMeasure()
    {
        var young = Card("net_sales", 20, 100);
        Findings.Largest([(young with { Series = young.Series with { Since = WeeklyRows.Monday.AddDays(-2) } }, false)]).ShouldBeEmpty();

        var older = Card("net_sales", 20, 100, 110, 100, 110, 100, 110);
        var since = older with { Series = older.Series with { Since = WeeklyRows.Monday.AddDays((-7 * 6) + 5) } };
        Findings.Largest([(since, false)]).Single().Usual.ShouldBe(((10m / 110) + (10m / 100)) / 2);
    }

    [Fact]
    public void Causes_OfARate_AreEachMembersOwnAndOneMix()
    {
        var before = WeeklyRows.Split(WeeklyRows.Of(0.5m, 50, 100, channel: "a"), WeeklyRows.Of(0.9m, 90, 100, channel: "b"));
        var after = WeeklyRows.Split(WeeklyRows.Of(0.4m, 60, 150, channel: "a"), WeeklyRows.Of(0.9m, 45, 50, channel: "b"));

        var causes = Findings.Causes("channel", before, after, isRate: true);

        causes.Select(cause => (cause.Id, cause.Effect)).ShouldBe([("a", -0.0625m), ("b", 0m), (null, -0.1125m)]);
        causes.Sum(cause => cause.Effect).ShouldBe((105m / 200) - (140m / 200));
    }

    [Fact]
    public void Causes_OfASum_AreEachMembersChange()
    {
        var before = WeeklyRows.Split(WeeklyRows.Of(5, channel: "a"), WeeklyRows.Of(3, channel: "b"));
        var after = WeeklyRows.Split(WeeklyRows.Of(1, channel: "b"), WeeklyRows.Of(4, channel: "c"));

        Findings.Causes("channel", before, after, isRate: false).Select(cause => (cause.Id, cause.Effect)).ShouldBe([("a", -5m), ("b", -2m), ("c", 4m)]);
    }

    [Fact]
    public void MainCauses_PartsAgainstTheMove_AreNotItsCauses()
    {
        Cause[] channel = [new("channel", "a", "a", -5), new("channel", "b", "b", 3), new("channel", "c", "c", -1), new("channel", "d", "d", -2)];
        Cause[] region = [new("region", "east", "east", -5)];

        Findings.MainCauses(-5, [channel, region]).Select(cause => cause.Id).ShouldBe(["a", "d", "east"]);
    }

    [Theory]
    [InlineData(0, false, 2)]
    [InlineData(20, false, 2)]
    [InlineData(30, false, 1)]
    [InlineData(0, true, 1)]
    public void CardPeriod_LatestWeek_IsShownWhenItCanBeJudged(long immature, bool provisional, int expected)
    {
        MetricRow[] rows =
        [
            WeeklyRows.Of(0.5m, 50, 100), WeeklyRows.Of(0.5m, 50, 100),
            WeeklyRows.Of(0.5m, 50, 100, immature, provisional), WeeklyRows.Of(null, 0, 0, immature: 100),
        ];

        CardPeriod.Of(rows).ShouldBe(expected);
    }

    private static ReportCard Card(string metric, params decimal[] values)
    {
        var series = WeeklyRows.Weeks(metric, "count", [.. values.Select(value => WeeklyRows.Of(value))]);
        return new ReportCard(series, CardPeriod.Of(series.Rows));
    }
}
