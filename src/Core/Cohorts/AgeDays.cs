using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>
/// The days of each age: <c>opens_day</c> to <c>closes_day</c>, both included, as SQL over a customer's <c>cohort_day</c>.
/// What is true of a day is asked at k units after the cohort day, or at the end of the k-th calendar period; what
/// happens on some day is looked for in the whole unit; what happens once counts from the cohort day on.
/// </summary>
internal sealed class AgeDays(CohortKind kind, CohortRequest request)
{
    private readonly bool _whole = kind == CohortKind.Activity || request.Criterion == AgeCriterion.Bracket;
    private readonly bool _rolling = request.Mode == AgeMode.Rolling;
    private readonly int _unit = CohortAge.DaysIn(request.AgeGrain);

    /// <summary>True when ages open at days of their own, and not at the cohort day or where they close.</summary>
    public bool HasOpening => _whole;

    /// <summary>The opening of an age: days after the cohort day, or calendar periods after the one that holds it.</summary>
    public int Opens(CohortAge age) => _rolling ? age.First * _unit : age.First;

    /// <summary>Its last day as days after the cohort day, or the calendar period before which it closes.</summary>
    public int Closes(CohortAge age) => _rolling ? (_whole ? ((age.Last + 1) * _unit) - 1 : age.Last * _unit) : age.Last + 1;

    public string OpensDay => (_whole, kind) switch
    {
        (false, CohortKind.Cumulative) => "cohort_day",
        (false, _) => "closes_day",
        _ => _rolling ? "cohort_day + opens" : $"greatest(cohort_day, {Calendar("opens")})",
    };

    public string ClosesDay => _rolling ? "cohort_day + closes" : $"{Calendar("closes")} - 1";

    /// <summary>The furthest day an age can reach, in days after the cohort day, over cohort days of this range.</summary>
    public int Furthest(CohortAge age, DateRange range) => _rolling
        ? Closes(age)
        : Periods.Covering(range, request.AgeGrain)
            .Max(period => Periods.Add(period.Start, request.AgeGrain, age.Last + 1).DayNumber - 1 - period.Start.DayNumber);

    private string Calendar(string units) => request.AgeGrain switch
    {
        Grain.Day => $"cohort_day + {units}",
        Grain.Week => $"toMonday(cohort_day) + 7 * {units}",
        Grain.Month => $"addMonths(toStartOfMonth(cohort_day), {units})",
        Grain.Quarter => $"addMonths(toStartOfQuarter(cohort_day), 3 * {units})",
        _ => throw new ArgumentOutOfRangeException(nameof(units), request.AgeGrain, message: null),
    };
}
