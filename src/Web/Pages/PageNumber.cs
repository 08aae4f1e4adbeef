using System.Globalization;

namespace PrivateDomainBI.Web.Pages;

/// <summary>The page of a long list that an address asks for; anything odd is the first.</summary>
internal static class PageNumber
{
    private const int Most = 100_000;

    public static int Of(HttpRequest request) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < Most ? page : 1;
}
