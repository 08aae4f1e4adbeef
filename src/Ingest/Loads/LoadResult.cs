namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// What became of the rows of a load. Every row read is exactly one of loaded (its key is new), replaced (its key was
/// told before, differently), duplicate (told before just so), quarantined or dropped (by the mapping's where).
/// <paramref name="Waiting"/> of those not refused name a customer, employee or order that is not known yet.
/// </summary>
public sealed record LoadResult(
    ulong Batch,
    string Dataset,
    IReadOnlyList<string> Files,
    ulong Read,
    ulong Loaded,
    ulong Replaced,
    ulong Duplicate,
    ulong Waiting,
    ulong Quarantined,
    DateOnly? CompleteThrough,
    double Seconds,
    ulong Dropped,
    IReadOnlyList<string> Notices);
