using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>Addresses of a question: its page, the customers behind one of its cells, its API call. All three take the same parameters.</summary>
internal static class MetricLink
{
    public static string Page(MetricRequest question) => $"/metrics/{question.Metric}{Query(Parameters(question))}";

    public static string Api(MetricRequest question) => $"/api/v1/metrics/{question.Metric}{Query(Parameters(question))}";

    /// <summary>The customers behind one cell: the question narrowed to the cell's place and period.</summary>
    public static string Customers(MetricRequest question, MetricRow row, CellPart? part = null)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(question.Filters, StringComparer.Ordinal);
        foreach (var (dimension, id) in row.By)
            filters[dimension] = [id];
        var parameters = Parameters(question with { By = [], Filters = filters, Compare = null, Limit = null, Order = null }).ToList();
        if (row.Period is { } period && question.Grain != Grain.All)
            parameters.Add(KeyValuePair.Create("period", Day(period)));
        if (part is { } side)
            parameters.Add(KeyValuePair.Create("part", CellParts.Name(side)));
        return $"/metrics/{question.Metric}/customers{Query(parameters)}";
    }

    /// <summary>All customers of the question.</summary>
    public static string Customers(MetricRequest question) => $"/metrics/{question.Metric}/customers{Query(Parameters(question with { Compare = null }))}";

    /// <summary>The customers of one member of a dimension over the whole range of the question.</summary>
    public static string Customers(MetricRequest question, string dimension, string id, CellPart? part = null)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(question.Filters, StringComparer.Ordinal) { [dimension] = [id] };
        var parameters = Parameters(question with { By = [], Filters = filters, Compare = null }).ToList();
        if (part is { } side)
            parameters.Add(KeyValuePair.Create("part", CellParts.Name(side)));
        return $"/metrics/{question.Metric}/customers{Query(parameters)}";
    }

    public static string GrainName(Grain grain) => grain switch
    {
        Grain.Day => "day",
        Grain.Week => "week",
        Grain.Month => "month",
        Grain.Quarter => "quarter",
        Grain.Year => "year",
        _ => "all",
    };

    public static IEnumerable<KeyValuePair<string, string>> Parameters(MetricRequest question)
    {
        yield return KeyValuePair.Create("from", Day(question.Range.From));
        yield return KeyValuePair.Create("to", Day(question.Range.To));
        yield return KeyValuePair.Create("grain", GrainName(question.Grain));
        if (question.By.Count > 0)
            yield return KeyValuePair.Create("by", string.Join(',', question.By));
        foreach (var (dimension, values) in question.Filters)
        {
            foreach (var value in values)
                yield return KeyValuePair.Create("filter", $"{dimension}:{value}");
        }

        if (question.Owner is { } owner)
            yield return KeyValuePair.Create("owner", OwnerNames.Name(owner));
        if (question.Compare is { } comparison)
            yield return KeyValuePair.Create("compare", comparison == Comparison.Year ? "year" : "previous");
        if (question.Org != Organisation.Then)
            yield return KeyValuePair.Create("org", OrganisationNames.Name(question.Org));
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Query(IEnumerable<KeyValuePair<string, string>> parameters) => new QueryBuilder(parameters).ToString();
}
