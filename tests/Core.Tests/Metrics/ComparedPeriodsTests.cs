using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Metrics;

public sealed class ComparedPeriodsTests
{
    [Theory]
    // The first is cut at its beginning, the last is not over: as many days of the earlier ones, from where they began.
    [InlineData("2024-02-10", "2024-05-01", "2024-04-03", Comparison.Previous, "2024-01-10..2024-02-01 2024-02-01..2024-03-01 2024-03-01..2024-03-04")]
    // February had no 30th, so that its days are none and not zero.
    [InlineData("2024-03-30", "2024-05-01", "2024-05-31", Comparison.Previous, "- 2024-03-01..2024-04-01")]
    [InlineData("2024-03-31", "2024-05-01", "2024-05-31", Comparison.Previous, "- 2024-03-01..2024-04-01")]
    [InlineData("2024-02-29", "2024-04-01", "2024-05-31", Comparison.Year, "- 2023-03-01..2023-04-01")]
    public void Of_Months_ComparesLikeForLike(string from, string to, string through, Comparison comparison, string expected)
    {
        var range = new DateRange(Day(from), Day(to));
        var compared = ComparedPeriods.Of(range, Grain.Month, comparison, Day(through));
        var months = Periods.Covering(range.Intersect(new DateRange(range.From, Day(through).AddDays(1))), Grain.Month).Select(month => month.Start);
        months.Select(month => compared.Where(pair => pair.Period == month).Select(pair => $"{pair.Days.From:yyyy-MM-dd}..{pair.Days.To:yyyy-MM-dd}").SingleOrDefault("-"))
            .ShouldBe(expected.Split(' '));
        // The total is as many days of before, whatever its periods are.
        compared.Single(pair => pair.Period == null).Days.Days.ShouldBe(range.Intersect(new DateRange(range.From, Day(through).AddDays(1))).Days);
    }

    [Fact]
    public void Of_DaysOfALeapYear_AreEachComparedWithTheSameDayOrNone()
    {
        var compared = ComparedPeriods.Of(new DateRange(Day("2024-02-27"), Day("2024-03-02")), Grain.Day, Comparison.Year, Day("2024-05-31"));
        compared.Where(pair => pair.Period != null).Select(pair => $"{pair.Period:MM-dd}: {pair.Days.From:yyyy-MM-dd}, {pair.Days.Days}")
            .ShouldBe(["02-27: 2023-02-27, 1", "02-28: 2023-02-28, 1", "03-01: 2023-03-01, 1"]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
