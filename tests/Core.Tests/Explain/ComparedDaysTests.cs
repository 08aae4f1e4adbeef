using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Explain;

public sealed class ComparedDaysTests
{
    private static readonly DateRange September = new(new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1));
    private static readonly DateRange October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));

    [Fact]
    public void Of_BothMature_ComparesWholeMonthsAndLooksBackEquallyLate()
    {
        // 30 days and 7 to settle: the last of October is mature when 7 December is whole.
        var days = ComparedDays.Of(October, September, Metric("first_order_conv"), new DateOnly(2026, 12, 8));

        days.ShouldBe(new ComparedDays(October, September, September, new DateOnly(2026, 11, 7), September));
    }

    [Fact]
    public void Of_LastDayNotMature_IsComparedWithAsManyDays()
    {
        var days = ComparedDays.Of(October, September, Metric("first_order_conv"), new DateOnly(2026, 11, 17));

        // Mature are those who joined by 10 October, 37 days before the last whole day.
        days.LikeForLike.ShouldBe(new DateRange(September.From, new DateOnly(2026, 9, 11)));
        days.Earlier.ShouldBe(September);
        days.ReportedAsOf.ShouldBe(new DateOnly(2026, 10, 17));
        days.MatureThen.ShouldBe(new DateRange(September.From, new DateOnly(2026, 9, 10)));
    }

    [Fact]
    public void Of_NobodyMature_HasNothingLikeForLike() =>
        ComparedDays.Of(October, September, Metric("repurchase_3m"), new DateOnly(2026, 11, 17)).LikeForLike.IsEmpty.ShouldBeTrue();

    [Fact]
    public void Of_MonthThatRuns_IsComparedWithTheSameDays()
    {
        var days = ComparedDays.Of(October, September, Metric("net_sales"), new DateOnly(2026, 10, 15));

        days.ShouldBe(new ComparedDays(
            October with { To = new DateOnly(2026, 10, 15) }, September with { To = new DateOnly(2026, 9, 15) }, September with { To = new DateOnly(2026, 9, 15) },
            new DateOnly(2026, 9, 15), September with { To = new DateOnly(2026, 9, 15) }));
    }

    [Fact]
    public void Of_ThirtyFirstOfARunningMonth_IsComparedWithAllThirtyDays() =>
        ComparedDays.Of(October, September, Metric("net_sales"), new DateOnly(2026, 11, 1)).Earlier.ShouldBe(September);

    private static Metric Metric(string name) => RepositoryFiles.Catalog.Find(name)!;
}
