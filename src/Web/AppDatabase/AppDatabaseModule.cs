using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>The app database: what the product remembers of itself, apart from the company's data. Needs the sql folder that the warehouse registers.</summary>
internal static class AppDatabaseModule
{
    public static IServiceCollection AddAppDatabase(this IServiceCollection services, string dataFolder) =>
        services
            .AddSingleton(new AppConnections(Path.Combine(dataFolder, "app.db")))
            .AddSingleton<AppSql>()
            .AddSingleton<AppMigrator>()
            .AddSingleton<JobRuns>()
            .AddSingleton<ReportRuns>()
            .AddSegments();

    /// <summary>Must end before anything else of the app database is used.</summary>
    public static Task MigrateAppDatabaseAsync(this IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<AppMigrator>().MigrateAsync(ct);
}
