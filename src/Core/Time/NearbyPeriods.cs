namespace PrivateDomainBI.Core.Time;

/// <summary>What a range of days is compared with when it is only called “previous” or “year”.</summary>
public static class NearbyPeriods
{
    /// <summary>Whole months are preceded by as many whole months, all else by as many days.</summary>
    public static DateRange Previous(DateRange range)
    {
        var months = WholeMonths(range);
        return new DateRange(months > 0 ? range.From.AddMonths(-months) : range.From.AddDays(-range.Days), range.From);
    }

    /// <summary>The same dates a year earlier; of whole weeks the same days 52 weeks earlier; of 29 February alone the 28th.</summary>
    public static DateRange YearBefore(DateRange range)
    {
        var wholeWeeks = Periods.StartOf(range.From, Grain.Week) == range.From && range.Days % 7 == 0 && WholeMonths(range) == 0;
        if (wholeWeeks)
            return new DateRange(range.From.AddDays(-364), range.To.AddDays(-364));
        var (from, to) = (YearBefore(range.From), YearBefore(range.To));
        return new DateRange(from < to ? from : range.From.AddYears(-1), to);
    }

    /// <summary>The day of the year before that begins where this one does: 29 February begins where 28 February ends.</summary>
    public static DateOnly YearBefore(DateOnly day) => day is { Month: 2, Day: 29 } ? new DateOnly(day.Year - 1, 3, 1) : day.AddYears(-1);

    private static int WholeMonths(DateRange range) =>
        range.From.Day == 1 && range.To.Day == 1 ? ((range.To.Year - range.From.Year) * 12) + range.To.Month - range.From.Month : 0;
}
