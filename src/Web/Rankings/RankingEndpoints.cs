using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Api;

namespace PrivateDomainBI.Web.Rankings;

internal static class RankingEndpoints
{
    public static IEndpointRouteBuilder MapRankings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/metrics/{name}/ranking", RankAsync).WithTags("Metrics")
            .WithSummary("Compares the members of one dimension: rates shrunk toward the group's average, too few and units without KPIs shown but not ranked");
        return routes;
    }

    private static async Task<Results<JsonHttpResult<RankingResult>, ProblemHttpResult>> RankAsync(
        string name, HttpRequest request, RankingQuestions questions, CancellationToken ct)
    {
        List<KeyValuePair<string, string>> parameters = [.. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))];
        var (result, problems) = await questions.RankAsync(name, parameters, AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }
}
