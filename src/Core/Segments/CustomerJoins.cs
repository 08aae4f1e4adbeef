using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Segments;

/// <summary>
/// What a question says of customers, in SQL over any facts that have a <c>customer_id</c>: which dimension a row falls
/// into, and the joins this needs. No join gives a row twice. Who stands in no facts of customers is in no segment, has no
/// tags and has not bought.
/// </summary>
internal sealed class CustomerJoins(MetricRequest request)
{
    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);

    private readonly List<string> _categories =
        [.. request.Dimensions.Select(CustomerDimensions.CategoryOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private readonly bool _hasTiers = request.Dimensions.Contains(CustomerDimensions.Tier);

    /// <summary>The values of what was asked for so far.</summary>
    public IReadOnlyDictionary<string, object?> Parameters => _parameters;

    /// <summary>The expression of a dimension that is the customer's; null for all others. Of tags it is an array, never empty.</summary>
    public string? Expression(string dimension) =>
        dimension == CustomerDimensions.Tier ? $"if(rfm.tier = '', '{Tiers.None}', rfm.tier)"
        : CustomerDimensions.SegmentOf(dimension) is { } segment ? $"if({Membership(segment)}, '{CustomerDimensions.In}', '{CustomerDimensions.Out}')"
        : CustomerDimensions.CategoryOf(dimension) is { } category ? Values(category)
        : null;

    /// <summary>The condition that a row has one of the values, which are the parameter <paramref name="values"/>; null for all other dimensions.</summary>
    public string? Filter(string dimension, string values) =>
        Expression(dimension) is not { } expression ? null
        : CustomerDimensions.CategoryOf(dimension) is null ? $"{expression} IN {values}"
        : $"hasAny({expression}, {values})";

    public string Joins()
    {
        var joins = _hasTiers ? "\nLEFT ANY JOIN (SELECT customer_id AS tier_customer, tier FROM customer_tiers(asOf = {asOf:Date})) AS rfm ON rfm.tier_customer = customer_id" : "";
        for (var i = 0; i < _categories.Count; i++)
        {
            var name = Tagged(_categories[i]);
            var values = TagCategory.Values(_categories[i], (value, type) => Parameter($"{name}_prefix", value, type));
            joins += $"\nLEFT ANY JOIN (SELECT customer_id AS {name}_customer, {values} AS {name}_values FROM customer_traits(asOf = {{asOf:Date}}) AS traits) AS {name} ON {name}.{name}_customer = customer_id";
        }

        return joins;
    }

    private string Membership(string name)
    {
        var segment = request.Segments?.FirstOrDefault(known => known.Name == name)
            ?? throw new InvalidOperationException($"Segment {name} has not been looked up.");
        var (condition, parameters) = SegmentCompiler.Compile(segment);
        foreach (var (parameter, value) in parameters)
            _parameters[parameter] = value;
        return $"customer_id IN (SELECT customer_id FROM customer_traits(asOf = {{asOf:Date}}) AS traits WHERE {condition})";
    }

    private string Values(string category)
    {
        var name = Tagged(category);
        return $"if(empty({name}.{name}_values), ['{TagCategory.None}'], {name}.{name}_values)";
    }

    private string Tagged(string category) => $"tagged_{_categories.IndexOf(category) + 1}";

    private string Parameter(string name, object value, string type)
    {
        _parameters[name] = value;
        return $"{{{name}:{type}}}";
    }
}
