using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Which days each period of an answer is compared with. Like for like: a whole period with a whole one; of a period that is
/// not over, only as many days of the earlier one as it has had itself; and where the earlier one had no such day (a range
/// that begins on 30 March after a February, 29 February after a year without it), there is nothing to compare with.
/// </summary>
public static class ComparedPeriods
{
    /// <summary>
    /// One entry per period that has begun and has days to be compared with, and one with a null period for the total: as many
    /// periods before the range, or the same ones of the year before.
    /// </summary>
    public static IReadOnlyList<(DateOnly? Period, DateRange Days)> Of(DateRange range, Grain grain, Comparison comparison, DateOnly completeThrough)
    {
        var known = range.Intersect(new DateRange(range.From, completeThrough.AddDays(1)));
        if (known.IsEmpty)
            return [];
        var periods = grain == Grain.All ? [] : Periods.Covering(known, grain);
        var compared = periods.Select(period => (Period: (DateOnly?)period.Start, Days: Earlier(period.Start, period.Days, grain, comparison, 1)));
        return [.. compared.Append((null, Total())).Where(pair => !pair.Days.IsEmpty)];

        DateRange Total()
        {
            if (grain == Grain.All)
            {
                var before = comparison == Comparison.Year ? NearbyPeriods.YearBefore(range) : NearbyPeriods.Previous(range);
                return known == range ? before : before.Intersect(new DateRange(before.From, before.From.AddDays(known.Days)));
            }

            var count = Periods.Covering(range, grain).Count;
            return new DateRange(
                Earlier(periods[0].Start, periods[0].Days, grain, comparison, count).From,
                Earlier(periods[^1].Start, periods[^1].Days, grain, comparison, count).To);
        }
    }

    private static DateRange Earlier(DateOnly start, DateRange days, Grain grain, Comparison comparison, int count)
    {
        var end = Periods.Add(start, grain, 1);
        var (earlier, earlierEnd) = (comparison, grain) switch
        {
            (Comparison.Year, Grain.Week) => (start.AddDays(-364), end.AddDays(-364)),
            // 28 February of 2025 is compared with 28 February alone, though 1 March is a day further from it in 2024.
            (Comparison.Year, _) => (NearbyPeriods.YearBefore(start), Earliest(NearbyPeriods.YearBefore(end), Periods.Add(NearbyPeriods.YearBefore(start), grain, 1))),
            _ => (Periods.Add(start, grain, -count), Periods.Add(end, grain, -count)),
        };
        var from = earlier.AddDays(days.From.DayNumber - start.DayNumber);
        var to = days.To == end ? earlierEnd : from.AddDays(days.Days);
        return new DateRange(Earliest(from, earlierEnd), Earliest(to, earlierEnd));
    }

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;
}
