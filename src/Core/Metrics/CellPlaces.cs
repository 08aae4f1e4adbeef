using PrivateDomainBI.Core.Segments;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Where the rows of a question stand in each dimension, as columns, and the joins that this needs. Neither join can give a row
/// two places: ANY takes one row of an employee, ASOF the one that began last by that day.
/// </summary>
internal sealed class CellPlaces(Metric metric, MetricRequest request)
{
    private readonly Owner _owner = request.Owner ?? metric.DefaultOwner;
    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);

    /// <summary>The dimensions that are the customer's.</summary>
    public CustomerJoins Customers { get; } = new(request);

    /// <summary>The values of what was asked for so far.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Parameters => Customers.Parameters.Concat(_parameters);

    /// <summary>The columns of a dimension. Of tags, one row for each value and, marked, one for the whole: who has two values is in two slices and once in all.</summary>
    public IEnumerable<FactsColumn> Columns(string dimension)
    {
        var name = CustomerDimensions.Column(dimension);
        var values = Expression(dimension);
        if (CustomerDimensions.CategoryOf(dimension) is null)
            return [new FactsColumn(name, values)];
        if (request.Filters.TryGetValue(dimension, out var accepted))
        {
            _parameters["slices"] = accepted.ToArray();
            values = $"arrayIntersect({values}, {{slices:Array(String)}})";
        }

        return
        [
            new FactsColumn(name, $"arrayJoin(arrayConcat([''], {values}))"),
            new FactsColumn("whole", $"{name} = ''"),
            new FactsColumn("overlapping", $"length({values}) > 1"),
        ];
    }

    /// <summary>The id of a row's place in a dimension; of tags an array.</summary>
    public string Expression(string dimension) => dimension switch
    {
        _ when Customers.Expression(dimension) is { } expression => expression,
        Dimensions.Channel => metric.Facts.Channel,
        Dimensions.Employee => Employee,
        _ when metric.Facts.Dimensions.TryGetValue(dimension, out var expression) => expression,
        _ => $"if(place.{dimension} = '', '{Dimensions.Unattributed}', place.{dimension})",
    };

    /// <summary>Whether the question, split by these dimensions, is about levels of the organisation.</summary>
    public bool AreOfEmployees(IEnumerable<string> dimensions) => dimensions.Concat(request.Filters.Keys).Any(Dimensions.OfEmployees.Contains);

    /// <summary>Whether it is about those of the row's own day.</summary>
    public bool NeedDay(IEnumerable<string> dimensions) => request.Org == Organisation.Then && AreOfEmployees(dimensions);

    /// <summary>What the join names of a row; null where there is none.</summary>
    public string? JoinedBy(IEnumerable<string> dimensions) => AreOfEmployees(dimensions) ? Employee : null;

    /// <summary>The join that tells an employee's levels; null where nobody asks for them.</summary>
    public string? Join(IEnumerable<string> dimensions) =>
        !AreOfEmployees(dimensions) ? null
        : request.Org == Organisation.Now ? $"LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = {Employee}"
        : $"ASOF LEFT JOIN employee_spans AS place ON place.employee_id = {Employee} AND place.from_day <= {(metric.IsStock ? Metric.StockDay : "cohort_day")}";

    private string Employee => _owner == Owner.AtEvent && metric.AtEvent.Length > 0 ? metric.AtEvent : metric.Facts.Owners[_owner];
}
