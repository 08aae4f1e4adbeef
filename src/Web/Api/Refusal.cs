using Microsoft.AspNetCore.Http.HttpResults;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Api;

/// <summary>Says why a question was not answered, in the standard shape, with every problem at once.</summary>
internal static class Refusal
{
    public static ProblemHttpResult Of(IReadOnlyList<QuestionProblem> problems)
    {
        var missing = problems is [{ Code: "unknown_metric" or "unknown_measure" }];
        return TypedResults.Problem(
            title: missing ? "No such metric" : "The question cannot be answered",
            detail: string.Join("; ", problems.Select(problem => problem.Message)),
            statusCode: missing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?> { ["code"] = problems[0].Code, ["problems"] = problems });
    }
}
