namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// What to load. <paramref name="Files"/>: paths, or patterns such as orders/2026-*.csv.
/// <paramref name="Source"/>: the namespace of customers written without one; null takes the mapping's, else 'file'.
/// <paramref name="CompleteThrough"/>: the last business day known to be whole; null takes the latest day of the data.
/// <paramref name="IsFollowed"/>: another load comes right after it, to which what can wait is left.
/// </summary>
public sealed record LoadRequest(
    string Dataset,
    IReadOnlyList<string> Files,
    string? Source = null,
    string? Mapping = null,
    DateOnly? CompleteThrough = null,
    bool IsFollowed = false);
