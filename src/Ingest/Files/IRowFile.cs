namespace PrivateDomainBI.Ingest.Files;

/// <summary>
/// One opened data file. Its bytes are only cut into rows and values here, or not even that; what they mean is found
/// out in the warehouse.
/// </summary>
internal interface IRowFile : IAsyncDisposable
{
    RowShape Shape { get; }

    /// <summary>The columns; for JSON Lines, where every row names its own, there are none.</summary>
    IReadOnlyList<FileColumn> Columns { get; }

    /// <summary>Writes all rows in the way of their shape.</summary>
    Task SendAsync(Stream target, CancellationToken ct);

    /// <summary>How many rows were sent; null where only the warehouse can count them.</summary>
    ulong? Sent { get; }
}
