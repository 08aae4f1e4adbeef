using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Explain;

public sealed class ExplainAnswersTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 17);
    private static readonly DateRange October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));
    private static readonly DateRange September = new(new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1));

    [Fact]
    public void Explain_ImmatureMonth_TellsMaturityRestatementAndTheRestApart()
    {
        // Seen in time September was 25 of 200; by now its late joiners have matured (80 of 400), and of the 200 of then
        // one more is known to have ordered. Its first days, like for like, are 27 of 210.
        var answers = Answers("first_order_conv", Rate(22, 220), Rate(80, 400), Rate(25, 200), Rate(27, 210), Rate(26, 200),
            [Row("a", 20, 100), Row("b", 7, 110)], [Row("a", 12, 110), Row("b", 10, 110)]);

        var told = answers.Explain(Metric("first_order_conv"));

        told.State.ShouldBe(ExplainState.Explained);
        told.Difference.ShouldBe(0.1m - 0.125m);
        told.Change.ShouldBe(0.1m - 0.2m);
        told.Restated.ShouldBe(new Restated(0.07m, 0.005m));
        var effects = told.Dimensions.Single().Effects;
        effects.Restatement.ShouldBe(0.075m);
        effects.Maturity.ShouldBe(0.128571m - 0.2m);
        effects.Overlap.ShouldBe(0);
        effects.Total.ShouldBe(told.Difference!.Value);
        told.Dimensions[0].Members.Select(member => member.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Explain_AnyAnswers_EffectsAddUpToBothDifferences() =>
        Prop.ForAll(Gen.Choose(1, 300).ArrayOf(16).ToArbitrary(), n =>
        {
            MetricRow[] before = [Row("a", Math.Min(n[0], n[1]), Math.Max(n[0], n[1])), Row("b", Math.Min(n[2], n[3]), Math.Max(n[2], n[3]))];
            MetricRow[] after = [Row("b", Math.Min(n[4], n[5]), Math.Max(n[4], n[5])), Row("c", Math.Min(n[6], n[7]), Math.Max(n[6], n[7]))];
            var told = Answers(
                "first_order_conv", Whole(after), Any(n[8], n[9]), Any(n[10], n[11]), Whole(before), Any(n[12], n[13]), before, after).Explain(Metric("first_order_conv"));
            var effects = told.Dimensions.Single().Effects;
            return effects.Total == told.Difference && effects.Total - effects.Restatement == told.Change
                && told.Restated!.Matured + told.Restated.Revised == effects.Restatement
                && told.Difference == told.Later.Value - told.Reported!.Value && told.Change == told.Later.Value - told.Earlier!.Value
                && told.Dimensions[0].Members.Sum(member => member.Effect) == effects.Rate + effects.Mix;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Explain_Mean_WeighsMembersByTheirRows()
    {
        // 2 orders of 100 and 1 of 400, mean 200; then 1 of 100 and 2 of 400, mean 300: nobody changed, all of it is mix.
        var told = Answers("aov", Mean(900, 3), Mean(600, 3), Mean(600, 3), Mean(600, 3), Mean(600, 3),
            [Mean(200, 2, "a"), Mean(400, 1, "b")], [Mean(100, 1, "a"), Mean(800, 2, "b")]).Explain(Metric("aov"));

        told.Dimensions.Single().Effects.ShouldBe(new Effects(0, 100, 0, 0, 0));
        told.Dimensions[0].Members[0].After.ShouldBe(new ExplainedFigure(100, 100, 1));
    }

    [Fact]
    public void Explain_NobodyMature_SaysSo() =>
        Answers("first_order_conv", Rate(0, 0) with { Immature = 12 }, Rate(1, 2), Rate(1, 2), null, Rate(1, 2), [], [])
            .Explain(Metric("first_order_conv")).State.ShouldBe(ExplainState.Immature);

    [Fact]
    public void Explain_NobodyBefore_HasNothingToCompare()
    {
        var told = Answers("first_order_conv", Rate(1, 2), Rate(0, 0), Rate(0, 0), Rate(0, 0), Rate(0, 0), [], []).Explain(Metric("first_order_conv"));

        told.State.ShouldBe(ExplainState.NothingToCompare);
        told.Dimensions.ShouldBeEmpty();
    }

    [Fact]
    public void Explain_NothingReportedThen_IsTheChangeOfToday()
    {
        var told = Answers("first_order_conv", Rate(1, 4), Rate(1, 2), Rate(0, 0), Rate(1, 2), null, [Row("a", 1, 2)], [Row("a", 1, 4)]).Explain(Metric("first_order_conv"));

        told.Reported.ShouldBeNull();
        told.Restated.ShouldBeNull();
        told.Difference.ShouldBe(-0.25m);
        told.Dimensions.Single().Effects.ShouldBe(new Effects(-0.25m, 0, 0, 0, 0));
    }

    private static Metric Metric(string name) => RepositoryFiles.Catalog.Find(name)!;

    private static ExplainAnswers Answers(
        string metric, MetricRow later, MetricRow earlier, MetricRow reported, MetricRow? likeForLike, MetricRow? matureThen, MetricRow[] before, MetricRow[] after)
    {
        var range = new ResultRange(October.From, October.To, Grain.All, "Asia/Shanghai");
        var result = new MetricResult(Metric(metric).Info, range, AsOf, AsOf.AddDays(-1), 1, 0, "company", "acquirer", [], later, [], "", "", 0);
        return new ExplainAnswers(
            ComparedDays.Of(October, September, Metric(metric), AsOf), AsOf, result, earlier, reported, likeForLike, matureThen,
            [new SplitAnswers("channel", before, after)]);
    }

    private static MetricRow Any(int a, int b) => Rate(Math.Min(a, b), Math.Max(a, b));

    private static MetricRow Whole(MetricRow[] rows) => Rate(rows.Sum(row => row.Numerator!.Value), rows.Sum(row => row.Denominator!.Value));

    private static MetricRow Row(string channel, long numerator, long denominator) => Rate(numerator, denominator) with
    {
        By = new Dictionary<string, string> { ["channel"] = channel }, Labels = new Dictionary<string, string> { ["channel"] = channel },
    };

    private static MetricRow Rate(long numerator, long denominator) => new(
        null, new Dictionary<string, string>(), new Dictionary<string, string>(),
        denominator == 0 ? null : Math.Round((decimal)numerator / denominator, 6), numerator, denominator, null, null, 0, null, Provisional: false, []);

    private static MetricRow Mean(decimal total, long rows, string channel = "") => Row(channel, 0, 0) with
    {
        Value = Math.Round(total / rows, 2), Numerator = null, Denominator = null, Quotient = new QuotientParts(total, rows),
    };
}
