using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Segments;
using PrivateDomainBI.Web.Api;

namespace PrivateDomainBI.Web.Segments;

internal static class SegmentEndpoints
{
    private const int MostRows = 10_000;

    public static IEndpointRouteBuilder MapSegments(this IEndpointRouteBuilder routes)
    {
        var segments = routes.MapGroup("/api/v1/segments").WithTags("Segments");
        segments.MapGet("/", AllAsync).WithSummary("Every segment in use with its size, and what is wrong with files that could not be read");
        segments.MapGet("/{name}", OneAsync).WithSummary("One segment with every version that was saved");
        segments.MapGet("/{name}/customers", CustomersAsync).WithSummary("Who is in it: asOf, offset, limit");
        segments.MapPost("/", SaveAsync).WithSummary("Saves a definition (name, definition as YAML) as the next version");
        segments.MapPost("/check", CheckAsync).WithSummary("Reads a definition and counts whom it holds, and saves nothing");
        segments.MapDelete("/{name}", RetireAsync).WithSummary("Takes a saved segment out of use; its versions stay readable");
        return routes;
    }

    private static async Task<JsonHttpResult<SegmentListAnswer>> AllAsync(SegmentBook book, CancellationToken ct)
    {
        var asOf = await book.AsOfAsync(ct);
        var all = await book.AllAsync(asOf, AccessScope.Company, ct);
        return TypedResults.Json(new SegmentListAnswer(asOf, [.. all.Select(SegmentAnswer.Of)], book.Problems), ApiJson.Options);
    }

    private static async Task<Results<JsonHttpResult<SegmentDetailAnswer>, ProblemHttpResult>> OneAsync(string name, SegmentBook book, CancellationToken ct)
    {
        var asOf = await book.AsOfAsync(ct);
        return await book.FindAsync(name, asOf, AccessScope.Company, ct) is { } entry
            ? TypedResults.Json(new SegmentDetailAnswer(asOf, SegmentAnswer.Of(entry), await book.VersionsAsync(name, ct)), ApiJson.Options)
            : await UnknownAsync(name, book, ct);
    }

    private static async Task<Results<JsonHttpResult<SegmentCustomersAnswer>, ProblemHttpResult>> CustomersAsync(
        string name, DateOnly? asOf, int? offset, int? limit, SegmentBook book, SegmentQueries queries, MetricQueries metrics, CancellationToken ct)
    {
        var latest = await book.AsOfAsync(ct);
        if (asOf > latest)
            return Refusal.Of([new QuestionProblem("as_of_beyond_data", $"asOf can be {latest:yyyy-MM-dd} at the latest")]);
        if (offset < 0 || limit < 1)
            return Refusal.Of([new QuestionProblem("bad_limit", "offset and limit must be whole numbers, limit above zero")]);
        var day = asOf ?? latest;
        if (await book.FindAsync(name, day, AccessScope.Company, ct) is not { } entry)
            return await UnknownAsync(name, book, ct);
        var rows = day is { } from
            ? await queries.CustomersAsync(entry.Segment, from, AccessScope.Company, (await metrics.StateAsync(ct)).DataVersion, offset ?? 0, Math.Min(limit ?? 1000, MostRows), ct)
            : [];
        return TypedResults.Json(new SegmentCustomersAnswer(name, entry.Segment.Version, day, entry.Size?.Customers ?? 0, rows), ApiJson.Options);
    }

    private static async Task<Results<JsonHttpResult<SegmentWritten>, ProblemHttpResult>> SaveAsync(SegmentWriting writing, SegmentBook book, CancellationToken ct)
    {
        var problems = await book.SaveAsync(writing.Name ?? "", writing.Definition ?? "", ct);
        if (problems.Count > 0)
            return Refused(problems);
        var asOf = await book.AsOfAsync(ct);
        var entry = (await book.FindAsync(writing.Name!, asOf, AccessScope.Company, ct))!;
        return TypedResults.Json(
            new SegmentWritten(entry.Segment.Name, entry.Segment.Version, RuleWords.Of(entry.Segment.Rule), asOf, entry.Size?.Customers, entry.Size?.InPool, entry.Size?.ShareOfPool), ApiJson.Options);
    }

    private static async Task<Results<JsonHttpResult<SegmentWritten>, ProblemHttpResult>> CheckAsync(SegmentWriting writing, SegmentBook book, CancellationToken ct)
    {
        var asOf = await book.AsOfAsync(ct);
        var draft = await book.CheckAsync(writing.Name ?? "", writing.Definition ?? "", asOf, AccessScope.Company, ct);
        return draft.Segment is { } segment
            ? TypedResults.Json(new SegmentWritten(segment.Name, Version: null, RuleWords.Of(segment.Rule), asOf, draft.Size?.Customers, draft.Size?.InPool, draft.Size?.ShareOfPool), ApiJson.Options)
            : Refused(draft.Problems);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetireAsync(string name, SegmentBook book, CancellationToken ct) =>
        await book.RetireAsync(name, ct) ? TypedResults.NoContent() : await UnknownAsync(name, book, ct);

    private static ProblemHttpResult Refused(IReadOnlyList<Problem> problems) =>
        Refusal.Of([.. problems.Select(problem => new QuestionProblem("bad_segment", $"line {problem.Line}: {problem.Message}"))]);

    private static async Task<ProblemHttpResult> UnknownAsync(string name, SegmentBook book, CancellationToken ct) => Refusal.Of(
        [new QuestionProblem("unknown_segment", Nearest.Unknown("segment", name, (await book.AllAsync(asOf: null, AccessScope.Company, ct)).Select(entry => entry.Segment.Name)))]);
}
