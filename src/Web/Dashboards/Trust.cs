using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>What a number rests on, in one line: how far the data reach, which definition, who is not counted yet.</summary>
internal static class Trust
{
    public static string Line(MetricResult result, Reader reader, DateTimeOffset? staleSince)
    {
        var parts = new List<string>();
        if (staleSince is { } at)
            parts.Add(reader.Say(Words.Trust.StaleAt, Format.Instant(at)));
        if (result.CompleteThrough is { } day)
            parts.Add(reader.Say(Words.Trust.Through, reader.Format.Date(day)));
        if (result.Since is { } since && !result.Holds(result.Range.From))
            parts.Add(reader.Say(Words.Trust.Since, reader.Format.FullDate(since)));
        if (Credited(result.Warnings, reader) is { } credited)
            parts.Add(credited);
        parts.Add(reader.Say(Words.Trust.Definition, result.Metric.Version));
        if (OwnerNames.Parse(result.Owner) is { } owner)
            parts.Add(reader[Words.OwnerRule(owner)]);
        if (OrganisationNames.Parse(result.Org ?? "") is { } org)
            parts.Add(reader[OrganisationWords.Rule(org)]);
        foreach (var used in result.Segments ?? [])
            parts.Add(reader.Say(SegmentWords.UsedVersion, reader[used.Label], used.Version));
        if (result.Total.Immature > 0)
            parts.Add(reader.Say(Words.Trust.Immature, Format.Number(result.Total.Immature)));
        return string.Join(" · ", parts);
    }

    /// <summary>Of several numbers side by side: what the first rests on, when the data of the last of them begin, and from when on whose orders of any are may change.</summary>
    public static string Line(IEnumerable<MetricResult> results, Reader reader, DateTimeOffset? staleSince) =>
        Line(results.First() with { Warnings = [.. results.SelectMany(result => result.Warnings)], Since = results.Max(result => result.Since) }, reader, staleSince);

    /// <summary>From when on it can still change whose orders are; null where the warnings say nothing of it.</summary>
    public static string? Credited(IEnumerable<string> warnings, Reader reader) =>
        MetricResult.CreditedThrough(warnings) is { } day ? reader.Say(Words.Trust.Credited, reader.Format.Date(day)) : null;
}
