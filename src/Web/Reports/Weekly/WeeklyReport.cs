using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>
/// Every number of one weekly report, asked for once and kept: the page, the PDF and a later copy of it are drawn
/// from this alone. <paramref name="Week"/> is the Monday. It holds no text in any language but names from the data.
/// </summary>
internal sealed record WeeklyReport(
    string Company,
    DateOnly Week,
    string Scope,
    string TimeZone,
    DateOnly CompleteThrough,
    ulong DataVersion,
    IReadOnlyList<ReportCard> Cards,
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<string, MetricResult> Charts,
    IReadOnlyList<EmployeeRow> Employees,
    int EmployeesInAll,
    IReadOnlyList<DatasetState> Datasets)
{
    [JsonIgnore]
    public DateRange Days => new(Week, Week.AddDays(7));

    /// <summary>The first day that the numbers do not know of.</summary>
    [JsonIgnore]
    public DateOnly AsOf => CompleteThrough.AddDays(1);

    /// <summary>Every metric shown, once.</summary>
    [JsonIgnore]
    public IReadOnlyList<MetricInfo> Metrics =>
        [.. Cards.Select(card => card.Series.Metric).Concat(Charts.Values.Select(chart => chart.Metric)).DistinctBy(metric => metric.Name)];
}

/// <summary>
/// One figure of the first page: its run of periods, and the place in it of the one shown. That is the report's own
/// week where it can be judged, else the latest period that can.
/// </summary>
internal sealed record ReportCard(MetricResult Series, int Shown)
{
    [JsonIgnore]
    public MetricRow? Row => Shown < 0 ? null : Series.Rows[Shown];

    [JsonIgnore]
    public MetricRow? Before => Shown < 1 || !Series.Holds(Series.Rows[Shown - 1].Period!.Value) ? null : Series.Rows[Shown - 1];
}

/// <summary>
/// A move worth telling. <paramref name="Usual"/>: the median size of this metric's own moves from period to period before;
/// null when there are too few to say. Sizes are shares of the earlier value, for rates plain differences.
/// </summary>
internal sealed record Finding(
    string Metric, DateOnly Period, Grain Grain, decimal Value, decimal Before, decimal Size, decimal? Usual, IReadOnlyList<Cause> Causes)
{
    /// <summary>Within what happens anyway from one period to the next.</summary>
    [JsonIgnore]
    public bool IsUsual => Usual is { } usual && Math.Abs(Size) <= usual;
}

/// <summary>
/// What one member of a dimension adds to a move, in the metric's unit; all members and the mix add up to the move.
/// <paramref name="Id"/> null: the mix, that is, members of different levels having become more or fewer.
/// </summary>
internal sealed record Cause(string Dimension, string? Id, string Label, decimal Effect);

/// <summary>
/// One employee: customers in the pool at the week's end, and what they did. The adjusted rates are drawn toward everyone's
/// average; reports kept before there were any have none. <paramref name="Rank"/>: place by adjusted retention among all
/// employees who are compared.
/// </summary>
internal sealed record EmployeeRow(
    string Id,
    string Name,
    decimal? Pool,
    decimal? NewCustomers,
    MetricRow? Retention,
    int? Rank,
    MetricRow? FirstOrder,
    decimal? NetSales,
    decimal? AdjustedRetention = null,
    decimal? AdjustedFirstOrder = null);

/// <summary>How far a dataset reaches and what of it is not counted.</summary>
internal sealed record DatasetState(string Dataset, DateOnly? CompleteThrough, long Waiting, long Refused);
