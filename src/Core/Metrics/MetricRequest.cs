using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Whose customer a customer or order is counted as.</summary>
public enum Owner
{
    Acquirer,
    Now,
    AtEvent,
}

/// <summary>Which organisation a row's levels are read from.</summary>
public enum Organisation
{
    /// <summary>That of the row's own day: its cohort day, or the day a stock is counted on.</summary>
    Then,

    /// <summary>The latest that is known.</summary>
    Now,
}

/// <summary>What a row is compared with.</summary>
public enum Comparison
{
    Previous,
    Year,
}

/// <summary>
/// One question to one metric. Dates are business dates, ranges half-open.
/// <paramref name="Filters"/>: dimension → accepted values (or within one dimension, and between dimensions).
/// <paramref name="Segments"/>: those that the dimensions and filters name, as they are defined now; filled in by who answers.
/// A null <paramref name="Owner"/> means the metric's own default, a null <paramref name="AsOf"/> the day after completeThrough.
/// </summary>
public sealed record MetricRequest(
    string Metric,
    DateRange Range,
    Grain Grain,
    IReadOnlyList<string> By,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Filters,
    Owner? Owner = null,
    DateOnly? AsOf = null,
    Comparison? Compare = null,
    int? Limit = null,
    string? Order = null,
    IReadOnlyList<Segment>? Segments = null,
    Organisation Org = Organisation.Then)
{
    /// <summary>Everything it is split or narrowed by.</summary>
    public IEnumerable<string> Dimensions => By.Concat(Filters.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>True when levels of the organisation split or narrow it, so that it matters which organisation is meant.</summary>
    public bool AsksOrganisation => Dimensions.Any(Metrics.Dimensions.OfEmployees.Contains);
}
