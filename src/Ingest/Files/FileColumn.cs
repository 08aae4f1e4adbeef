namespace PrivateDomainBI.Ingest.Files;

/// <summary>A column as the file has it, and the type in which the warehouse is to receive it.</summary>
internal sealed record FileColumn(string Name, string Type)
{
    /// <summary>Its times are those of a clock on a wall somewhere, not instants.</summary>
    public bool IsLocalTime { get; init; }
}
