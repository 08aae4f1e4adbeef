using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Explain;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Web.Dashboards;

namespace PrivateDomainBI.Web.Explain;

/// <summary>“Why did it move” as it comes from a URL, read and answered; what cannot be read is told as problems.</summary>
internal sealed class ExplainQuestions(MetricCatalog catalog, MetricQueries queries, Explainer explainer, TimeProvider time)
{
    public async Task<(ExplainAnswer? Result, IReadOnlyList<QuestionProblem> Problems)> ExplainAsync(
        string metric, IEnumerable<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        var (request, problems) = ExplainRequestReader.Read(catalog, metric, parameters, await DayAfterDataAsync(metric, ct), LatestMonth);
        if (request is null)
            return (null, problems);
        try
        {
            return (ExplainAnswer.Of(await explainer.ExplainAsync(request, scope, ct)), []);
        }
        catch (QuestionException refused)
        {
            return (null, [refused.Problem]);
        }
    }

    /// <summary>The last period of a grain that is over before <paramref name="dayAfterData"/> and can be judged.</summary>
    public static DateRange Latest(Metric metric, Grain grain, DateOnly dayAfterData)
    {
        var lastDay = Periods.StartOf(dayAfterData, grain).AddDays(-1);
        var start = JudgedPeriod.Latest(metric, grain, lastDay, dayAfterData.AddDays(-1));
        return new DateRange(start, Periods.Add(start, grain, 1));
    }

    private static DateRange LatestMonth(Metric metric, DateOnly dayAfterData) => Latest(metric, Grain.Month, dayAfterData);

    // Missing dates end with the data of the metric; while there are none, with yesterday.
    private async Task<DateOnly> DayAfterDataAsync(string metric, CancellationToken ct)
    {
        var state = await queries.StateAsync(ct);
        var through = catalog.Find(metric) is { } known ? state.For(known).CompleteThrough : state.EarliestCompleteThrough;
        return through?.AddDays(1) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    }
}
