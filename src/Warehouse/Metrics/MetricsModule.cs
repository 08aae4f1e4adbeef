using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Cohorts;
using PrivateDomainBI.Warehouse.Explain;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Warehouse.Scorecards;
using PrivateDomainBI.Warehouse.Segments;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>The metric catalogue, the answering of questions and the building of the facts they read.</summary>
public static class MetricsModule
{
    /// <summary>Needs <see cref="WarehouseModule.AddWarehouse"/> and options for <see cref="BusinessOptions"/>.</summary>
    public static IServiceCollection AddMetricQueries(this IServiceCollection services)
    {
        services.AddSingleton(provider => ReadCatalog(provider.GetRequiredService<SqlFiles>()));
        services.AddSingleton(provider => ReadCohorts(provider.GetRequiredService<SqlFiles>()));
        services.AddSingleton<QueryRunner>();
        services.AddSingleton<Labels>();
        services.AddSingleton<DataStateReader>();
        services.AddSingleton<AnswerCache>();
        services.TryAddSingleton(SegmentSource.Nothing);
        services.AddSingleton<SegmentFiles>();
        services.AddSingleton<SegmentShelf>();
        services.AddSingleton<SegmentQueries>();
        services.AddSingleton<MetricQueries>();
        services.AddSingleton<Explainer>();
        services.AddSingleton<CohortQueries>();
        services.AddSingleton<NeverRanked>();
        services.AddSingleton<ScorecardQueries>();
        services.AddSingleton<MetricCheck>();
        services.AddSingleton<ShownFacts>();
        services.AddSingleton<SettledFacts>();
        services.AddSingleton<FactBuilder>();
        return services;
    }

    /// <summary>All metrics and facts of the sql folder, and every problem with them.</summary>
    public static MetricCatalog ReadCatalog(SqlFiles files) => MetricCatalog.Read(Texts(files, "models", "metrics"));

    /// <summary>All kinds of cohort table of the sql folder, and every problem with them.</summary>
    public static CohortCatalog ReadCohorts(SqlFiles files) => CohortCatalog.Read(Texts(files, "models", "cohorts"));

    private static IEnumerable<SqlText> Texts(SqlFiles files, params IEnumerable<string> folders) =>
        folders.SelectMany(files.ReadAll).Select(file => new SqlText(file.Name, file.Text));
}
