using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Metrics;

public sealed class ComparedPeriodsTests
{
    private static readonly Grain[] Calendar = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];

    [Theory]
    // The first is cut at its beginning, the last is not over: as many days of the earlier ones, from where they began.
    [InlineData("2024-02-10", "2024-05-01", "2024-04-03", Comparison.Previous, "2024-01-10..2024-02-01 2024-02-01..2024-03-01 2024-03-01..2024-03-04", "2023-11-10..2024-01-04")]
    // A month in all is compared with the month before, not with the 31 days that begin with it.
    [InlineData("2024-03-01", "2024-04-01", "2024-05-31", Comparison.Previous, "2024-02-01..2024-03-01", "2024-02-01..2024-03-01")]
    [InlineData("2024-01-01", "2024-03-01", "2024-05-31", Comparison.Year, "2023-01-01..2023-02-01 2023-02-01..2023-03-01", "2023-01-01..2023-03-01")]
    // February had no 30th, so that its days are none and not zero.
    [InlineData("2024-03-30", "2024-05-01", "2024-05-31", Comparison.Previous, "- 2024-03-01..2024-04-01", "2024-01-30..2024-03-01")]
    [InlineData("2024-03-31", "2024-05-01", "2024-05-31", Comparison.Previous, "- 2024-03-01..2024-04-01", "2024-01-31..2024-03-01")]
    [InlineData("2024-03-30", "2024-04-01", "2024-05-31", Comparison.Previous, "-", "-")]
    [InlineData("2024-02-29", "2024-04-01", "2024-05-31", Comparison.Year, "- 2023-03-01..2023-04-01", "2023-03-01..2023-04-01")]
    public void Of_Months_ComparesLikeForLike(string from, string to, string through, Comparison comparison, string expected, string total)
    {
        var range = new DateRange(Day(from), Day(to));
        var compared = ComparedPeriods.Of(range, Grain.Month, comparison, Day(through));
        Periods.Covering(Known(range, Day(through)), Grain.Month).Select(month => Days(compared, month.Start)).ShouldBe(expected.Split(' '));
        Days(compared, null).ShouldBe(total);
    }

    [Theory]
    [InlineData("2024-02-27", "2024-03-02", "2023-02-27..2023-02-28 2023-02-28..2023-03-01 - 2023-03-01..2023-03-02", "2023-02-27..2023-03-02")]
    [InlineData("2025-02-28", "2025-03-02", "2024-02-28..2024-02-29 2024-03-01..2024-03-02", "2024-02-28..2024-03-02")]
    public void Of_DaysAroundALeapDay_AreEachComparedWithTheSameDayOrNone(string from, string to, string expected, string total)
    {
        var range = new DateRange(Day(from), Day(to));
        var compared = ComparedPeriods.Of(range, Grain.Day, Comparison.Year, Day(to));
        Periods.Covering(range, Grain.Day).Select(day => Days(compared, day.Start)).ShouldBe(expected.Split(' '));
        Days(compared, null).ShouldBe(total);
    }

    [Theory]
    [InlineData("2024-03-01", "2024-04-01", "2024-03-10", Comparison.Previous, "2024-02-01..2024-02-11")]
    [InlineData("2024-03-01", "2024-04-01", "2024-05-31", Comparison.Previous, "2024-02-01..2024-03-01")]
    [InlineData("2024-03-04", "2024-03-14", "2024-05-31", Comparison.Previous, "2024-02-23..2024-03-04")]
    [InlineData("2024-01-01", "2024-03-01", "2024-05-31", Comparison.Year, "2023-01-01..2023-03-01")]
    [InlineData("2024-02-01", "2024-02-29", "2024-05-31", Comparison.Year, "2023-02-01..2023-03-01")]
    [InlineData("2024-02-29", "2024-03-01", "2024-05-31", Comparison.Year, "2023-02-28..2023-03-01")]
    public void Of_AWholeRange_IsComparedWithTheDaysBeforeOrTheSameDatesAYearAgo(string from, string to, string through, Comparison comparison, string total)
    {
        var compared = ComparedPeriods.Of(new DateRange(Day(from), Day(to)), Grain.All, comparison, Day(through));
        compared.ShouldAllBe(pair => pair.Period == null);
        Days(compared, null).ShouldBe(total);
    }

    [Fact]
    public void Of_AnyRange_ComparesNoDayTwice_AndATotalWithItsPeriods() => Prop.ForAll(
        ArbMap.Default.ArbFor<ushort>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (start, length, open) =>
        {
            var from = DateOnly.FromDayNumber(737_000 + (start % 4_000));
            var range = new DateRange(from, from.AddDays(1 + length));
            var through = range.To.AddDays(20 - (open % 60));
            foreach (var (grain, comparison) in Calendar.SelectMany(grain => new[] { (grain, Comparison.Previous), (grain, Comparison.Year) }))
            {
                var own = Periods.Covering(Known(range, through), grain).ToDictionary(period => period.Start, period => period.Days);
                var compared = ComparedPeriods.Of(range, grain, comparison, through);
                var periods = compared.Where(pair => pair.Period != null).Select(pair => pair.Days).ToList();
                compared.ShouldAllBe(pair => !pair.Days.IsEmpty);
                periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.To <= pair.Second.From);
                foreach (var (period, days) in compared.Where(pair => pair.Period != null))
                {
                    var mine = own[period!.Value];
                    var begins = Periods.StartOf(days.From, grain);
                    days.To.ShouldBeLessThanOrEqualTo(Periods.Add(begins, grain, 1));
                    if (comparison == Comparison.Previous)
                        begins.ShouldBe(Periods.Add(period.Value, grain, -1));
                    (days.From.DayNumber - begins.DayNumber).ShouldBe(mine.From.DayNumber - period.Value.DayNumber);
                    if (mine.To == Periods.Add(period.Value, grain, 1))
                        days.To.ShouldBe(Periods.Add(begins, grain, 1));
                    else
                        days.Days.ShouldBeLessThanOrEqualTo(mine.Days);
                }

                foreach (var (_, total) in compared.Where(pair => pair.Period == null))
                {
                    total.To.ShouldBeLessThanOrEqualTo(range.From, "the days before are before");
                    if (comparison == Comparison.Year || Periods.Covering(range, grain).Count == 1)
                        (total.From, total.To).ShouldBe((periods[0].From, periods[^1].To));
                }
            }
        }).QuickCheckThrowOnFailure();

    private static DateRange Known(DateRange range, DateOnly through) => range.Intersect(new DateRange(range.From, through.AddDays(1)));

    private static string Days(IEnumerable<(DateOnly? Period, DateRange Days)> compared, DateOnly? period) =>
        compared.Where(pair => pair.Period == period).Select(pair => $"{pair.Days.From:yyyy-MM-dd}..{pair.Days.To:yyyy-MM-dd}").SingleOrDefault("-");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
