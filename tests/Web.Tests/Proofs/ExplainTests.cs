using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Explain;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Why the demo company's numbers moved: for every metric, dimension and the last two months that can be judged, and the
// last month though it cannot, the parts add up to what the answers to the same questions differ by, to the last digit.
[Collection(LoadedDemoProofs.Name)]
public sealed class ExplainTests(LoadedDemo demo)
{
    public static TheoryData<string> MetricNames => [.. Services.Catalog.All.Select(metric => metric.Name)];

    private DateOnly DayAfterData => demo.Manifest.CompleteThrough.AddDays(1);

    [Theory]
    [MemberData(nameof(MetricNames))]
    public async Task EveryMove_IsTheDifferenceOfItsAnswers(string name)
    {
        var metric = Services.Catalog.Find(name)!;
        var judged = ExplainQuestions.Latest(metric, Grain.Month, DayAfterData);
        var running = Month(Periods.StartOf(demo.Manifest.CompleteThrough, Grain.Month));
        var over = Month(running.From.AddMonths(-1));
        foreach (var range in new[] { judged, Month(judged.From.AddMonths(-1)), over, running }.Distinct())
        {
            var told = await ExplainAsync(name, range, NearbyPeriods.Previous(range));
            if (!metric.IsDivisible)
                (told.State, told.Dimensions.Count).ShouldBe((ExplainState.Indivisible, 0), $"{name} {range}");
            else if (told.State == ExplainState.BeforeData)
                NearbyPeriods.Previous(range).From.ShouldBeLessThan(told.Since!.Value, $"{name} {range}");
            else if (told.State == ExplainState.Explained)
                await ShouldAddUpAsync(metric, told, $"{name} {range}");
            else if (told.Later is { Value: null, Immature: > 0 })
                told.State.ShouldBe(ExplainState.Immature, $"{name} {range}");
            else
                await ShouldHaveNobodyAsync(metric, told, $"{name} {range}");
        }

        var year = await ExplainAsync(name, judged, NearbyPeriods.YearBefore(judged));
        if (year.State == ExplainState.Explained)
            await ShouldAddUpAsync(metric, year, $"{name} {judged} against the year before");
    }

    [Fact]
    public async Task MonthThatIsHalfMature_ChargesTheHalfToMaturity()
    {
        // Of the month before the last day of the data some have been members for 37 days, and some have not.
        var range = Month(Periods.StartOf(demo.Manifest.CompleteThrough, Grain.Month).AddMonths(-1));
        var told = await ExplainAsync("first_order_conv", range, NearbyPeriods.Previous(range));
        told.Later.Immature.ShouldBeGreaterThan(0);

        var matureDays = demo.Manifest.CompleteThrough.AddDays(-37).DayNumber - range.From.DayNumber + 1;
        var firstDays = new DateRange(range.From.AddMonths(-1), range.From.AddMonths(-1).AddDays(matureDays));
        var (whole, part) = (await AskAsync("first_order_conv", Month(range.From.AddMonths(-1))), await AskAsync("first_order_conv", firstDays));
        told.Dimensions.ShouldAllBe(dimension => dimension.Effects.Maturity == part.Value - whole.Value);
        (part.Value - whole.Value).ShouldNotBe(0);
    }

    [Fact]
    public async Task OrdersRefundedSince_AreTheRestatement()
    {
        var restated = new List<decimal>();
        for (var month = Month(Periods.StartOf(demo.Manifest.From, Grain.Month).AddMonths(1)); month.To <= DayAfterData; month = Month(month.To))
        {
            // Each month seen on the day after it, so the earlier one was seen with its last orders still to be refunded.
            var told = await ExplainAsync("orders", month, NearbyPeriods.Previous(month), asOf: month.To);
            told.Restated!.Matured.ShouldBe(0);
            told.Dimensions.ShouldAllBe(dimension => dimension.Effects.Restatement == told.Restated.Revised);
            restated.Add(told.Restated.Revised);
        }

        // A valid order can only be lost, to a refund that comes later.
        restated.ShouldAllBe(change => change <= 0);
        restated.Sum().ShouldBeLessThan(0);
    }

    // In one of the periods, or on those days of the earlier one that the later one is compared with.
    private async Task ShouldHaveNobodyAsync(Metric metric, Explanation told, string what)
    {
        told.State.ShouldBe(ExplainState.NothingToCompare, what);
        var later = await AskAsync(told.Metric.Name, ExplainSentences.Days(told.Later));
        var earlier = await AskAsync(told.Metric.Name, ExplainSentences.Days(told.Earlier!));
        var days = ComparedDays.Of(ExplainSentences.Days(told.Later), ExplainSentences.Days(told.Earlier!), metric, told.AsOf!.Value).LikeForLike;
        var likeForLike = days.IsEmpty ? null : await AskAsync(told.Metric.Name, days);
        (later.Value is null || earlier.Value is null || likeForLike?.Value is null).ShouldBeTrue(what);
    }

    private async Task ShouldAddUpAsync(Metric metric, Explanation told, string what)
    {
        told.State.ShouldBe(ExplainState.Explained, what);
        told.Dimensions.Count.ShouldBe(metric.Dimensions.Count, what);
        var later = await AskAsync(metric.Name, ExplainSentences.Days(told.Later));
        var earlier = await AskAsync(metric.Name, ExplainSentences.Days(told.Earlier!));
        told.Change.ShouldBe(later.Value - earlier.Value, what);
        if (told.Reported is { } reported)
        {
            var seenThen = await AskAsync(metric.Name, ExplainSentences.Days(reported), reported.AsOf);
            told.Difference.ShouldBe(later.Value - seenThen.Value, what);
            (reported.AsOf.DayNumber - reported.To.DayNumber).ShouldBe(told.AsOf!.Value.DayNumber - told.Later.To.DayNumber, what);
        }

        foreach (var dimension in told.Dimensions)
        {
            dimension.Effects.Total.ShouldBe(told.Difference!.Value, $"{what} by {dimension.Dimension}");
            (dimension.Effects.Total - dimension.Effects.Restatement).ShouldBe(told.Change!.Value, $"{what} by {dimension.Dimension}");
            dimension.Members.Sum(member => member.Rate).ShouldBe(dimension.Effects.Rate, $"{what} by {dimension.Dimension}");
            dimension.Members.Sum(member => member.Mix).ShouldBe(dimension.Effects.Mix, $"{what} by {dimension.Dimension}");
            if (metric.Aggregate != Aggregate.Customers)
                dimension.Effects.Overlap.ShouldBe(0, $"{what} by {dimension.Dimension}");
        }

        await ShouldBeTheMembersAsync(metric, told, what);
    }

    // Each member's parts, worked out apart from the product: in doubles, from answers asked again.
    private async Task ShouldBeTheMembersAsync(Metric metric, Explanation told, string what)
    {
        foreach (var dimension in told.Dimensions.Where(dimension => dimension.Dimension is Dimensions.Channel or "store"))
        {
            var before = await SplitAsync(metric.Name, ExplainSentences.Days(told.LikeForLike!), dimension.Dimension);
            var after = await SplitAsync(metric.Name, ExplainSentences.Days(told.Later), dimension.Dimension);
            var (n0, n1) = (before.Values.Sum(Weight), after.Values.Sum(Weight));
            var average = metric.IsWeighted ? ((before.Values.Sum(Amount) / n0) + (after.Values.Sum(Amount) / n1)) / 2 : 0;
            foreach (var member in dimension.Members)
            {
                var (row0, row1) = (before.GetValueOrDefault(member.Id), after.GetValueOrDefault(member.Id));
                var (rate, mix) = (Amount(row1) - Amount(row0), 0d);
                if (metric.IsWeighted && Weight(row0) == 0 && Weight(row1) == 0)
                {
                    rate = (Amount(row1) / n1) - (Amount(row0) / n0);
                }
                else if (metric.IsWeighted)
                {
                    var (p0, p1) = (Weight(row0) > 0 ? Amount(row0) / Weight(row0) : (double?)null, Weight(row1) > 0 ? Amount(row1) / Weight(row1) : (double?)null);
                    rate = p0 is null || p1 is null ? 0 : ((Weight(row0) / n0) + (Weight(row1) / n1)) / 2 * (p1.Value - p0.Value);
                    mix = p0 is null || p1 is null
                        ? (Amount(row1) / n1) - (Amount(row0) / n0) - (((Weight(row1) / n1) - (Weight(row0) / n0)) * average)
                        : ((Weight(row1) / n1) - (Weight(row0) / n0)) * (((p0.Value + p1.Value) / 2) - average);
                }

                var unit = Math.Pow(10, -metric.ValueDigits);
                ((double)member.Rate).ShouldBe(rate, unit, $"{what}, {dimension.Dimension} {member.Id}");
                ((double)member.Mix).ShouldBe(mix, unit, $"{what}, {dimension.Dimension} {member.Id}");
            }
        }

        static double Amount(MetricRow? row) => (double)(row?.Quotient?.Total ?? row?.Numerator ?? row?.Value ?? 0);
        static double Weight(MetricRow? row) => (double)(row?.Quotient?.Over ?? row?.Denominator ?? 0);
    }

    private static DateRange Month(DateOnly start) => new(start, start.AddMonths(1));

    private Task<Explanation> ExplainAsync(string metric, DateRange range, DateRange versus, DateOnly? asOf = null) => demo.Warehouse.Explainer.ExplainAsync(
        new ExplainRequest(metric, range, versus, Services.Catalog.Find(metric)!.Dimensions, new Dictionary<string, IReadOnlyList<string>>(), AsOf: asOf),
        AccessScope.Company, TestContext.Current.CancellationToken);

    private async Task<MetricRow> AskAsync(string metric, DateRange range, DateOnly? asOf = null) =>
        (await demo.Warehouse.AskAsync(Question(metric, range) with { AsOf = asOf })).Total;

    private async Task<Dictionary<string, MetricRow>> SplitAsync(string metric, DateRange range, string dimension) =>
        (await demo.Warehouse.AskAsync(Question(metric, range) with { By = [dimension] })).Rows.ToDictionary(row => row.By[dimension]);

    private static MetricRequest Question(string metric, DateRange range) =>
        new(metric, range, Grain.All, [], new Dictionary<string, IReadOnlyList<string>>());
}
