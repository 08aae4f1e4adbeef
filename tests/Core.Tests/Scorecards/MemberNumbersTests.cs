using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Scorecards;

public sealed class MemberNumbersTests
{
    private static readonly DateOnly Through = new(2026, 11, 20);
    private static readonly Dictionary<string, string> Nowhere = [];

    // Known, begun, nothing counted: a count is truly zero, a rate is not there. Unknown ids and periods to come are neither.
    [Fact]
    public void Of_MemberOfWhomNothingWasCounted_IsZeroOnlyWhereThatIsTrue()
    {
        var counts = Numbers(Some.Metric("orders"), Row("a", 5));

        counts.Of("a", isKnown: true).Value.ShouldBe(5);
        counts.Of("b", isKnown: true).ShouldSatisfyAllConditions(it => it.Value.ShouldBe(0), it => it.Why.ShouldBeNull(), it => it.Provisional.ShouldBeTrue());
        counts.Of("b", isKnown: false).ShouldBe(Reached.Nothing(Unscored.UnknownMember, Through));
        Numbers(Some.Metric("conv", kind: MetricKind.Rate), Row("a", 0.5m)).Of("b", isKnown: true).ShouldBe(Reached.Nothing(Unscored.NothingCounted, Through));
    }

    [Fact]
    public void Of_DataThatDoNotReachThePeriod_HasNoValue()
    {
        var metric = Some.Metric("orders");
        var empty = new Dictionary<string, Unranked>();

        new MemberNumbers(metric, Answer(metric) with { CompleteThrough = null }, "employee", empty).Of("a", isKnown: true).Why.ShouldBe(Unscored.NoData);
        new MemberNumbers(metric, Answer(metric) with { CompleteThrough = new DateOnly(2026, 10, 31) }, "employee", empty).Of("a", isKnown: true).Why.ShouldBe(Unscored.NotBegun);
    }

    [Fact]
    public void Of_NobodyMatureOrNobodyAtAll_SaysWhich()
    {
        var rate = Some.Metric("conv", kind: MetricKind.Rate);
        var numbers = Numbers(rate, Row("early", null) with { Denominator = 0, Immature = 4 }, Row("none", null) with { Denominator = 0 });

        numbers.Of("early", isKnown: true).ShouldSatisfyAllConditions(it => it.Why.ShouldBe(Unscored.Immature), it => it.Immature.ShouldBe(4));
        numbers.Of("none", isKnown: true).Why.ShouldBe(Unscored.NothingCounted);
    }

    [Fact]
    public void Of_Rate_IsAdjustedAndFewAreMarked()
    {
        var rate = Some.Metric("conv", kind: MetricKind.Rate, minN: 30);
        var numbers = Numbers(rate, Rate("few", 2, 2), Rate("a", 90, 100), Rate("b", 60, 100), Rate("c", 30, 100));

        numbers.Of("few", isKnown: true).ShouldSatisfyAllConditions(it => it.TooFew.ShouldBeTrue(), it => it.Value.ShouldBe(1), it => it.Adjusted!.Value.ShouldBeLessThan(0.9m));
        numbers.Of("a", isKnown: true).ShouldSatisfyAllConditions(it => it.TooFew.ShouldBeFalse(), it => it.Adjusted!.Value.ShouldBeLessThan(0.9m), it => it.N.ShouldBe(100));
        Numbers(Some.Metric("orders"), Row("a", 5)).Of("a", isKnown: true).ShouldSatisfyAllConditions(it => it.Adjusted.ShouldBeNull(), it => it.TooFew.ShouldBeFalse());
    }

    private static MemberNumbers Numbers(Metric metric, params MetricRow[] rows) => new(metric, Answer(metric, rows), "employee", new Dictionary<string, Unranked>());

    private static MetricResult Answer(Metric metric, params MetricRow[] rows) => new(
        metric.Info, new ResultRange(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), Grain.All, "Asia/Shanghai"), Through.AddDays(1), Through, 1, 0, "company", "now",
        rows, Row("", null), [], "", "", 0);

    private static MetricRow Row(string id, decimal? value) =>
        new(null, new Dictionary<string, string> { ["employee"] = id }, Nowhere, value, null, null, null, null, 0, null, Provisional: true, []);

    private static MetricRow Rate(string id, long hits, long of) => Row(id, (decimal)hits / of) with { Numerator = hits, Denominator = of };
}
