using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Cohorts;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web.Api;

/// <summary>Questions for cohort tables as they come from a URL, read and answered; what cannot be read is told, never guessed.</summary>
internal sealed class CohortQuestions(CohortCatalog catalog, CohortQueries cohorts, MetricQueries metrics, TimeProvider time)
{
    private static readonly string[] CellParameters = ["cohortStart", "at", "part", "offset", "limit"];

    public async Task<(CohortResult? Result, IReadOnlyList<QuestionProblem> Problems)> AnswerAsync(
        string measure, IEnumerable<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        var (request, problems) = CohortRequestReader.Read(catalog, measure, parameters, await DayAfterDataAsync(measure, ct));
        return request is null ? (null, problems) : await MetricQuestions.TryAsync(() => cohorts.AnswerAsync(request, scope, ct));
    }

    public async Task<(CohortDrillResult? Result, IReadOnlyList<QuestionProblem> Problems)> DrillAsync(
        string measure, IReadOnlyList<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        var (request, found) = CohortRequestReader.Read(catalog, measure, parameters, await DayAfterDataAsync(measure, ct), CellParameters);
        if (request is null)
            return (null, found);
        var problems = new List<QuestionProblem>();
        var cell = parameters.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (CohortRequestReader.Cell(request, cell["at"].FirstOrDefault() ?? "") is not { } age)
        {
            problems.Add(new QuestionProblem("unknown_age", $"'at' must be one of the answer's ages: {string.Join(", ", request.Ages.Select(known => known.Name))}"));
            return (null, problems);
        }

        var part = MetricQuestions.Part(cell["part"].FirstOrDefault(), problems);
        var start = MetricQuestions.Period(cell["cohortStart"].FirstOrDefault(), request.Members, problems);
        var offset = MetricQuestions.Offset(cell["offset"].FirstOrDefault(), problems);
        var limit = MetricQuestions.Limit(cell["limit"].FirstOrDefault(), problems);
        if (problems.Count > 0)
            return (null, problems);
        var drill = new CohortDrillRequest(request, start, new Dictionary<string, string>(StringComparer.Ordinal), age, part, offset, limit);
        return await MetricQuestions.TryAsync(() => cohorts.DrillAsync(drill, scope, ct));
    }

    // Missing dates end with the data of the measure; while there are none, with yesterday.
    private async Task<DateOnly> DayAfterDataAsync(string measure, CancellationToken ct)
    {
        var state = await metrics.StateAsync(ct);
        var through = catalog.Find(measure) is { } known ? state.For(known.Members).CompleteThrough : state.EarliestCompleteThrough;
        return through?.AddDays(1) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    }
}
