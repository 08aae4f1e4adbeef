using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Turns a question into one SELECT. Every row of the answer has <c>period</c>, one column per dimension,
/// <c>is_total</c>, and by kind — rate: numerator, denominator, immature, last_cohort_day; mean: total, denominator, immature,
/// last_cohort_day; sum: total, rows, and over_total for a ratio; median: how many durations ended and how many go on by
/// their days, split by employee a list of each; stock: rows; lift: numerator and denominator of the treated, immature, last_cohort_day, and arms by stratum, and amounts by stratum
/// where it compares these; payback: total, over_total, rows, and by_age.
/// </summary>
public static class MetricCompiler
{
    // Counted by their days, or their stratum, first: lists of one for each row would be merged row by row.
    private static readonly string[] Durations = ["groupArray(days) AS followed_days", "groupArray(ended) AS followed_ended", "groupArray(open) AS followed_open"];

    // Of thousands of employees hardly two durations are alike, so that counts are no fewer than the rows.
    private static readonly string[] EachDuration = ["groupArray(toUInt16(value)) AS followed_days", "groupArray(toUInt8(over_value)) AS followed_ended"];

    private static readonly string[] Arms =
    [
        "sum(reached) AS numerator", "sum(treated_rows) AS denominator", "sum(immature_rows) AS immature", "max(last_day) AS last_cohort_day",
        "sumMap([stratum], [reached], [treated_rows], [held_out_reached], [held_out_rows]) AS arms",
    ];

    private static readonly string[] ArmsOfAmounts =
    [
        .. Arms,
        "sumMap([stratum], [reached_sum], [reached_squares], [held_out_sum], [held_out_squares], [cost]) AS amounts",
    ];

    /// <summary>The question must be about this metric and have been checked against its dimensions and owners.</summary>
    public static CompiledQuery Compile(Metric metric, MetricRequest request, AccessScope scope, Horizon horizon)
    {
        var rows = new CellRows(metric, request, scope, horizon);
        var inner = rows.Select(request.By, [], weigh: true);
        // Slices that overlap do not add up to the whole, which has rows of its own.
        var overlaps = request.By.Any(dimension => CustomerDimensions.CategoryOf(dimension) is not null);
        List<string> by = [.. request.By.Select(CustomerDimensions.Column)];
        var keys = rows.HasPeriod ? ["period", .. by] : by;
        var firstBy = FirstBy(metric, request);
        var measures = rows.HasFirsts ? MeasuresOfFirsts(metric, byMonth: rows.PeriodOfMonths is not null) : rows.IsWeighed ? WeighedMeasures(metric) : Measures(metric, isEach: firstBy.Length == 0);
        if (rows.PeriodOfMonths is { } period)
            return new CompiledQuery(OfMonths(period, by, measures, inner), rows.Parameters);
        var columns = keys.Concat(measures).ToList();
        // A stock's total is a period of its own (the state at the end of the range), so it is grouped by period too.
        List<string> totalKeys = metric.IsStock && rows.HasPeriod ? ["period"] : [];
        List<string> always = [.. overlaps ? (string[])["whole"] : [], .. firstBy];
        string grouping;
        if (keys.SequenceEqual(totalKeys))
        {
            columns.Add("toUInt8(0) AS is_total");
            grouping = GroupBy([.. keys, .. always]);
        }
        else if (keys.Count == 1 && totalKeys.Count + always.Count == 0 && metric.Aggregate != Aggregate.Customers)
        {
            // Of one key the total is put together from the rows that are grouped already; of distinct customers that is dearer than to count them twice.
            columns.Add($"grouping({keys[0]}) = 1 AS is_total");
            grouping = $"\nGROUP BY ROLLUP({keys[0]})";
        }
        else
        {
            columns.Add($"grouping({keys[^1]}) = 1 AS is_total");
            grouping = $"\nGROUP BY GROUPING SETS (({string.Join(", ", [.. keys, .. always])}), ({string.Join(", ", [.. totalKeys, .. always])}))";
        }

        if (overlaps)
        {
            columns.Add("max(overlapping) AS overlaps");
            grouping += "\nHAVING is_total = whole";
        }

        var order = keys.Count == 0 ? "" : $"\nORDER BY is_total, {string.Join(", ", keys)}";
        var cells = Select(columns, inner) + grouping;
        if (firstBy.Length > 0)
            cells = Select([.. keys, .. FirstColumns(metric), .. overlaps ? (string[])["max(overlaps) AS overlaps"] : [], "is_total"], cells) + GroupBy([.. keys, "is_total"]);
        return new CompiledQuery(cells + order, rows.Parameters);
    }

    private static string[] FirstColumns(Metric metric) => metric.Kind != MetricKind.Lift ? Durations : metric.IsLiftOfAmounts ? ArmsOfAmounts : Arms;

    private static string[] FirstBy(Metric metric, MetricRequest request) => metric switch
    {
        { Aggregate: Aggregate.Median } => request.By.Contains(Dimensions.Employee) ? [] : ["value"],
        { Kind: MetricKind.Lift } => ["stratum"],
        _ => [],
    };

    private static string Select(IEnumerable<string> columns, string from) => $"SELECT\n  {string.Join(",\n  ", columns)}\nFROM (\n  {SelectText.Indented(from)}\n)";

    private static string GroupBy(IReadOnlyList<string> keys) => keys.Count == 0 ? "" : $"\nGROUP BY {string.Join(", ", keys)}";

    private static IEnumerable<string> WeighedMeasures(Metric metric) => metric.Kind switch
    {
        MetricKind.Rate => ["sumIf(weight, counted) AS numerator", "sum(weight) AS denominator", "toUInt64(0) AS immature"],
        MetricKind.Sum when metric.Aggregate == Aggregate.Ratio =>
            ["sum(value * weight) AS total", "sum(over_value * weight) AS over_total", "sum(weight) AS rows"],
        MetricKind.Sum when metric.Aggregate != Aggregate.Count => ["sum(value * weight) AS total", "sum(weight) AS rows"],
        _ => ["sum(weight) AS rows"],
    };

    // Grouped by month, and once more altogether.
    private static string OfMonths(string period, List<string> by, IEnumerable<string> measures, string inner)
    {
        var isTotal = by.Count == 0 ? "toUInt8(0)" : $"grouping({by[0]}) = 1";
        var groups = by.Count == 0 ? "ROLLUP(month)" : $"CUBE(month, {by[0]})";
        return $"{Select([$"{period} AS period", .. by, .. measures, $"{isTotal} AS is_total"], inner)}\nGROUP BY {groups}\nORDER BY {string.Join(", ", ["is_total", "period", .. by])}";
    }

    // Of all months together, what was done in several of them counts once.
    private static IEnumerable<string> MeasuresOfFirsts(Metric metric, bool byMonth)
    {
        return metric.Kind switch
        {
            MetricKind.Rate => [$"{Of("countIf(first_counted)", "countIf(counted)")} AS numerator", $"{Of("countIf(is_first)", "count()")} AS denominator", "toUInt64(0) AS immature"],
            _ when metric.Aggregate == Aggregate.Ratio =>
                [$"{Of("sum(whole_value)", "sum(value)")} AS total", $"{Of("sumIf(over_value, is_first)", "sum(over_value)")} AS over_total", $"{Of("countIf(is_first)", "count()")} AS rows"],
            _ => [$"{Of("countIf(is_first)", "count()")} AS rows"],
        };

        string Of(string all, string month) => byMonth ? $"if(grouping(month) = 1, {all}, {month})" : all;
    }

    private static IEnumerable<string> Measures(Metric metric, bool isEach) => metric.Kind switch
    {
        MetricKind.Rate when metric.IsStock =>
            ["countIf(counted) AS numerator", "count() AS denominator", "toUInt64(0) AS immature"],
        MetricKind.Rate =>
            ["countIf(mature AND counted) AS numerator", "countIf(mature) AS denominator", "countIf(NOT mature) AS immature", "max(cohort_day) AS last_cohort_day"],
        MetricKind.Stock => ["count() AS rows"],
        MetricKind.Mean =>
        [
            "sumIf(value, mature) AS total",
            .. metric.Aggregate == Aggregate.Ratio ? (string[])["sumIf(over_value, mature) AS over_total", "countIf(mature AND over_value != 0) AS denominator"] : ["countIf(mature) AS denominator"],
            "countIf(NOT mature) AS immature", "max(cohort_day) AS last_cohort_day",
        ],
        MetricKind.Lift when metric.IsLiftOfAmounts =>
        [
            "stratum", "countIf(mature AND treated AND value != 0) AS reached", "countIf(mature AND treated) AS treated_rows", "countIf(mature AND NOT treated AND value != 0) AS held_out_reached",
            "countIf(mature AND NOT treated) AS held_out_rows", "countIf(NOT mature AND treated IS NOT NULL) AS immature_rows", "max(cohort_day) AS last_day",
            "sumIf(value, mature AND treated) AS reached_sum", "sumIf(toFloat64(value) * toFloat64(value), mature AND treated) AS reached_squares",
            "sumIf(value, mature AND NOT treated) AS held_out_sum", "sumIf(toFloat64(value) * toFloat64(value), mature AND NOT treated) AS held_out_squares",
            metric.Aggregate == Aggregate.Ratio ? "sumIf(over_value, mature) AS cost" : "toDecimal64(0, 2) AS cost",
        ],
        MetricKind.Lift =>
        [
            "stratum", "countIf(mature AND treated AND counted) AS reached", "countIf(mature AND treated) AS treated_rows", "countIf(mature AND NOT treated AND counted) AS held_out_reached",
            "countIf(mature AND NOT treated) AS held_out_rows", "countIf(NOT mature) AS immature_rows", "max(cohort_day) AS last_day",
        ],
        MetricKind.Payback => ["sum(value) AS total", "sum(over_value) AS over_total", "count() AS rows", "sumMap(ages, gains) AS by_age"],
        MetricKind.Sum => metric.Aggregate switch
        {
            Aggregate.Count => ["count() AS rows"],
            Aggregate.Customers => ["uniqExact(customer_id) AS rows"],
            Aggregate.Sum or Aggregate.Mean => ["sum(value) AS total", "count() AS rows"],
            Aggregate.Ratio => ["sum(value) AS total", "sum(over_value) AS over_total", "count() AS rows"],
            Aggregate.Median => isEach ? EachDuration : ["toInt64(value) AS days", "sum(toInt64(over_value)) AS ended", "sum(toInt64(1 - over_value)) AS open"],
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Aggregate, message: null),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Kind, message: null),
    };
}
