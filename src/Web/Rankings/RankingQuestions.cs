using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web.Rankings;

/// <summary>Comparisons as they come from a URL: the parameters of a question to a metric, but for those of periods and order.</summary>
internal sealed class RankingQuestions(MetricCatalog catalog, MetricQueries queries, NeverRanked neverRanked, TimeProvider time)
{
    private static readonly string[] Parameters = ["by", "from", "to", "filter", "owner", "org", "asOf"];

    public async Task<(RankingResult? Result, IReadOnlyList<QuestionProblem> Problems)> RankAsync(
        string metric, IReadOnlyList<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        List<KeyValuePair<string, string>> given = [.. parameters.Where(pair => Parameters.Contains(pair.Key)), KeyValuePair.Create("grain", "all")];
        var (request, found) = MetricRequestReader.Read(catalog, metric, given, await DayAfterDataAsync(metric, ct));
        List<QuestionProblem> problems =
        [
            .. parameters.Select(pair => pair.Key).Except(Parameters, StringComparer.Ordinal)
                .Select(unknown => new QuestionProblem("unknown_parameter", Nearest.Unknown("parameter", unknown, Parameters))),
            .. found,
        ];
        if (request is not null && request.By.Count != 1)
            problems.Add(new QuestionProblem("one_dimension", $"'by' must name the one dimension to compare: {string.Join(", ", Dimensions.All)}"));
        if (request is null || problems.Count > 0)
            return (null, problems);
        try
        {
            var by = request.By[0];
            var answer = await queries.AnswerAsync(request, scope, ct);
            return (RankingResult.Of(answer, by, Ranks.Of(answer.Metric, answer.Rows, by, await neverRanked.ReadAsync(by, ct))), []);
        }
        catch (QuestionException refused)
        {
            return (null, [refused.Problem]);
        }
    }

    // Missing dates end with the data of the metric; while there are none, with yesterday.
    private async Task<DateOnly> DayAfterDataAsync(string metric, CancellationToken ct)
    {
        var state = await queries.StateAsync(ct);
        var through = catalog.Find(metric) is { } known ? state.For(known).CompleteThrough : state.EarliestCompleteThrough;
        return through?.AddDays(1) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    }
}
