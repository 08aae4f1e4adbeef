using Microsoft.Extensions.Options;
using PrivateDomainBI.Web.Reports.Printing;
using PrivateDomainBI.Web.Reports.Weekly;

namespace PrivateDomainBI.Web.Reports;

/// <summary>Reports: their numbers, their pages and their PDFs. Needs the metrics, the app database and the pages.</summary>
internal static class ReportsModule
{
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddOptions<ReportsOptions>().Bind(configuration.GetSection(ReportsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => new ChromiumFinder(
                provider.GetRequiredService<IOptions<ReportsOptions>>().Value.Chromium,
                new BundledChromium(BundledChromium.FindPackage(AppContext.BaseDirectory), Path.Combine(dataDirectory, "chromium")),
                ChromiumFinder.UsualPlaces()))
            .AddSingleton<PdfPrinter>()
            .AddSingleton(new ReportFiles(dataDirectory))
            .AddSingleton<ServerAddress>()
            .AddSingleton<WeeklyReportBuilder>()
            .AddSingleton<WeeklyReports>();
    }
}
