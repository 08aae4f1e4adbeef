using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>
/// Which period a card or a table speaks of: the one asked for, or for a cohort metric the latest one that can
/// be judged. A short observation may leave out the last days of the period (they are shown as not mature);
/// a long one needs the whole cohort, or two months of one card would not be alike.
/// </summary>
internal static class JudgedPeriod
{
    private const int ShortObservation = 7;

    public static DateOnly Latest(Metric metric, Grain grain, DateOnly lastDay, DateOnly completeThrough)
    {
        var period = Periods.StartOf(lastDay, grain);
        if (!metric.HasMaturity)
            return period;
        var wait = metric.WindowDays + metric.SettleDays;
        for (var tries = 0; tries < 400; tries++, period = Periods.Add(period, grain, -1))
        {
            var last = Periods.Add(period, grain, 1).AddDays(-1);
            var needed = wait <= ShortObservation ? period.AddDays((last.DayNumber - period.DayNumber) / 2) : last;
            if (needed.AddDays(wait) <= completeThrough)
                return period;
        }

        return Periods.StartOf(lastDay, grain);
    }
}
