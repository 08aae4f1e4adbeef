using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Explain;

/// <summary>
/// The days that an explanation asks about. <paramref name="Later"/>, <paramref name="Earlier"/>: both periods, cut to
/// as many days as the later one has had. <paramref name="LikeForLike"/>: the days of the earlier one that lie where the
/// days with mature customers lie in the later one; empty when there are none. <paramref name="ReportedAsOf"/>: the day
/// from which the earlier period was seen as late after its end as the later one is seen now.
/// <paramref name="MatureThen"/>: its days whose customers were mature by that day.
/// </summary>
public sealed record ComparedDays(DateRange Later, DateRange Earlier, DateRange LikeForLike, DateOnly ReportedAsOf, DateRange MatureThen)
{
    /// <summary><paramref name="asOf"/>: the day one asks from, the first that the data do not know.</summary>
    public static ComparedDays Of(DateRange range, DateRange versus, Metric metric, DateOnly asOf)
    {
        var later = range.Intersect(new DateRange(range.From, asOf));
        var earlier = later == range ? versus : First(versus, later.Days);
        var reportedAsOf = earlier.To.AddDays(asOf.DayNumber - later.To.DayNumber);
        if (!metric.HasMaturity)
            return new ComparedDays(later, earlier, earlier, reportedAsOf, earlier);
        var mature = Mature(later, metric, asOf);
        return new ComparedDays(later, earlier, mature == later ? earlier : First(earlier, mature.Days), reportedAsOf, Mature(earlier, metric, reportedAsOf));
    }

    // A customer is mature when cohort day + window + settling lie before the day one asks from.
    private static DateRange Mature(DateRange days, Metric metric, DateOnly asOf) =>
        days.Intersect(new DateRange(days.From, asOf.AddDays(-metric.WindowDays - metric.SettleDays)));

    private static DateRange First(DateRange days, int count) => days.Intersect(new DateRange(days.From, days.From.AddDays(count)));
}
