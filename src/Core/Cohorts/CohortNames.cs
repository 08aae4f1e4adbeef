using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>The words for modes, criteria and grains in files and questions.</summary>
public static class CohortNames
{
    public static IReadOnlyList<(AgeMode Mode, string Name)> Modes { get; } = [(AgeMode.Rolling, "rolling"), (AgeMode.Calendar, "calendar")];

    public static IReadOnlyList<(AgeCriterion Criterion, string Name)> Criteria { get; } =
        [(AgeCriterion.On, "on"), (AgeCriterion.OnOrAfter, "on_or_after"), (AgeCriterion.Bracket, "bracket")];

    /// <summary>The grains that cohorts and ages can have.</summary>
    public static IReadOnlyList<(Grain Grain, string Name)> Grains { get; } =
        [(Grain.Day, "day"), (Grain.Week, "week"), (Grain.Month, "month"), (Grain.Quarter, "quarter")];

    public static string NameOf(AgeMode mode) => Modes.First(pair => pair.Mode == mode).Name;

    public static string NameOf(AgeCriterion criterion) => Criteria.First(pair => pair.Criterion == criterion).Name;

    public static string NameOf(Grain grain) => Grains.First(pair => pair.Grain == grain).Name;
}
