namespace PrivateDomainBI.Web.Rankings;

/// <summary>Comparisons of employees, units and channels, over the API and on pages.</summary>
internal static class RankingsModule
{
    public static IServiceCollection AddRankings(this IServiceCollection services) =>
        services.AddSingleton<RankingQuestions>().AddSingleton<PageRankings>();
}
