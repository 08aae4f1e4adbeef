using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;

namespace PrivateDomainBI.Web.Assets;

/// <summary>Serves style sheets, scripts and fonts from this machine alone, compressed, with addresses that never go stale.</summary>
internal static class AssetsModule
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static IServiceCollection AddAssets(this IServiceCollection services)
    {
        services.AddSingleton<AssetFiles>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = false;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        return services;
    }

    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AssetFiles.Root + "/{version}/{**path}", Serve).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", (HttpContext context, AssetFiles files) => Serve("", "favicon.svg", context, files)).ExcludeFromDescription();
        return routes;
    }

    private static IResult Serve(string version, string path, HttpContext context, AssetFiles files)
    {
        var file = files.Find(path);
        if (!file.Exists || file.IsDirectory || !Types.TryGetContentType(path, out var type))
            return Results.NotFound();
        context.Response.Headers.CacheControl = version == files.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Stream(file.CreateReadStream(), type, lastModified: file.LastModified);
    }
}
