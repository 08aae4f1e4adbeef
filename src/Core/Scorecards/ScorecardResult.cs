using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>Which scorecards are asked for: one kind of scope (<see cref="ScopeKinds"/>), one period.</summary>
public sealed record ScorecardRequest(string Kind, TargetPeriod Period);

/// <summary>A period for which a kind of scope has targets, and for how many employees, units or channels.</summary>
public sealed record SetPeriod(string Kind, string Period, DateOnly From, int Members);

/// <summary>The dates of an answer's period; <paramref name="To"/> excluded.</summary>
public sealed record ScorecardPeriod(string Name, Grain Grain, DateOnly From, DateOnly To, string TimeZone);

/// <summary>
/// All scorecards of a kind of scope for a period. <paramref name="CompleteThrough"/>: the earliest last whole day over the metrics
/// asked. <paramref name="Scope"/>: what the asker may see. <paramref name="Warnings"/>: no_targets, limited_scope,
/// and credited_through as answers have it, of the earliest day.
/// </summary>
public sealed record ScorecardResult(
    string Kind,
    ScorecardPeriod Period,
    DateOnly? CompleteThrough,
    ulong DataVersion,
    string Scope,
    IReadOnlyList<Scorecard> Cards,
    IReadOnlyList<string> Warnings);
