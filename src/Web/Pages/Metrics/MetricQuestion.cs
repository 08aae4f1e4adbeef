using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Explain;

namespace PrivateDomainBI.Web.Pages.Metrics;

/// <summary>
/// Reads the question of a metric page from its address. The same parameters as the API's; what a form leaves
/// empty does not count, and what cannot be read is told and replaced by the default, so that a page always answers.
/// </summary>
internal static class MetricQuestion
{
    /// <summary>Parameters that are the page's own.</summary>
    private static readonly string[] PageParameters = ["lang", "theme", "handler", "period", "part", "page", .. WhyReader.Parameters];

    public static (MetricRequest Question, IReadOnlyList<QuestionProblem> Problems) Read(
        MetricCatalog catalog, Metric metric, IQueryCollection query, DateOnly dayAfterData)
    {
        var given = query
            .Where(pair => !PageParameters.Contains(pair.Key))
            .SelectMany(pair => pair.Value.Where(value => !string.IsNullOrEmpty(value)).Distinct().Select(value => KeyValuePair.Create(pair.Key, value!)))
            .ToList();
        if (!given.Exists(pair => pair.Key == "grain"))
            given.Add(KeyValuePair.Create("grain", metric.WindowDays > 7 ? "month" : "week"));
        var (question, problems) = MetricRequestReader.Read(catalog, metric.Name, given, dayAfterData);
        if (question is not null)
            return (question, []);
        var grain = metric.WindowDays > 7 ? "month" : "week";
        var (plain, _) = MetricRequestReader.Read(catalog, metric.Name, [KeyValuePair.Create("grain", grain)], dayAfterData);
        return (plain!, problems);
    }

    /// <summary>The last full periods of a grain: what "last 13 weeks" means while this week still runs.</summary>
    public static DateRange Last(int count, Grain grain, DateOnly dayAfterData)
    {
        var to = Periods.StartOf(dayAfterData, grain);
        return new DateRange(Periods.Add(to, grain, -count), to);
    }
}
