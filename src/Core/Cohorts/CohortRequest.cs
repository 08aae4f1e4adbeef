using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>How ages are counted.</summary>
public enum AgeMode
{
    /// <summary>In days from each customer's own cohort day; a week is 7, a month 30, a quarter 90 of them.</summary>
    Rolling,

    /// <summary>In calendar periods after the one that holds the cohort day.</summary>
    Calendar,
}

/// <summary>When a customer counts at an age.</summary>
public enum AgeCriterion
{
    On,

    /// <summary>At that age or at any later one that the data reach.</summary>
    OnOrAfter,

    /// <summary>At any of several ages taken together.</summary>
    Bracket,
}

/// <summary>A column of the table: one age, or a bracket of them, both ends included.</summary>
public sealed record CohortAge(int First, int Last)
{
    /// <summary>How it is written in questions and answers: 3, or 1-7.</summary>
    public string Name => First == Last
        ? First.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{First}-{Last}");

    /// <summary>Days in one unit of rolling ages.</summary>
    public static int DaysIn(Grain unit) => unit switch
    {
        Grain.Day => 1,
        Grain.Week => 7,
        Grain.Month => 30,
        Grain.Quarter => 90,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, message: null),
    };
}

/// <summary>
/// One question for a cohort table. <paramref name="Members"/>: who and when, its metric being the measure's name and its
/// grain that of the cohorts. Ages are counted in <paramref name="AgeGrain"/>.
/// </summary>
public sealed record CohortRequest(
    MetricRequest Members,
    Grain AgeGrain,
    IReadOnlyList<CohortAge> Ages,
    AgeMode Mode,
    AgeCriterion Criterion);

/// <summary>
/// Opens one cell: <paramref name="CohortStart"/> null is the pooled row; <paramref name="Place"/>: dimension → id.
/// </summary>
public sealed record CohortDrillRequest(
    CohortRequest Question,
    DateOnly? CohortStart,
    IReadOnlyDictionary<string, string> Place,
    CohortAge Age,
    CellPart Part,
    int Offset,
    int Limit);
