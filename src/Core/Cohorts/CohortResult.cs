using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>The definition that a cohort table was computed with.</summary>
public sealed record CohortInfo(string Name, int Version, Text Label, CohortKind Kind, int SettleDays, int? ReachDays, int MinN, Text Doc);

/// <summary>How the ages of an answer were counted, and the cohorts it covers; business dates, <paramref name="To"/> excluded.</summary>
public sealed record CohortRange(
    DateOnly From, DateOnly To, Grain Cohort, Grain Age, AgeMode Mode, AgeCriterion Criterion, string TimeZone);

/// <summary>What each number of the table is, by name and in words.</summary>
public sealed record Estimators(Estimator Cell, Estimator Pooled, Estimator? Early);

/// <summary>One way to make a number of the counts.</summary>
public sealed record Estimator(string Name, Text Doc);

/// <summary>
/// A Kaplan–Meier reading of a cell whose customers have not all matured; 0–1 with its 95 % interval.
/// <paramref name="AtRisk"/>: customers followed as far as this age.
/// </summary>
public sealed record EarlyRead(decimal Value, decimal Low, decimal High, long AtRisk)
{
    /// <summary>Always true: whoever reads this number must know that it is no count.</summary>
    public bool Estimate { get; } = true;
}

/// <summary>
/// One cohort at one age. <paramref name="Value"/>: ratio 0–1 over the mature customers alone; null is never zero: nobody is
/// mature (<paramref name="Immature"/> > 0), there is nobody, or a warning says why (<c>before_data</c>: some or all of its customers
/// are left out, because days that were asked about lie before the data). <paramref name="Low"/>/<paramref name="High"/>:
/// Wilson 95 %. <paramref name="MatureOn"/>: the day the last of its customers matures.
/// </summary>
public sealed record CohortCell(
    string Age,
    decimal? Value,
    long? Numerator,
    long? Denominator,
    decimal? Low,
    decimal? High,
    long Immature,
    DateOnly? MatureOn,
    EarlyRead? Early,
    IReadOnlyList<string> Warnings);

/// <summary>
/// One cohort, or several taken together (<paramref name="CohortStart"/> null). <paramref name="Size"/>: its customers.
/// <paramref name="Provisional"/>: more may still join it as far as the data reach.
/// </summary>
public sealed record CohortRow(
    DateOnly? CohortStart,
    IReadOnlyDictionary<string, string> By,
    IReadOnlyDictionary<string, string> Labels,
    long Size,
    bool Provisional,
    IReadOnlyList<CohortCell> Cells);

/// <summary>
/// The answer to a <see cref="CohortRequest"/>. <paramref name="Pooled"/>: all cohorts together; <paramref name="PooledBy"/>: the
/// same for each place of the dimension asked for. <paramref name="Since"/>: the first day of the data, where some of the days
/// asked about lie before it.
/// </summary>
public sealed record CohortResult(
    CohortInfo Measure,
    CohortRange Range,
    DateOnly AsOf,
    DateOnly CompleteThrough,
    ulong DataVersion,
    string Scope,
    string Owner,
    IReadOnlyList<CohortRow> Cohorts,
    CohortRow Pooled,
    IReadOnlyList<CohortRow> PooledBy,
    Estimators Estimators,
    IReadOnlyList<string> Warnings,
    string Sql,
    string? EarlySql,
    string QueryId,
    double ElapsedMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SegmentUsed>? Segments = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Org = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Since = null);

/// <summary>The customers behind one cell; <paramref name="Count"/> equals it.</summary>
public sealed record CohortDrillResult(
    CohortInfo Measure,
    CohortRange Range,
    DateOnly AsOf,
    DateOnly CompleteThrough,
    string Scope,
    DateOnly? CohortStart,
    string Age,
    CellPart Part,
    long Count,
    IReadOnlyList<DrillRow> Rows,
    string Sql,
    string QueryId,
    double ElapsedMs);
