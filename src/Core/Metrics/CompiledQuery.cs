namespace PrivateDomainBI.Core.Metrics;

/// <summary>One SELECT and the values of its <c>{name:Type}</c> parameters.</summary>
public sealed record CompiledQuery(string Sql, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>Of a scope, the parameter that holds its employees.</summary>
    internal const string Scope = "scope";

    /// <summary>Of a filter, the parameter that holds the values of the dimension.</summary>
    internal static string Filter(string dimension) => $"filter_{dimension}";

    /// <summary>True when it asks for the rows of some employees alone; facts stand once more in the order of their employees for these.</summary>
    public bool IsOfSomeEmployees => Parameters.ContainsKey(Scope) || Parameters.ContainsKey(Filter(Dimensions.Employee));
}

/// <summary>
/// What the data allow: the business day up to which the metric's data are whole, and the day one asks from
/// (orders, refunds and ends on it and later are unknown). <paramref name="Latest"/>: column of the facts of customers → its latest
/// day, of all there are; null where that is not known for sure. <paramref name="TagCategories"/>: those of which every customer should have a tag.
/// </summary>
public readonly record struct Horizon(
    DateOnly CompleteThrough, DateOnly AsOf, decimal? Margin = null, IReadOnlyDictionary<string, DateOnly>? Latest = null, IReadOnlyList<string>? TagCategories = null);
