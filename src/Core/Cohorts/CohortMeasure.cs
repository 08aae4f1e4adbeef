using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>What a cohort table asks of a customer at an age.</summary>
public enum CohortKind
{
    /// <summary>Something is true at the end of the day of that age.</summary>
    State,

    /// <summary>Something happened on a day of that age.</summary>
    Activity,

    /// <summary>Something that happens once has happened by that age.</summary>
    Cumulative,
}

/// <summary>
/// One kind of cohort table, as its file in <c>sql/cohorts</c> defines it. <paramref name="Members"/>: who is in a cohort,
/// as a count of customers by cohort day, and with it label, owners, datasets and reasons; its body is the condition that
/// is asked at each age, in terms of <c>opens_day</c> and <c>until_day</c> (both included) and the columns in
/// <paramref name="Reads"/>. <paramref name="ReachDays"/>: days after the cohort day for which the facts can tell; null: all.
/// </summary>
public sealed record CohortMeasure(
    Metric Members,
    CohortKind Kind,
    IReadOnlyList<AgeCriterion> Criteria,
    IReadOnlyList<string> Reads,
    int? ReachDays,
    EarlyReading? Early)
{
    public string Name => Members.Name;

    public int SettleDays => Members.SettleDays;

    public CohortInfo Info => new(Name, Members.Version, Members.Label, Kind, SettleDays, ReachDays, Members.MinN, Members.Doc);
}

/// <summary>
/// What Kaplan and Meier's estimate is told: the <paramref name="Day"/> of the event that ends the observation (SQL, null
/// while it has not happened), and whether the table shows the share it has not happened to.
/// </summary>
public sealed record EarlyReading(string Day, bool Remaining, Text Doc);
