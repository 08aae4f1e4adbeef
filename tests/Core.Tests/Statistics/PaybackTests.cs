using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Tests.Statistics;

public sealed class PaybackTests
{
    private static readonly Dictionary<int, decimal> Gains = new() { [0] = 40, [2] = 60, [3] = -10, [5] = 30 };

    [Theory]
    [InlineData(40, 6, 1)]
    [InlineData(41, 6, 3)]
    [InlineData(100, 6, 3)]
    [InlineData(101, 6, 6)]
    [InlineData(100, 2, null)]
    [InlineData(121, 6, null)]
    [InlineData(0, 6, null)]
    public void Months_CostOfTheCohort_IsTheFirstMonthByWhoseEndItIsReached(int cost, int over, int? expected) =>
        Payback.Months(cost, Payback.Curve(Gains, over)).ShouldBe(expected);

    [Fact]
    public void Curve_OfMonthsWithAndWithoutGains_IsTheSumSoFar()
    {
        Payback.Curve(Gains, 6).ShouldBe([40, 40, 100, 90, 90, 120]);
        Payback.Curve(Gains, 1).ShouldBe([40]);
        Payback.Curve(Gains, 0).ShouldBeEmpty();
    }
}
