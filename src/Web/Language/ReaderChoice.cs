using Microsoft.AspNetCore.Http.Extensions;

namespace PrivateDomainBI.Web.Language;

/// <summary>
/// Decides a reader's language and theme: the address (?lang=, ?theme=) first, then what was chosen before
/// (a cookie), then what the browser asks for, then Chinese. A choice in the address is remembered.
/// </summary>
internal static class ReaderChoice
{
    public const string LanguageCookie = "lang";
    public const string ThemeCookie = "theme";

    private static readonly string[] Languages = [Reader.Chinese, Reader.English];
    private static readonly string[] Themes = ["light", "dark", "auto"];

    public static Reader Of(HttpContext context)
    {
        var language = Asked(context, LanguageCookie, Languages) ?? Accepted(context.Request) ?? Reader.Chinese;
        return new Reader(language, Asked(context, ThemeCookie, Themes) ?? "auto");
    }

    /// <summary>Remembers a choice made in the address, so that the next link need not carry it.</summary>
    public static void Remember(HttpContext context)
    {
        Remember(context, LanguageCookie, Languages);
        Remember(context, ThemeCookie, Themes);
    }

    /// <summary>This page again, with one choice changed: a path of this site, never another address.</summary>
    public static string LinkWith(HttpRequest request, string name, string value)
    {
        var query = new QueryBuilder(request.Query
            .Where(pair => pair.Key != name)
            .SelectMany(pair => pair.Value.OfType<string>().Select(v => KeyValuePair.Create(pair.Key, v))))
        {
            { name, value },
        };
        // TRICKY: a path of two slashes would be the address of another site.
        return "/" + (request.PathBase.ToUriComponent() + request.Path.ToUriComponent()).TrimStart('/', '\\') + query.ToQueryString();
    }

    private static string? Asked(HttpContext context, string name, string[] known) =>
        Known(context.Request.Query[name], known) ?? Known(context.Request.Cookies[name], known);

    private static string? Known(string? value, string[] known) =>
        Array.Find(known, k => string.Equals(k, value, StringComparison.OrdinalIgnoreCase));

    private static string? Accepted(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Languages.FirstOrDefault(known =>
                language.Value.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(known => known is not null);

    private static void Remember(HttpContext context, string name, string[] known)
    {
        if (Known(context.Request.Query[name], known) is { } value)
        {
            context.Response.Cookies.Append(name, value, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                Path = "/",
            });
        }
    }
}
