using Microsoft.AspNetCore.Http.Extensions;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Dashboards;

namespace PrivateDomainBI.Web.Cohorts;

/// <summary>Addresses of a cohort table: its page, its API call, the customers behind one of its cells.</summary>
internal static class CohortLink
{
    public static string Page(CohortRequest question) => Page(question.Members.Metric, question);

    /// <summary>The same question to another measure; what that does not offer its page replaces.</summary>
    public static string Page(string measure, CohortRequest question) => $"/cohorts/{measure}{new QueryBuilder(Parameters(question))}";

    public static string Api(CohortRequest question) => $"/api/v1/cohorts/{question.Members.Metric}{new QueryBuilder(Parameters(question))}";

    public static string Customers(CohortRequest question, DateOnly? start, IReadOnlyDictionary<string, string> place, CohortAge age, CellPart part, int page = 1)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(question.Members.Filters, StringComparer.Ordinal);
        foreach (var (dimension, id) in place)
            filters[dimension] = [id];
        var parameters = Parameters(question with { Members = question.Members with { By = [], Filters = filters } }).ToList();
        if (start is { } day)
            parameters.Add(KeyValuePair.Create("cohortStart", MetricLink.Day(day)));
        parameters.Add(KeyValuePair.Create("at", age.Name));
        parameters.Add(KeyValuePair.Create("part", CellParts.Name(part)));
        if (page > 1)
            parameters.Add(KeyValuePair.Create("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return $"/cohorts/{question.Members.Metric}/customers{new QueryBuilder(parameters)}";
    }

    /// <summary>The table that continues a metric over all ages; null when there is none.</summary>
    public static string? Of(Metric metric)
    {
        (string Prefix, string Measure)[] known =
            [("relation_retention", "relation"), ("active_retention", "active"), ("first_order_conv", "first_order"), ("repurchase", "repurchase")];
        return known.FirstOrDefault(pair => metric.Name.StartsWith(pair.Prefix, StringComparison.Ordinal)).Measure is { } measure ? $"/cohorts/{measure}" : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Parameters(CohortRequest question)
    {
        foreach (var parameter in MetricLink.Parameters(question.Members).Where(pair => pair.Key != "grain"))
            yield return parameter;
        yield return KeyValuePair.Create("cohort", CohortNames.NameOf(question.Members.Grain));
        yield return KeyValuePair.Create("age", CohortNames.NameOf(question.AgeGrain));
        yield return KeyValuePair.Create("mode", CohortNames.NameOf(question.Mode));
        yield return KeyValuePair.Create("criterion", CohortNames.NameOf(question.Criterion));
        yield return question.Criterion == AgeCriterion.Bracket
            ? KeyValuePair.Create("brackets", string.Join(',', question.Ages.Select(age => age.Name)))
            : KeyValuePair.Create("ages", question.Ages[^1].Name);
    }
}
