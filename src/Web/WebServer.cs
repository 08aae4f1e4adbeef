using Microsoft.AspNetCore.DataProtection;
using PrivateDomainBI.Web.Api;
using PrivateDomainBI.Web.CommandLine;
using PrivateDomainBI.Web.Explain;
using PrivateDomainBI.Web.Pages;
using PrivateDomainBI.Web.Rankings;
using PrivateDomainBI.Web.Reports;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web;

// Everything that answers over HTTP, the same for the server and for a verb that needs its pages for a moment.
internal static class WebServer
{
    public static WebApplicationBuilder CreateBuilder(WebApplicationOptions options, string urls, string dataDirectory)
    {
        var builder = WebApplication.CreateBuilder(options);
        Settings.AddTo(builder.Configuration);
        builder.WebHost.UseUrls(urls);
        builder.Logging.AddProductLog(builder.Configuration, dataDirectory);
        builder.Services.AddProduct(builder.Configuration, dataDirectory).AddApi()
            .AddExplain().AddPages().AddRankings().AddScorecardPages().AddReports(builder.Configuration, dataDirectory);
        // Forms stay valid over a restart.
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataDirectory, "keys")));
        return builder;
    }

    public static WebApplication MapEverything(this WebApplication app)
    {
        app.UsePages();
        app.MapApi();
        app.MapReports();
        app.MapPages();
        return app;
    }
}
