namespace PrivateDomainBI.Core.Scorecards;

/// <summary>
/// 综合得分 kpi_score: Σ weight × min(attainment, 150 %) over Σ weight, of the targets with a weight that have an attainment; 1 is all
/// of every target. <paramref name="Value"/> is null when none has. <paramref name="Adjusted"/>: the same with the rates that
/// comparisons use. <paramref name="Weight"/>: of all targets with a weight; <paramref name="Scored"/>: of those in the score.
/// </summary>
public sealed record Score(decimal? Value, decimal? Adjusted, decimal Weight, decimal Scored)
{
    /// <summary>Targets are missing from the score because their metrics have no value yet: it is a score of the others.</summary>
    public bool IsPartial => Scored < Weight;

    public static Score Of(IReadOnlyCollection<TargetLine> lines)
    {
        var scored = lines.Where(line => line.IsScored).ToList();
        var weight = scored.Sum(line => line.Weight!.Value);
        decimal? Mean(Func<TargetLine, decimal> counted) =>
            weight > 0 ? Attainment.Rounded(scored.Sum(line => line.Weight!.Value * counted(line)) / weight) : null;
        return new Score(
            Mean(line => line.Counted!.Value),
            Mean(line => line.Adjusted is { } adjusted ? Attainment.Counted(adjusted, line.Target, line.Direction == "down")!.Value : line.Counted!.Value),
            lines.Where(line => line.IsWeighted).Sum(line => line.Weight!.Value),
            weight);
    }
}
