using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Which days each period of an answer is compared with. Like for like: of a period that is not over, only as
/// many days of the earlier one count as it has had itself; and where a range begins so late in a period that the earlier
/// one had no such day (30 March after a February), there is nothing to compare it with.
/// </summary>
public static class ComparedPeriods
{
    /// <summary>One entry per period that has begun and has days to be compared with, and one with a null period for the total.</summary>
    public static IReadOnlyList<(DateOnly? Period, DateRange Days)> Of(DateRange range, Grain grain, Comparison comparison, DateOnly completeThrough)
    {
        var known = range.Intersect(new DateRange(range.From, completeThrough.AddDays(1)));
        if (known.IsEmpty)
            return [];
        var compared = new List<(DateOnly?, DateRange)>();
        if (grain != Grain.All)
        {
            foreach (var (start, days) in Periods.Covering(known, grain))
            {
                if (Earlier(start, days, grain, comparison) is { IsEmpty: false } earlier)
                    compared.Add((start, earlier));
            }
        }

        var count = grain == Grain.All ? 1 : Periods.Covering(range, grain).Count;
        compared.Add((null, comparison == Comparison.Year
            ? Moved(known, YearBefore(known.From, grain))
            : Moved(known, grain == Grain.All ? known.From.AddDays(-range.Days) : Shift(known.From, grain, -count))));
        return compared;
    }

    private static DateRange Earlier(DateOnly start, DateRange days, Grain grain, Comparison comparison)
    {
        var earlier = comparison == Comparison.Year ? YearBefore(start, grain) : Periods.Add(start, grain, -1);
        // 28 February is what 28 February is compared with, so 29 February is left with none.
        if (grain == Grain.Day && comparison == Comparison.Year && earlier.Day != start.Day)
            return default;
        var earlierEnd = Periods.Add(earlier, grain, 1);
        var from = earlier.AddDays(days.From.DayNumber - start.DayNumber);
        // A whole period is compared with a whole one, however many days either has.
        var to = days.To == Periods.Add(start, grain, 1) ? earlierEnd : from.AddDays(days.Days);
        return new DateRange(from, to < earlierEnd ? to : earlierEnd);
    }

    // Weeks are compared with weeks, so a year back is 52 of them.
    private static DateOnly YearBefore(DateOnly day, Grain grain) => grain == Grain.Week ? day.AddDays(-364) : day.AddYears(-1);

    private static DateOnly Shift(DateOnly day, Grain grain, int count)
    {
        var start = Periods.StartOf(day, grain);
        return Periods.Add(start, grain, count).AddDays(day.DayNumber - start.DayNumber);
    }

    private static DateRange Moved(DateRange range, DateOnly from) => new(from, from.AddDays(range.Days));
}
