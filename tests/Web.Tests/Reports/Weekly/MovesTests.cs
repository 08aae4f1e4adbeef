using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Reports.Weekly;

namespace PrivateDomainBI.Web.Tests.Reports.Weekly;

public sealed class MovesTests
{
    [Fact]
    public void OfRate_OneChannelWorseSharesAlike_IsAllItsOwn()
    {
        MetricRow[] before = [Rate("douyin", 80, 100), Rate("store_qr", 90, 100)];
        MetricRow[] after = [Rate("douyin", 60, 100), Rate("store_qr", 90, 100)];

        var causes = Moves.OfRate("channel", before, after);

        causes.ShouldBe([new Cause("channel", "douyin", "douyin", -0.1m), new Cause("channel", "store_qr", "store_qr", 0m), new Cause("channel", null, "channel", 0m)]);
    }

    [Fact]
    public void OfRate_SameRatesOtherShares_IsAllMix()
    {
        MetricRow[] before = [Rate("douyin", 50, 100), Rate("store_qr", 90, 100)];
        MetricRow[] after = [Rate("douyin", 75, 150), Rate("store_qr", 45, 50)];

        var causes = Moves.OfRate("channel", before, after);

        causes.Single(cause => cause.Id is null).Effect.ShouldBe(-0.1m);
        causes.Where(cause => cause.Id is not null).ShouldAllBe(cause => cause.Effect == 0);
    }

    [Fact]
    public void OfRate_ChannelThatIsNew_AddsToTheMixAlone()
    {
        var causes = Moves.OfRate("channel", [Rate("store_qr", 90, 100)], [Rate("store_qr", 90, 100), Rate("douyin", 50, 100)]);

        causes.Single(cause => cause.Id == "douyin").Effect.ShouldBe(0);
        causes.Single(cause => cause.Id is null).Effect.ShouldBe(-0.2m);
    }

    [Fact]
    public void OfRate_AnyTwoPeriods_PartsAddUpToTheMove() =>
        Prop.ForAll(
            Gen.Choose(0, 400).Two().ListOf(4).Two().ToArbitrary(),
            periods =>
            {
                var (before, after) = (Rows(periods.Item1), Rows(periods.Item2));
                if (before.Sum(row => row.Denominator) is null or 0 || after.Sum(row => row.Denominator) is null or 0)
                    return true;
                var move = Whole(after) - Whole(before);
                return Math.Abs(Moves.OfRate("channel", before, after).Sum(cause => cause.Effect) - move) < 0.0000000001m;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfSum_MembersComingAndGoing_AddUpToTheMove()
    {
        var causes = Moves.OfSum("channel", [Sum("a", 5), Sum("b", 3)], [Sum("b", 1), Sum("c", 4)]);

        causes.Select(cause => (cause.Id, cause.Effect)).ShouldBe([("a", -5m), ("b", -2m), ("c", 4m)]);
    }

    private static decimal Whole(IReadOnlyList<MetricRow> rows) => (decimal)rows.Sum(row => row.Numerator!.Value) / rows.Sum(row => row.Denominator!.Value);

    private static MetricRow[] Rows(IEnumerable<(int, int)> counts) =>
        [.. counts.Select((count, index) => Rate($"c{index}", Math.Min(count.Item1, count.Item2), Math.Max(count.Item1, count.Item2)))];

    private static MetricRow Rate(string channel, long numerator, long denominator) =>
        WeeklyRows.Of(denominator == 0 ? null : (decimal)numerator / denominator, numerator, denominator, channel: channel);

    private static MetricRow Sum(string channel, decimal value) => WeeklyRows.Of(value, channel: channel);
}
