using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Api;

internal static class CohortEndpoints
{
    public static IEndpointRouteBuilder MapCohorts(this IEndpointRouteBuilder routes)
    {
        var cohorts = routes.MapGroup("/api/v1/cohorts").WithTags("Cohorts");
        cohorts.MapGet("/", All).WithSummary("The kinds of cohort table, each with its definition, and what is wrong with files that could not be read");
        cohorts.MapGet("/{measure}", AnswerAsync).WithSummary("A table of cohorts by age: from, to, cohort, age, ages, mode, criterion, brackets, by, filter, owner, asOf");
        cohorts.MapGet("/{measure}/customers", DrillAsync).WithSummary("The customers behind one cell (cohortStart, at, part); their count equals it");
        return routes;
    }

    private static JsonHttpResult<CohortCatalogAnswer> All(CohortCatalog catalog) => TypedResults.Json(CohortCatalogAnswer.Of(catalog), ApiJson.Options);

    private static async Task<Results<JsonHttpResult<CohortResult>, ProblemHttpResult>> AnswerAsync(
        string measure, HttpRequest request, CohortQuestions questions, CancellationToken ct)
    {
        var (result, problems) = await questions.AnswerAsync(measure, MetricEndpoints.Parameters(request), AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }

    private static async Task<Results<JsonHttpResult<CohortDrillResult>, ProblemHttpResult>> DrillAsync(
        string measure, HttpRequest request, CohortQuestions questions, CancellationToken ct)
    {
        var (result, problems) = await questions.DrillAsync(measure, MetricEndpoints.Parameters(request), AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }
}
