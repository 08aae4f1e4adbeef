using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web.Api;

internal static class MetricEndpoints
{
    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        var metrics = routes.MapGroup("/api/v1/metrics").WithTags("Metrics");
        metrics.MapGet("/", All).WithSummary("The catalogue: every metric with its definition, and what is wrong with files that could not be read");
        metrics.MapGet("/{name}", AnswerAsync).WithSummary("Answers one question to a metric");
        metrics.MapGet("/{name}/customers", DrillAsync).WithSummary("The customers behind one cell; their count equals it");
        return routes;
    }

    private static Ok<MetricCatalogAnswer> All(MetricCatalog catalog) => TypedResults.Ok(MetricCatalogAnswer.Of(catalog));

    private static async Task<Results<JsonHttpResult<MetricResult>, ProblemHttpResult>> AnswerAsync(
        string name, HttpRequest request, MetricQuestions questions, CancellationToken ct)
    {
        var (result, problems) = await questions.AnswerAsync(name, Parameters(request), AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }

    private static async Task<Results<JsonHttpResult<DrillResult>, ProblemHttpResult>> DrillAsync(
        string name, HttpRequest request, MetricQuestions questions, CancellationToken ct)
    {
        var (result, problems) = await questions.DrillAsync(name, Parameters(request), AccessScope.Company, ct);
        return result is null ? Refusal.Of(problems) : TypedResults.Json(result, ApiJson.Options);
    }

    internal static List<KeyValuePair<string, string>> Parameters(HttpRequest request) =>
        [.. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))];
}
