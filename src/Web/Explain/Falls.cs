using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Explain;

/// <summary>What one line adds; <paramref name="Mix"/>: a second part of it, null where it has none.</summary>
internal sealed record FallStep(string Name, string? Link, string Numbers, decimal Own, decimal? Mix = null);

/// <summary>
/// A table of lines that add up, each drawn from where the last ended, and their sum. <paramref name="Heading"/>: of the names,
/// <paramref name="Numbers"/>: of what stands beside them; <paramref name="Mix"/>: null where lines have one part.
/// </summary>
internal sealed record Falls(string Heading, string Numbers, string Own, string? Mix, IReadOnlyList<WhyLine> Lines)
{
    /// <param name="steps">The lines, in order.</param>
    /// <param name="sum">The line they add up to.</param>
    /// <param name="move">How effects are written.</param>
    /// <param name="direction">The metric's: which way is better.</param>
    /// <param name="reader">Who reads it.</param>
    public static IReadOnlyList<WhyLine> Draw(IReadOnlyList<FallStep> steps, FallStep sum, ShownMove move, string direction, Reader reader)
    {
        var ends = steps.Aggregate(new List<decimal> { 0 }, (at, step) => [.. at, at[^1] + step.Own, at[^1] + step.Own + (step.Mix ?? 0)]);
        var (least, most) = (ends.Min(), ends.Max());
        var drawn = steps.Select((step, index) => new WhyLine(
            step.Name, step.Link, step.Numbers, move.Signed(step.Own), step.Mix is { } mix ? move.Signed(mix) : "",
            Bar(ends[2 * index], step.Own), Bar(ends[(2 * index) + 1], step.Mix ?? 0), IsSum: false));
        return [.. drawn, new WhyLine(sum.Name, sum.Link, sum.Numbers, move.WithUnit(sum.Own, reader), "", Bar(0, sum.Own), default, IsSum: true)];

        WhyBar Bar(decimal from, decimal effect) => most == least ? default : new WhyBar(
            Math.Round((Math.Min(from, from + effect) - least) / (most - least) * 100, 2), Math.Round(Math.Abs(effect) / (most - least) * 100, 2), Tone.Of(Math.Sign(effect), direction));
    }
}
