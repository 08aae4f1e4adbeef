using System.Collections.Frozen;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// A kind of rows that can be loaded: its name is its entity table, its load SQL and its folder in the inbox.
/// <paramref name="HasDays"/>: its rows happen on business days, so that it can be complete through one.
/// </summary>
public sealed record Dataset(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Optional, bool HasDays)
{
    /// <summary>All columns, the required ones first.</summary>
    public FrozenSet<string> Columns { get; } = Required.Concat(Optional).ToFrozenSet(StringComparer.Ordinal);
}
