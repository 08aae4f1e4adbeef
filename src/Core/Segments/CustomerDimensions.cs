namespace PrivateDomainBI.Core.Segments;

/// <summary>
/// Dimensions that are the customer's, whatever a row of facts is: <c>segment:NAME</c> (in or out), <c>tier</c>, and
/// <c>tag:CATEGORY</c>, the only one whose slices overlap.
/// </summary>
public static class CustomerDimensions
{
    public const string Tier = "tier";
    public const string In = "in";
    public const string Out = "out";

    private const string SegmentPrefix = "segment:";
    private const string TagPrefix = "tag:";

    /// <summary>True when it is one of them, and well written.</summary>
    public static bool Is(string dimension) => dimension == Tier || SegmentOf(dimension) is not null || CategoryOf(dimension) is not null;

    /// <summary>The segment that is asked about; null for all other dimensions.</summary>
    public static string? SegmentOf(string dimension) =>
        dimension.StartsWith(SegmentPrefix, StringComparison.Ordinal) && SegmentFile.IsName(dimension[SegmentPrefix.Length..]) ? dimension[SegmentPrefix.Length..] : null;

    /// <summary>The category of tags; null for all other dimensions.</summary>
    public static string? CategoryOf(string dimension) =>
        dimension.StartsWith(TagPrefix, StringComparison.Ordinal) && dimension.Length > TagPrefix.Length ? dimension[TagPrefix.Length..] : null;

    public static string Segment(string name) => SegmentPrefix + name;

    /// <summary>The column under which a dimension stands in SQL: the words of a person are no names there.</summary>
    public static string Column(string dimension) =>
        SegmentOf(dimension) is { } segment ? "segment_" + segment : CategoryOf(dimension) is not null ? "tag_value" : dimension;

    /// <summary>
    /// Takes <c>dimension:value</c> apart; null when it is not written so. <c>segment:NAME</c> alone means who is in it.
    /// </summary>
    public static (string Dimension, string Value)? Split(string filter)
    {
        var at = filter.IndexOf(':', StringComparison.Ordinal);
        if (at <= 0)
            return null;
        if (filter.StartsWith(SegmentPrefix, StringComparison.Ordinal) && filter.IndexOf(':', at + 1) < 0)
            return (filter, In);
        if (filter.StartsWith(SegmentPrefix, StringComparison.Ordinal) || filter.StartsWith(TagPrefix, StringComparison.Ordinal))
            at = filter.IndexOf(':', at + 1);
        return at < 0 ? null : (filter[..at], filter[(at + 1)..]);
    }
}
