namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>An expression of a mapping file is not one; becomes a problem with file and line.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
