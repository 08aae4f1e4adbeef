using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Assets;
using PrivateDomainBI.Web.Benchmarks;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages;

/// <summary>Everything a person sees in the browser: Razor pages, their assets, language and theme, error pages.</summary>
internal static class PagesModule
{
    // Scripts, styles and fonts come from this server alone; none stand in the page itself. Style attributes are
    // allowed because charts place their tooltips with them.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Paths that speak to programs and answer errors in their own way.</summary>
    private static readonly string[] NotPages = ["/api", "/openapi", "/health", AssetFiles.Root, "/metrics-prometheus"];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.AddHttpContextAccessor();
        services.AddAssets();
        // Chinese is written as it is, not as &#x…; five times as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped(provider => ReaderChoice.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddSingleton<Answers>().AddSingleton<BlockReader>().AddSingleton<DashboardShelf>().AddSingleton<BenchmarkShelf>().AddSingleton<Choices>().AddSingleton<TrustReader>().AddSingleton<Employees.EmployeeNumbers>();
        services.AddSingleton<CustomerFile>().AddSingleton<CompanyDirectory>().AddSingleton<LoadLog>();
        return services;
    }

    /// <summary>Headers, compression and error pages, before anything is mapped.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        // TRICKY: re-executing for the error page works on the main pipeline only; a branch has no routes of its own.
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseWhen(context => !IsPage(context), programs =>
        {
            programs.UseExceptionHandler();
            programs.Use((context, next) =>
            {
                if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                    pages.Enabled = false;
                return next(context);
            });
        });
        app.Use(async (context, next) =>
        {
            if (IsPage(context))
                Prepare(context);
            await next(context);
        });
        return app;
    }

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapRazorPages();
        return routes;
    }

    private static void Prepare(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        headers.Vary = "Accept-Language, Cookie";
        ReaderChoice.Remember(context);
    }

    private static bool IsPage(HttpContext context) =>
        !Array.Exists(NotPages, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
}
