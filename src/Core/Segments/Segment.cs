using System.Text.Json.Serialization;

namespace PrivateDomainBI.Core.Segments;

/// <summary>
/// A named group of customers, as its definition says. <paramref name="Checksum"/> is that of the definition's text and
/// <paramref name="Version"/> counts its changes: what was computed by one is never taken for the other.
/// </summary>
public sealed record Segment(string Name, int Version, Text Label, Text Doc, [property: JsonIgnore] Rule Rule, string Checksum);

/// <summary>A segment that an answer used, and by which of its definitions.</summary>
public sealed record SegmentUsed(string Name, int Version, Text Label);
