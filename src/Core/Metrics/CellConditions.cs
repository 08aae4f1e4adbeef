using PrivateDomainBI.Core.Segments;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Which rows of facts a question is about: its range, whom the metric is among, the filters, and what the asker may see.</summary>
internal sealed class CellConditions(Metric metric, MetricRequest request, AccessScope scope, Horizon horizon, CellPlaces places)
{
    private const int FewEmployees = 20;

    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);

    /// <summary>The values of what was asked for so far.</summary>
    public IReadOnlyDictionary<string, object?> Parameters => _parameters;

    /// <summary>The conditions, all of which hold. <paramref name="excluded"/>: of the rows that the metric leaves out. <paramref name="areInPeriods"/>: whom it is among is asked otherwise.</summary>
    public List<string> Of(bool excluded, bool areInPeriods)
    {
        var conditions = new List<string>();
        if (!metric.IsStock)
        {
            Set("from", request.Range.From);
            Set("to", request.Range.To);
            Set("asOf", horizon.AsOf);
            conditions.Add("cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}");
        }

        if (excluded)
            conditions.Add(metric.Kind == MetricKind.Stock ? $"NOT ({metric.Body})" : $"NOT ({metric.Among})");
        else if (metric.Kind == MetricKind.Stock)
            conditions.Add($"({metric.Body})");
        else if (metric.Among != "true" && !areInPeriods)
            conditions.Add($"({metric.Among})");

        foreach (var (dimension, values) in request.Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal))
        {
            var name = CustomerDimensions.Is(dimension) ? FormattableString.Invariant($"filter_{conditions.Count}") : CompiledQuery.Filter(dimension);
            Set(name, values.ToArray());
            conditions.Add(places.Customers.Filter(dimension, $"{{{name}:Array(String)}}") ?? $"{places.Expression(dimension)} IN {{{name}:Array(String)}}");
        }

        if (scope.Employees is { } employees)
        {
            Set(CompiledQuery.Scope, employees.ToArray());
            conditions.Add($"{metric.Facts.Owners[Owner.Now]} IN {{scope:Array(String)}}");
        }

        return conditions;
    }

    /// <summary>
    /// Of a few employees the facts' order by employee finds the rows, and to plan a question twice takes longer than to look through
    /// the histories of so many. It serves where an owner is a column by itself, which <paramref name="columns"/> tell.
    /// </summary>
    public bool AreOfFewEmployees(IReadOnlyList<FactsColumn> columns)
    {
        List<(string Owner, int Employees)> asked = [];
        // Nobody's customers may be most of the company's.
        if (request.Filters.TryGetValue(Dimensions.Employee, out var accepted) && !accepted.Contains(Dimensions.Unattributed))
            asked.Add((places.Expression(Dimensions.Employee), accepted.Count));
        if (scope.Employees is { } seen)
            asked.Add((metric.Facts.Owners[Owner.Now], seen.Count));
        return asked.Exists(few => few.Employees <= FewEmployees && IsColumn(few.Owner));

        bool IsColumn(string name) => (columns.FirstOrDefault(column => column.Name == name)?.Expression ?? name).All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
    }

    private void Set(string name, object? value) => _parameters[name] = value;
}
