namespace PrivateDomainBI.Web.Explain;

/// <summary>Why a number moved: for the API as JSON, for a metric's page as a panel.</summary>
internal static class ExplainModule
{
    public static IServiceCollection AddExplain(this IServiceCollection services) =>
        services.AddSingleton<ExplainQuestions>().AddSingleton<WhyReader>();
}
