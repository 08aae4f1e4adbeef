namespace PrivateDomainBI.Core.Time;

/// <summary>Splits ranges of business dates into calendar periods.</summary>
public static class Periods
{
    /// <summary>First day of the period that holds <paramref name="day"/>; for <see cref="Grain.All"/> the day itself.</summary>
    public static DateOnly StartOf(DateOnly day, Grain grain) => grain switch
    {
        Grain.Day or Grain.All => day,
        Grain.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Grain.Month => new DateOnly(day.Year, day.Month, 1),
        Grain.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        Grain.Year => new DateOnly(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(grain), grain, message: null),
    };

    /// <summary>First day of the period <paramref name="count"/> periods after the one that starts on <paramref name="start"/>.</summary>
    public static DateOnly Add(DateOnly start, Grain grain, int count) => grain switch
    {
        Grain.Day => start.AddDays(count),
        Grain.Week => start.AddDays(7 * count),
        Grain.Month => start.AddMonths(count),
        Grain.Quarter => start.AddMonths(3 * count),
        Grain.Year => start.AddYears(count),
        _ => throw new ArgumentOutOfRangeException(nameof(grain), grain, message: null),
    };

    /// <summary>The periods that cover a range, each with its calendar start and the days of it inside the range.</summary>
    public static IReadOnlyList<(DateOnly Start, DateRange Days)> Covering(DateRange range, Grain grain)
    {
        if (range.IsEmpty)
            return [];
        if (grain == Grain.All)
            return [(range.From, range)];
        var periods = new List<(DateOnly, DateRange)>();
        for (var start = StartOf(range.From, grain); start < range.To; start = Add(start, grain, 1))
            periods.Add((start, new DateRange(start, Add(start, grain, 1)).Intersect(range)));
        return periods;
    }
}
