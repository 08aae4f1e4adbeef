using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Explain;

namespace PrivateDomainBI.Web.Api;

internal static class ExplainEndpoints
{
    public static IEndpointRouteBuilder MapExplain(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/metrics/{name}/explain", ExplainAsync).WithTags("Metrics")
            .WithSummary("Why a metric moved between two periods: rate, mix, maturity and restatement, which add up to the difference");
        return routes;
    }

    private static async Task<Results<JsonHttpResult<ExplainAnswer>, ProblemHttpResult>> ExplainAsync(
        string name, HttpRequest request, ExplainQuestions questions, CancellationToken ct)
    {
        var parameters = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        var (result, problems) = await questions.ExplainAsync(name, [.. parameters], AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }
}
