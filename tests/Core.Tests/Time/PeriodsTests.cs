using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Time;

public sealed class PeriodsTests
{
    private static readonly Grain[] Calendar = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];

    [Fact]
    public void Covering_AnyRange_TilesItWithoutGapOrOverlap() => Prop.ForAll(
        ArbMap.Default.ArbFor<ushort>(), ArbMap.Default.ArbFor<byte>(), (start, length) =>
        {
            var range = new DateRange(DateOnly.FromDayNumber(730_000 + (start % 20_000)), DateOnly.FromDayNumber(730_000 + (start % 20_000) + length * 3));
            foreach (var grain in Calendar)
            {
                var next = range.From;
                foreach (var (periodStart, days) in Periods.Covering(range, grain))
                {
                    days.From.ShouldBe(next);
                    Periods.StartOf(days.To.AddDays(-1), grain).ShouldBe(periodStart);
                    next = days.To;
                }

                if (!range.IsEmpty)
                    next.ShouldBe(range.To);
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-22", Grain.Week, "2026-11-16")]
    [InlineData("2026-11-16", Grain.Week, "2026-11-16")]
    [InlineData("2026-01-01", Grain.Week, "2025-12-29")]
    [InlineData("2028-02-29", Grain.Month, "2028-02-01")]
    [InlineData("2026-12-31", Grain.Quarter, "2026-10-01")]
    [InlineData("2026-12-31", Grain.Year, "2026-01-01")]
    public void StartOf_KnownDays_IsTheCalendarStart(string day, Grain grain, string start) =>
        Periods.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), grain).ShouldBe(DateOnly.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
