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
        Payback.Months(cost, Gains, over).ShouldBe(expected);
}
