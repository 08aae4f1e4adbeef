using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>Addresses of the pages of targets, and the periods they are for.</summary>
internal static class ScorecardLink
{
    public static string Page(string kind, string? period = null, int page = 1)
    {
        var query = new QueryBuilder { { "scope", kind } };
        if (period is { Length: > 0 })
            query.Add("period", period);
        if (page > 1)
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/scorecards" + query.ToQueryString();
    }

    /// <summary>The periods of some targets, each as it is written in an address, with its name.</summary>
    public static IReadOnlyList<(string Id, string Name)> Periods(IEnumerable<SetPeriod> set, Reader reader) =>
        [.. set.Select(known => TargetPeriod.Parse(known.Period)).OfType<TargetPeriod>().Select(period => (period.Name, reader.Format.Period(period.Days.From, period.Grain)))];

    /// <summary>Why a metric is not its target; by whichever members have one where <paramref name="by"/> is null.</summary>
    public static string Gap(string metric, string period, string? by = null)
    {
        var query = new QueryBuilder { { "metric", metric }, { "period", period } };
        if (by is not null)
            query.Add("by", by);
        return "/scorecards/gap" + query.ToQueryString();
    }
}
