using System.Text.Json.Serialization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>
/// One target beside what was reached. <paramref name="Attainment"/>: 1 is the target; null with a reason in <paramref name="Why"/>,
/// or where lower is better and nothing was counted, which is better than any share. <paramref name="Counted"/>: what a weight makes
/// part of the score, at most <see cref="Scorecards.Attainment.Cap"/>; null when nothing can be. <paramref name="Gap"/>: value less target.
/// <paramref name="Provisional"/>: the period is open; <paramref name="Immature"/>: so many are not counted yet.
/// <paramref name="Adjusted"/>: the rate that comparisons use, <paramref name="TooFew"/>: of fewer than the metric's min_n.
/// </summary>
public sealed record TargetLine(
    string Metric,
    Text? Label,
    string? Unit,
    string? Direction,
    string? Campaign,
    decimal Target,
    decimal? Weight,
    decimal? Value,
    decimal? Attainment,
    decimal? Counted,
    bool? Reached,
    decimal? Gap,
    Pace? Pace,
    long? N,
    long Immature,
    DateOnly? MatureOn,
    bool Provisional,
    decimal? Adjusted,
    bool TooFew,
    Unscored? Why)
{
    [JsonIgnore]
    public bool IsWeighted => Weight > 0;

    /// <summary>Whether it is part of its scope's score.</summary>
    [JsonIgnore]
    public bool IsScored => IsWeighted && Counted is not null;

    /// <summary>True while the number can still change by itself.</summary>
    [JsonIgnore]
    public bool IsOpen => Provisional || Immature > 0;

    /// <summary>What makes cards alike: which metric, within which campaign.</summary>
    [JsonIgnore]
    public string Key => Campaign is { } campaign ? $"{Metric}@{campaign}" : Metric;

    /// <summary>The line of a target whose metric is not in the catalogue has no <paramref name="metric"/>.</summary>
    public static TargetLine Of(Target target, Metric? metric, Reached reached, DateRange period)
    {
        var isDown = metric?.Direction == "down";
        var why = reached.Why ?? (target.Value <= 0 ? Unscored.ZeroTarget : metric?.Direction is not ("up" or "down") ? Unscored.NoDirection : null);
        return new TargetLine(
            target.Metric,
            metric?.Label,
            metric?.Unit,
            metric?.Direction,
            target.Campaign.Length > 0 ? target.Campaign : null,
            target.Value,
            target.Weight,
            reached.Value,
            reached.Value is { } value ? Scorecards.Attainment.Of(value, target.Value, isDown) : null,
            why is null && reached.Value is { } counted ? Scorecards.Attainment.Counted(counted, target.Value, isDown) : null,
            metric?.Direction is "up" or "down" && reached.Value is { } known ? Scorecards.Attainment.IsReached(known, target.Value, isDown) : null,
            reached.Value - target.Value,
            metric is null ? null : Scorecards.Pace.Of(period, reached.CompleteThrough, reached.Value, target.Value, metric.IsAdditive, isDown),
            reached.N,
            reached.Immature,
            reached.MatureOn,
            reached.Provisional,
            reached.Adjusted,
            reached.TooFew,
            why);
    }
}
