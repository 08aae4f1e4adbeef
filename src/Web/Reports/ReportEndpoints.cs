using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web.Reports;

internal static class ReportEndpoints
{
    private const int Most = 200;

    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/api/v1/reports").WithTags("Reports");
        reports.MapGet("/", ListAsync).WithSummary("Reports that were made or failed, newest first");
        reports.MapGet("/{id}.pdf", Pdf).WithSummary("One report as PDF");
        return routes;
    }

    private static async Task<Ok<IReadOnlyList<ReportRun>>> ListAsync(ReportRuns runs, CancellationToken ct) =>
        TypedResults.Ok(await runs.ListAsync(Most, ct));

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Pdf(string id, ReportFiles files) =>
        files.FindPdf(id) is { } path
            ? TypedResults.PhysicalFile(path, "application/pdf", $"{id}.pdf")
            : TypedResults.Problem(
                title: "No such report",
                detail: $"There is no report {id}. GET /api/v1/reports lists those there are.",
                statusCode: StatusCodes.Status404NotFound,
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "unknown_report" });
}
