using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Warehouse.Segments;
using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web.Segments;

/// <summary>The segments as the API and the command line write them, with their sizes as of a day.</summary>
internal sealed record SegmentListAnswer(DateOnly? AsOf, IReadOnlyList<SegmentAnswer> Segments, IReadOnlyList<Problem> Problems);

/// <summary>
/// One segment. <paramref name="Origin"/>: file or saved; <paramref name="Rules"/>: its rules in words; <paramref name="ShareOfPool"/>:
/// 0–1; <paramref name="ToldLast"/>: what it looks at that is as told last, also where one asks from an earlier day.
/// </summary>
internal sealed record SegmentAnswer(
    string Name, int Version, Text Label, Text Doc, string Origin, Text Rules, string Definition, long? Customers, long? InPool, decimal? ShareOfPool, IReadOnlyList<string> ToldLast)
{
    public static SegmentAnswer Of(SegmentEntry entry) => new(
        entry.Segment.Name, entry.Segment.Version, entry.Segment.Label, entry.Segment.Doc, entry.IsFile ? "file" : "saved", RuleWords.Of(entry.Segment.Rule), entry.Definition,
        entry.Size?.Customers, entry.Size?.InPool, entry.Size?.ShareOfPool, [.. TraitsUsed.ToldLast(entry.Segment.Rule)]);
}

/// <summary>One segment with every version that was saved, the newest first.</summary>
internal sealed record SegmentDetailAnswer(DateOnly? AsOf, SegmentAnswer Segment, IReadOnlyList<SegmentVersion> Versions);

/// <summary>What is sent to save or to check a segment.</summary>
internal sealed record SegmentWriting(string? Name, string? Definition);

/// <summary>A definition that was read, and whom it holds; <paramref name="Version"/> is null where it was only checked.</summary>
internal sealed record SegmentWritten(string Name, int? Version, Text Rules, DateOnly? AsOf, long? Customers, long? InPool, decimal? ShareOfPool);

/// <summary>One page of the customers in a segment; <paramref name="Count"/> is all of them.</summary>
internal sealed record SegmentCustomersAnswer(string Name, int Version, DateOnly? AsOf, long Count, IReadOnlyList<SegmentCustomer> Customers);
