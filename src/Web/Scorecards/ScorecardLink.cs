using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>Addresses of the page of scorecards.</summary>
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
}
