using PrivateDomainBI.Web.Rankings;
using PrivateDomainBI.Web.Scorecards;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Api;

/// <summary>The JSON API under <c>/api/v1</c> and its description at <c>/openapi/v1.json</c>.</summary>
internal static class ApiModule
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1");
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        return services;
    }

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        return routes.MapMetrics().MapExplain().MapRankings().MapCohorts().MapSegments().MapScorecards();
    }
}
