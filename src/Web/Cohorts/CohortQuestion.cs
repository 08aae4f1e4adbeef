using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Cohorts;

/// <summary>
/// Reads the question of a cohort page from its address: the API's parameters, where what a form leaves empty does not
/// count and what goes with another choice is dropped. What cannot be read is told and replaced by the default.
/// </summary>
internal static class CohortQuestion
{
    /// <summary>Parameters that are the page's own.</summary>
    private static readonly string[] PageParameters = ["lang", "theme", "cohortStart", "at", "part", "page"];

    public static (CohortRequest Question, IReadOnlyList<QuestionProblem> Problems) Read(
        CohortCatalog catalog, CohortMeasure measure, IQueryCollection query, DateOnly dayAfterData)
    {
        var given = query
            .Where(pair => !PageParameters.Contains(pair.Key))
            .SelectMany(pair => pair.Value.Where(value => !string.IsNullOrEmpty(value)).Distinct().Select(value => KeyValuePair.Create(pair.Key, value!)))
            .ToList();
        Settle(given, measure);
        var (question, problems) = CohortRequestReader.Read(catalog, measure.Name, given, dayAfterData);
        if (question is not null)
            return (question, []);
        var (plain, _) = CohortRequestReader.Read(catalog, measure.Name, Defaults(measure), dayAfterData);
        return (plain!, problems);
    }

    // Selects of the form stand side by side: a choice that another makes meaningless gives way to it.
    private static void Settle(List<KeyValuePair<string, string>> given, CohortMeasure measure)
    {
        string? Value(string name) => given.Find(pair => pair.Key == name).Value;
        foreach (var (criterion, name) in CohortNames.Criteria)
        {
            if (Value("criterion") == name && !measure.Criteria.Contains(criterion))
                given.RemoveAll(pair => pair.Key == "criterion");
        }

        if (Value("owner") is { } owner && OwnerNames.Parse(owner) is { } known && !measure.Members.Owners.Contains(known))
            given.RemoveAll(pair => pair.Key == "owner");
        if (Value("age") is null)
            given.AddRange(Defaults(measure));
        if (Value("criterion") != "bracket")
            given.RemoveAll(pair => pair.Key == "brackets");
        else
            given.RemoveAll(pair => pair.Key == "ages");
        if (Value("criterion") == "bracket" && Value("brackets") is null)
            given.Add(KeyValuePair.Create("brackets", Value("age") == "day" ? "0,1-7,8-30,31-60,61-90" : "0,1-3,4-6,7-12"));
    }

    // Weeks fill the 90 days for which activity is kept; the rest is looked at over months.
    private static KeyValuePair<string, string>[] Defaults(CohortMeasure measure) =>
        [KeyValuePair.Create("age", measure.ReachDays is null ? "month" : "week")];
}
