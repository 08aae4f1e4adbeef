using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Web.Explain;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web.Api;

internal static class ExplainEndpoints
{
    public static IEndpointRouteBuilder MapExplain(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/metrics/{name}/explain", ExplainAsync).WithTags("Metrics")
            .WithSummary("Why a metric moved between two periods: rate, mix, maturity and restatement, which add up to the difference; with vs=target, period and by: who is how far from the target");
        return routes;
    }

    // Against a target there is one period and no earlier one, so that is an answer of its own.
    private static async Task<Results<JsonHttpResult<ExplainAnswer>, JsonHttpResult<TargetGap>, ProblemHttpResult>> ExplainAsync(
        string name, HttpRequest request, ExplainQuestions questions, TargetGapQuestions targets, CancellationToken ct)
    {
        var parameters = MetricEndpoints.Parameters(request);
        if (TargetGapQuestions.Asks(parameters))
        {
            var (gap, refused) = await targets.AnswerAsync(name, parameters, AccessScope.Company, ct);
            return gap is null ? Refusal.Of(refused) : TypedResults.Json(gap, ApiJson.Options);
        }

        var (result, problems) = await questions.ExplainAsync(name, parameters, AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }
}
