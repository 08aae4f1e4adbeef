using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Scorecards;

public sealed class AttainmentTests
{
    private static readonly DateRange November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1));

    // Values and targets in cents, some of them zero or below.
    private static readonly Arbitrary<(decimal Value, decimal Target)> Pairs = Gen.Choose(-200, 100_000)
        .SelectMany(value => Gen.Choose(-50, 60_000).Select(target => (value / 100m, target / 100m))).ToArbitrary();

    [Theory]
    [InlineData(23, 30, false, "0.766667")]
    [InlineData(30, 30, false, "1")]
    [InlineData(0, 30, false, "0")]
    [InlineData(-5, 100, false, "-0.05")]
    [InlineData(5, 4, true, "0.8")]
    [InlineData(4, 5, true, "1.25")]
    public void Of_ValueAndTarget_IsTheirShare(int value, int target, bool isDown, string share) =>
        Attainment.Of(value, target, isDown).ShouldBe(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(5, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(5, -1, false)]
    [InlineData(5, 0, true)]
    public void Of_TargetOfNothing_HasNoShare(int value, int target, bool isDown)
    {
        Attainment.Of(value, target, isDown).ShouldBeNull();
        Attainment.Counted(value, target, isDown).ShouldBeNull();
    }

    // No loss at all is better than any share of a limit says, and must not score lower than one loss.
    [Fact]
    public void Counted_NoneWhereLowerIsBetter_IsTheCap()
    {
        Attainment.Of(0, 5, isDown: true).ShouldBeNull();
        Attainment.Counted(0, 5, isDown: true).ShouldBe(Attainment.Cap);
    }

    [Fact]
    public void Counted_Any_IsNeverAboveTheCapAndOnOneSideWithTheTarget() => Prop.ForAll(Pairs, Gen.Elements(true, false).ToArbitrary(), (pair, isDown) =>
    {
        var (value, target) = pair;
        if (Attainment.Counted(value, target, isDown) is not { } counted)
        {
            target.ShouldBeLessThanOrEqualTo(0);
            return;
        }

        counted.ShouldBeLessThanOrEqualTo(1.5m);
        (counted >= 1).ShouldBe(Attainment.IsReached(value, target, isDown), "no target here is so large that rounding hides a cent");
        if (value >= 0)
            counted.ShouldBeGreaterThanOrEqualTo(0);
    }).QuickCheckThrowOnFailure();

    // Better never counts less.
    [Fact]
    public void Counted_BetterValue_CountsNoLess() => Prop.ForAll(Pairs, Gen.Choose(0, 5_000).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (pair, more, isDown) =>
    {
        var (value, target) = pair;
        var better = value + ((isDown ? -1 : 1) * more / 100m);
        if (Attainment.Counted(value, target, isDown) is { } counted)
            Attainment.Counted(better, target, isDown)!.Value.ShouldBeGreaterThanOrEqualTo(counted);
    }).QuickCheckThrowOnFailure();

    // Lower is better is higher is better, seen from the other side.
    [Fact]
    public void Of_Down_IsUpWithValueAndTargetExchanged() => Prop.ForAll(Pairs, pair =>
    {
        if (pair.Value > 0 && pair.Target > 0)
            Attainment.Of(pair.Value, pair.Target, isDown: true).ShouldBe(Attainment.Of(pair.Target, pair.Value, isDown: false));
    }).QuickCheckThrowOnFailure();

    // 10 of 30 days with a third of the target is exactly in pace.
    [Theory]
    [InlineData("2026-11-10", 10, "10", "1")]
    [InlineData("2026-11-15", 10, "15", "0.666667")]
    [InlineData("2026-11-01", 2, "1", "2")]
    public void Pace_OpenPeriod_MeasuresAgainstTheShareOfItsDays(string through, int value, string expected, string attainment)
    {
        var pace = Pace.Of(November, DateOnly.Parse(through, null), value, 30, grows: true, isDown: false)!;

        pace.Days.ShouldBe(30);
        pace.Expected.ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        pace.Attainment.ShouldBe(decimal.Parse(attainment, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-11-30")]
    [InlineData("2027-02-01")]
    [InlineData("2026-10-31")]
    public void Pace_PeriodOverOrNotBegun_IsNone(string through) =>
        Pace.Of(November, DateOnly.Parse(through, null), 10, 30, grows: true, isDown: false).ShouldBeNull();

    // A rate does not grow day by day.
    [Fact]
    public void Pace_OfWhatDoesNotGrow_SaysTheDaysAlone() =>
        Pace.Of(November, new DateOnly(2026, 11, 10), 0.2m, 0.3m, grows: false, isDown: false).ShouldBe(new Pace(10, 30, Expected: null, Attainment: null));
}
