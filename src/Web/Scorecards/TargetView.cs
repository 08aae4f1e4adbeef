using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>
/// One target as a reader sees it. <paramref name="Bar"/>: how long its bar is, 0–150, null when there is none;
/// <paramref name="IsReached"/>: null where nothing can be said. <paramref name="WhyNot"/>: the link to where it differs, of the company's. <paramref name="Notes"/>: what is not final or not there, and why.
/// </summary>
internal sealed record TargetView(
    string Name, string Attainment, string OfTarget, decimal? Bar, bool? IsReached, string? Gap, string? Pace, IReadOnlyList<string> Notes, string? Weight, string? Link, string? WhyNot)
{
    private const decimal BarEnd = Core.Scorecards.Attainment.Cap * 100;

    public static TargetView Of(TargetLine line, string? dimension, string id, DateRange days, Reader reader, string? gapOf = null)
    {
        var unit = line.Unit ?? "count";
        var value = reader.Format.Inline(unit, line.Value);
        return new TargetView(
            Label(line, reader),
            line.Attainment is { } share ? Format.Percent(share) : Format.None,
            reader.Say(ScorecardWords.ValueOfTarget, value, reader.Format.Inline(unit, line.Target)),
            line.Attainment is { } reached ? Math.Clamp(reached * 100, 0, BarEnd) : line.Counted * 100,
            line.Reached,
            GapText(line, unit, reader),
            line.Pace is { Attainment: { } pace, Expected: { } due } ? reader.Say(ScorecardWords.PaceOf, Format.Percent(pace), reader.Format.Inline(unit, due)) : null,
            [.. NotesOf(line, reader)],
            line.IsWeighted ? Format.Number(line.Weight!.Value) : null,
            LinkOf(line, dimension, id, days),
            gapOf is not null && line is { Campaign: null, Gap: not null } ? ScorecardLink.Gap(line.Metric, gapOf) : null);
    }

    public static string Label(TargetLine line, Reader reader)
    {
        var name = line.Label is { } label ? reader[label] : line.Metric;
        return line.Campaign is { } campaign ? $"{name} · {campaign}" : name;
    }

    // Distances are told by what is shown: what rounds to nothing is exactly on target.
    private static string? GapText(TargetLine line, string unit, Reader reader)
    {
        if (line.Gap is not { } gap || line.Reached is not { } reached)
            return null;
        var distance = unit == "ratio" ? reader.Format.Difference("ratio", Math.Abs(gap), 0)!.TrimStart('+') : reader.Format.Inline(unit, Math.Abs(gap));
        if (gap == 0)
            return reader[ScorecardWords.Exact];
        return reader.Say((line.Direction, reached) switch
        {
            ("down", true) => ScorecardWords.Below,
            ("down", false) => ScorecardWords.TooMuch,
            (_, true) => ScorecardWords.Above,
            _ => ScorecardWords.Missing,
        }, distance);
    }

    private static IEnumerable<string> NotesOf(TargetLine line, Reader reader)
    {
        // Those who are not mature are told by their number.
        if (line.Why is { } why && line.Immature == 0)
            yield return reader[ScorecardWords.Why(why)];
        if (line.Why is null && line.Attainment is null)
            yield return reader[ScorecardWords.NothingIsBest];
        if (line.Immature > 0)
            yield return reader.Say(ScorecardWords.Immature, Format.Number(line.Immature));
        if (line.Immature > 0 && line.MatureOn is { } day)
            yield return reader.Say(ScorecardWords.MatureOn, reader.Format.Date(day));
        if (line.Provisional)
            yield return reader[ScorecardWords.Provisional];
        if (line is { TooFew: true, N: { } n })
            yield return reader.Say(ScorecardWords.TooFew, Format.Number(n));
    }

    private static string? LinkOf(TargetLine line, string? dimension, string id, DateRange days)
    {
        if (line.Value is null)
            return null;
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (line.Campaign is { } campaign)
            filters[Dimensions.Campaign] = [campaign];
        var question = new MetricRequest(line.Metric, days, Grain.All, [], filters);
        return dimension is null ? MetricLink.Page(question) : MetricLink.Customers(question, dimension, id);
    }
}
