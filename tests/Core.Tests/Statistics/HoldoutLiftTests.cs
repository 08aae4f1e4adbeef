using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Tests.Statistics;

public sealed class HoldoutLiftTests
{
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Newcombe_PublishedExamples_AreThePublishedLimits(long hits, long n, long otherHits, long otherN, double low, double high)
    {
        var interval = Newcombe.Interval(hits, n, otherHits, otherN)!.Value;

        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Of_OneCampaign_IsTheDifferenceTimesTheTreated()
    {
        var lift = HoldoutLift.Of([new Arms(56, 70, 48, 80)])!.Value;

        lift.Customers.ShouldBe(14);
        lift.Low.ShouldBe(70 * 0.0524, 0.005);
        lift.High.ShouldBe(70 * 0.3339, 0.005);
    }

    // The second campaign converts better and held out half: mixed, its holdout would make the first look harmful.
    [Fact]
    public void Of_TwoCampaigns_AddsTheirOwnDifferencesAndNeverMixesTheArms()
    {
        var lift = HoldoutLift.Of([new Arms(90, 900, 10, 100), new Arms(60, 100, 50, 100)])!.Value;

        lift.Customers.ShouldBe(10);
        lift.Compared.ShouldBe(1000);
        lift.Low.ShouldBeLessThan(10);
        lift.High.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Of_TwoLikeCampaigns_HasAnIntervalWiderByTheRootOfTwo()
    {
        var (one, two) = (HoldoutLift.Of([new Arms(56, 70, 48, 80)])!.Value, HoldoutLift.Of([new Arms(56, 70, 48, 80), new Arms(56, 70, 48, 80)])!.Value);

        (two.High - 28).ShouldBe((one.High - 14) * Math.Sqrt(2), 1e-9);
    }

    [Fact]
    public void Of_CampaignsWithoutOneOfTheArms_IsNothingAndLeavesThemOut()
    {
        HoldoutLift.Of([new Arms(5, 10, 0, 0), new Arms(0, 0, 5, 10)]).ShouldBeNull();
        HoldoutLift.Of([new Arms(5, 10, 0, 0), new Arms(56, 70, 48, 80)])!.Value.Compared.ShouldBe(70);
    }
}
