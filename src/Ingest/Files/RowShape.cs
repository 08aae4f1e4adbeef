namespace PrivateDomainBI.Ingest.Files;

/// <summary>How rows come to the warehouse.</summary>
internal enum RowShape
{
    /// <summary>RowBinary: line, why the row is broken, its raw text if so, and a text for each column.</summary>
    Values,

    /// <summary>RowBinary: line, an empty text, and the whole row as JSON text.</summary>
    Json,

    /// <summary>The bytes of a Parquet file, whose rows have no lines and whose values have types.</summary>
    Parquet,
}
