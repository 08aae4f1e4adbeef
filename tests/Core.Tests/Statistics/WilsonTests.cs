using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Tests.Statistics;

public sealed class WilsonTests
{
    // Values of the design's own table, computed elsewhere.
    [Theory]
    [InlineData(0, 20, 0, 0.161)]
    [InlineData(3, 20, 0.052, 0.360)]
    [InlineData(23, 412, 0.0375, 0.0824)]
    [InlineData(20, 20, 0.839, 1)]
    public void Interval_KnownCounts_MatchesPublishedValues(long hits, long n, double low, double high)
    {
        var interval = Wilson.Interval(hits, n).ShouldNotBeNull();
        interval.Low.ShouldBe(low, 0.0006);
        interval.High.ShouldBe(high, 0.0006);
    }

    [Fact]
    public void Interval_NobodyToCount_IsNull() => Wilson.Interval(0, 0).ShouldBeNull();
}
