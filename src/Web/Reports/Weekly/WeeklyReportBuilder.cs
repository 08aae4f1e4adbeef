using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>Asks everything the weekly report shows, once.</summary>
internal sealed class WeeklyReportBuilder(MetricQueries queries, QueryRunner runner, IOptions<BusinessOptions> business)
{
    private const int WeeksOfRates = 13;
    private const int MostEmployees = 20;

    /// <summary>The last week that the data know in full; null while there are none.</summary>
    public async Task<DateOnly?> LatestWeekAsync(CancellationToken ct) =>
        (await CompleteThroughAsync(ct)) is { } day ? Periods.StartOf(day.AddDays(1), Grain.Week).AddDays(-7) : null;

    public async Task<WeeklyReport> BuildAsync(DateOnly week, AccessScope scope, CancellationToken ct)
    {
        var state = await queries.StateAsync(ct);
        var cards = new List<ReportCard>();
        foreach (var (metric, grain) in WeeklyQuestions.Cards)
            cards.Add(Card(await AskAsync(WeeklyQuestions.Run(metric, grain, week), scope, ct)));
        var charts = new Dictionary<string, MetricResult>(StringComparer.Ordinal);
        foreach (var (metric, grain) in WeeklyQuestions.Charts)
            charts.Add(metric, await AskAsync(WeeklyQuestions.Run(metric, grain, week), scope, ct));
        var (employees, inAll) = await EmployeesAsync(week, scope, ct);
        return new WeeklyReport(
            business.Value.Company,
            week,
            scope.Name,
            business.Value.TimeZone,
            await CompleteThroughAsync(ct) ?? week.AddDays(6),
            state.DataVersion,
            cards,
            await FindingsAsync(cards, scope, ct),
            charts,
            employees,
            inAll,
            await DatasetsAsync(state, ct));
    }

    // Ownership, refunds and the like may stand still for weeks without being behind; these say something every day.
    private async Task<DateOnly?> CompleteThroughAsync(CancellationToken ct)
    {
        string[] daily = ["customers", "relations", "events", "orders"];
        var reached = (await queries.StateAsync(ct)).CompleteThrough;
        var days = reached.Where(pair => daily.Contains(pair.Key, StringComparer.Ordinal)).Select(pair => pair.Value).ToList();
        return days.Count > 0 ? days.Min() : reached.Count > 0 ? reached.Values.Min() : null;
    }

    private static ReportCard Card(MetricResult series) => new(series, CardPeriod.Of(series.Rows));

    private async Task<IReadOnlyList<Finding>> FindingsAsync(List<ReportCard> cards, AccessScope scope, CancellationToken ct)
    {
        var kinds = WeeklyQuestions.Findings.ToDictionary(entry => entry.Metric, entry => entry.IsRate, StringComparer.Ordinal);
        var largest = Findings.Largest(cards.Where(card => kinds.ContainsKey(card.Series.Metric.Name)).Select(card => (card, kinds[card.Series.Metric.Name])));
        var told = new List<Finding>();
        foreach (var finding in largest)
        {
            var causes = new List<IReadOnlyList<Cause>>();
            foreach (var dimension in WeeklyQuestions.FindingDimensions)
            {
                var before = await AskAsync(WeeklyQuestions.Split(finding.Metric, finding.Grain, Periods.Add(finding.Period, finding.Grain, -1), dimension), scope, ct);
                var after = await AskAsync(WeeklyQuestions.Split(finding.Metric, finding.Grain, finding.Period, dimension), scope, ct);
                causes.Add(Findings.Causes(dimension, before, after, kinds[finding.Metric]));
            }
            told.Add(finding with { Causes = Findings.MainCauses(finding.Size, causes) });
        }
        return told;
    }

    private async Task<(IReadOnlyList<EmployeeRow> Rows, int InAll)> EmployeesAsync(DateOnly week, AccessScope scope, CancellationToken ct)
    {
        var pool = await ByEmployeeAsync("pool_size", week, 1, scope, ct);
        var joined = await ByEmployeeAsync("new_customers", week, 1, scope, ct);
        var retention = await ByEmployeeAsync(WeeklyQuestions.Retention, week, WeeksOfRates, scope, ct);
        var firstOrder = await ByEmployeeAsync(WeeklyQuestions.FirstOrder, week, WeeksOfRates, scope, ct);
        var sales = await ByEmployeeAsync("net_sales", week, 1, scope, ct);
        var ranks = Ranks.Of(retention.Values);
        var people = pool.Where(row => row.Key != Dimensions.Unattributed).OrderByDescending(row => row.Value.Value ?? 0).ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
        return ([.. people.Take(MostEmployees).Select(row => new EmployeeRow(
            row.Key,
            row.Value.Labels.GetValueOrDefault(Dimensions.Employee, row.Key),
            row.Value.Value,
            joined.GetValueOrDefault(row.Key)?.Value,
            retention.GetValueOrDefault(row.Key),
            ranks.TryGetValue(row.Key, out var rank) ? rank : null,
            firstOrder.GetValueOrDefault(row.Key),
            sales.GetValueOrDefault(row.Key)?.Value))], people.Count);
    }

    private async Task<Dictionary<string, MetricRow>> ByEmployeeAsync(string metric, DateOnly week, int weeks, AccessScope scope, CancellationToken ct) =>
        (await AskAsync(WeeklyQuestions.OfEmployees(metric, week, weeks), scope, ct)).Rows.ToDictionary(row => row.By[Dimensions.Employee], StringComparer.Ordinal);

    private async Task<IReadOnlyList<DatasetState>> DatasetsAsync(DataState state, CancellationToken ct)
    {
        var found = await runner.ReadFileAsync(
            "reports/datasets.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal),
            row => new DatasetState(
                row.GetString(0),
                state.CompleteThrough.TryGetValue(row.GetString(0), out var day) ? day : null,
                row.GetFieldValue<long>(1),
                row.GetFieldValue<long>(2)),
            ct);
        return [.. Datasets.Names.SelectMany(name => found.Where(dataset => dataset.Dataset == name))];
    }

    // How an answer was computed belongs to the moment it was; the report keeps what it says.
    private async Task<MetricResult> AskAsync(MetricRequest question, AccessScope scope, CancellationToken ct) =>
        (await queries.AnswerAsync(question, scope, ct)) with { Sql = "", QueryId = "", ElapsedMs = 0 };
}
