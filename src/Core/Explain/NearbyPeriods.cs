using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Explain;

/// <summary>What a range of days is compared with when it is only called “previous” or “year”.</summary>
public static class NearbyPeriods
{
    /// <summary>Whole months are preceded by as many whole months, all else by as many days.</summary>
    public static DateRange Previous(DateRange range)
    {
        var months = WholeMonths(range);
        return new DateRange(months > 0 ? range.From.AddMonths(-months) : range.From.AddDays(-range.Days), range.From);
    }

    /// <summary>The same dates a year earlier; of whole weeks the same days 52 weeks earlier.</summary>
    public static DateRange YearBefore(DateRange range)
    {
        var wholeWeeks = Periods.StartOf(range.From, Grain.Week) == range.From && range.Days % 7 == 0 && WholeMonths(range) == 0;
        return wholeWeeks
            ? new DateRange(range.From.AddDays(-364), range.To.AddDays(-364))
            : new DateRange(range.From.AddYears(-1), range.To.AddYears(-1));
    }

    private static int WholeMonths(DateRange range) =>
        range.From.Day == 1 && range.To.Day == 1 ? ((range.To.Year - range.From.Year) * 12) + range.To.Month - range.From.Month : 0;
}
