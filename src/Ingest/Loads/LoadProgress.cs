namespace PrivateDomainBI.Ingest.Loads;

/// <summary>What a load does at the moment. Everything but receiving has no known length.</summary>
public enum LoadStep
{
    Waiting,
    Receiving,
    Checking,
    Planning,
    Writing,
    Facts,
    Done,
}

/// <summary>How far a load is; bytes are those of the files on disk.</summary>
public sealed record LoadProgress(LoadStep Step, long BytesRead, long BytesInAll);
