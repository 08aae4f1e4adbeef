using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Web.Api;

namespace PrivateDomainBI.Web.Scorecards;

internal static class ScorecardEndpoints
{
    public static IEndpointRouteBuilder MapScorecards(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/scorecards", AnswerAsync).WithTags("Scorecards")
            .WithSummary("Targets of a period (period, scope, id) beside what was reached: attainment, gap, pace, the weighted score, and ranks of like with like");
        return routes;
    }

    private static async Task<Results<JsonHttpResult<ScorecardResult>, ProblemHttpResult>> AnswerAsync(
        HttpRequest request, ScorecardQuestions questions, CancellationToken ct)
    {
        var (result, problems) = await questions.AnswerAsync(MetricEndpoints.Parameters(request), AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }
}
