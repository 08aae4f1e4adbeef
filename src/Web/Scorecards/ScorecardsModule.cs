namespace PrivateDomainBI.Web.Scorecards;

/// <summary>Targets and scorecards: over the API, on the command line and on pages.</summary>
internal static class ScorecardsModule
{
    /// <summary>What every verb shares.</summary>
    public static IServiceCollection AddScorecards(this IServiceCollection services) => services.AddSingleton<ScorecardQuestions>().AddSingleton<TargetGapQuestions>();

    /// <summary>What pages need beside it.</summary>
    public static IServiceCollection AddScorecardPages(this IServiceCollection services) => services.AddSingleton<ScorecardReader>();
}
