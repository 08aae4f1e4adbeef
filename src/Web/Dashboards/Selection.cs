using Microsoft.AspNetCore.Http.Extensions;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>What a reader has narrowed a dashboard to: a week, members of dimensions, whose customers, in which organisation.</summary>
internal sealed record Selection(DateOnly? Week, IReadOnlyDictionary<string, IReadOnlyList<string>> Filters, Owner? Owner, Organisation Org = Organisation.Then)
{
    public static Selection From(IQueryCollection query) => new(
        Format.ParseWeek(query["week"]),
        FiltersOf(query["filter"]),
        query["owner"].ToString() is { Length: > 0 } owner ? OwnerNames.Parse(owner) : null,
        OrganisationNames.Parse(query["org"].ToString()) ?? Organisation.Then);

    public string? Only(string dimension) => Filters.GetValueOrDefault(dimension) is [var one] ? one : null;

    /// <summary>True when it is narrowed to a unit, or the reader chose an organisation.</summary>
    public bool AsksOrganisation => Org != Organisation.Then || Filters.Keys.Any(Dimensions.OfEmployees.Contains);

    /// <summary>The narrowing as query parameters; a week only where it was chosen.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        if (Week is { } week)
            yield return KeyValuePair.Create("week", Format.WeekId(week));
        foreach (var parameter in WithoutWeek())
            yield return parameter;
    }

    public IEnumerable<KeyValuePair<string, string>> WithoutWeek()
    {
        foreach (var (dimension, values) in Filters)
        {
            foreach (var value in values)
                yield return KeyValuePair.Create("filter", $"{dimension}:{value}");
        }

        if (Owner is { } owner)
            yield return KeyValuePair.Create("owner", OwnerNames.Name(owner));
        if (Org != Organisation.Then)
            yield return KeyValuePair.Create("org", OrganisationNames.Name(Org));
    }

    public Selection With(string dimension, string value) =>
        this with { Filters = new Dictionary<string, IReadOnlyList<string>>(Filters, StringComparer.Ordinal) { [dimension] = [value] } };

    public string Link(string path) => path + new QueryBuilder(Parameters()).ToQueryString();

    /// <summary>The question of these limits; an owner that a metric does not offer leaves it its own.</summary>
    public MetricRequest Ask(Metric metric, DateRange range, Grain grain, string? by = null, Comparison? compare = null) => new(
        metric.Name,
        range,
        grain,
        by is null ? [] : [by],
        Filters,
        Owner is { } owner && metric.Owners.Contains(owner) ? owner : null,
        Compare: compare,
        Org: Org);

    private static Dictionary<string, IReadOnlyList<string>> FiltersOf(IEnumerable<string?> texts)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (CustomerDimensions.Split(text ?? "") is ({ } dimension, { Length: > 0 } value) && (Dimensions.All.Contains(dimension) || CustomerDimensions.Is(dimension)))
                filters[dimension] = [.. filters.GetValueOrDefault(dimension) ?? [], value];
        }

        return filters;
    }
}
