using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Opens a cell: the rows behind it one by one, and their count and sum, over the same inner SELECT as the cell.</summary>
public static class DrillCompiler
{
    /// <summary>One page of rows: customer_id, customer, employee, channel, [order_id], [value], then the metric's shown columns as text.</summary>
    public static CompiledQuery Rows(Metric metric, DrillRequest drill, AccessScope scope, Horizon horizon)
    {
        var rows = new CellRows(metric, Narrow(drill), scope, horizon);
        var columns = Columns(metric);
        var inner = rows.Select([Dimensions.Employee, Dimensions.Channel], columns, drill.Part == CellPart.Excluded);
        var value = ValueColumn(metric, drill.Part);
        List<string> names = ["customer_id", "customer", "employee", "channel"];
        if (HasOrders(metric))
            names.Add("order_id");
        if (HasValue(metric))
            names.Add(value == "value" ? value : $"{value} AS value");
        names.AddRange(metric.Show.Select(Shown));
        // A page must be followed by the next: rows that are alike in all of these are alike to the reader.
        var order = string.Join(", ", ["sort_day", "customer_id", .. HasOrders(metric) ? ["order_id"] : metric.Show.Select(Shown)]);
        var distinct = metric.Aggregate == Aggregate.Customers ? "\nLIMIT 1 BY customer_id" : "";
        var sql = $"SELECT\n  {string.Join(",\n  ", names)}\n{From(inner)}{Where(metric, drill.Part)}\nORDER BY {order}{distinct}\nLIMIT {{limit:UInt32}} OFFSET {{offset:UInt32}}";
        return new CompiledQuery(sql, new Dictionary<string, object?>(rows.Parameters, StringComparer.Ordinal) { ["limit"] = drill.Limit, ["offset"] = drill.Offset });
    }

    /// <summary>One row: <c>rows</c>, and <c>total</c> where the metric adds up values.</summary>
    public static CompiledQuery Count(Metric metric, DrillRequest drill, AccessScope scope, Horizon horizon)
    {
        var rows = new CellRows(metric, Narrow(drill), scope, horizon);
        var inner = rows.Select([], [], drill.Part == CellPart.Excluded);
        var counted = metric.Aggregate == Aggregate.Customers ? "uniqExact(customer_id) AS rows" : "count() AS rows";
        var total = HasValue(metric) ? $", sum({ValueColumn(metric, drill.Part)}) AS total" : "";
        return new CompiledQuery($"SELECT {counted}{total}\n{From(inner)}{Where(metric, drill.Part)}", rows.Parameters);
    }

    public static bool HasOrders(Metric metric) => metric.Facts.Grain is "order" or "movement" && metric.Aggregate != Aggregate.Customers;

    public static bool HasValue(Metric metric) =>
        metric.Kind is MetricKind.Mean or MetricKind.Payback || metric.IsLiftOfAmounts || metric is { Kind: MetricKind.Sum, Aggregate: Aggregate.Sum or Aggregate.Mean or Aggregate.Ratio };

    // The two sides of a ratio, or of a payback, are sums of their own.
    private static bool HasTwoSums(Metric metric) => metric is { Aggregate: Aggregate.Ratio } or { Kind: MetricKind.Payback };

    private static string ValueColumn(Metric metric, CellPart part) =>
        HasTwoSums(metric) && part == CellPart.Denominator ? "over_value" : "value";

    /// <summary>Column under which a shown value stands; prefixed, lest it hide the column it is made of.</summary>
    public static string Shown(FactsColumn column) => "shown_" + column.Name;

    // A cell is its period's days and its place in each dimension: the question, narrowed to both.
    internal static MetricRequest Narrow(DrillRequest drill)
    {
        var question = drill.Question;
        var filters = question.Filters.ToDictionary(filter => filter.Key, filter => filter.Value, StringComparer.Ordinal);
        foreach (var (dimension, id) in drill.Cell)
            filters[dimension] = filters.TryGetValue(dimension, out var accepted) && !accepted.Contains(id) ? [] : [id];
        return question with { Range = drill.Days, Grain = Grain.All, By = [], Filters = filters };
    }

    private static List<FactsColumn> Columns(Metric metric)
    {
        var columns = new List<FactsColumn> { new("customer", "customer") };
        if (HasOrders(metric))
            columns.Add(new FactsColumn("order_id", "order_id"));
        columns.Add(new FactsColumn("sort_day", metric.IsStock ? metric.Facts.Grain == "customer" ? "joined_day" : Metric.StockDay : "cohort_day"));
        columns.AddRange(metric.Show.Select(column => new FactsColumn(Shown(column), $"toString({column.Expression})")));
        return columns;
    }

    private static string From(string inner) => $"FROM (\n  {inner.Replace("\n", "\n  ", StringComparison.Ordinal)}\n)";

    private static string Where(Metric metric, CellPart part)
    {
        var treated = metric.Kind == MetricKind.Lift ? " AND treated" : "";
        List<string> conditions = (metric.Kind, part) switch
        {
            (_, CellPart.Excluded) => [],
            (MetricKind.Lift, CellPart.Immature) when metric.Aggregate == Aggregate.Ratio => ["NOT mature", "treated IS NOT NULL"],
            (MetricKind.Lift, CellPart.Denominator) when metric.Aggregate == Aggregate.Ratio => ["mature"],
            (MetricKind.Lift, CellPart.Numerator) when metric.IsLiftOfAmounts => ["mature AND treated", "value != 0"],
            (MetricKind.Rate or MetricKind.Lift or MetricKind.Mean, CellPart.Immature) => ["NOT mature"],
            (_, CellPart.Immature) => ["false"],
            (MetricKind.Rate or MetricKind.Lift, CellPart.Numerator) => [$"mature{treated} AND counted"],
            (MetricKind.Rate or MetricKind.Lift, _) => [$"mature{treated}"],
            (MetricKind.Mean, _) => ["mature"],
            (MetricKind.Sum, CellPart.Numerator) when metric.Aggregate == Aggregate.Median => ["over_value = 1"],
            _ => [],
        };
        if (HasTwoSums(metric) && (part == CellPart.Denominator || (part == CellPart.Numerator && metric.Kind != MetricKind.Lift)))
            conditions.Add($"{ValueColumn(metric, part)} != 0");
        return conditions.Count == 0 ? "" : $"\nWHERE {string.Join(" AND ", conditions)}";
    }
}
