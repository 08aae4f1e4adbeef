namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>Writes names and texts that come from files into SQL, where parameters cannot stand (column names, stored views).</summary>
internal static class Quote
{
    public static string Name(string name) => $"`{Escape(name).Replace("`", "\\`", StringComparison.Ordinal)}`";

    public static string Text(string text) => $"'{Escape(text).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\0", "\\0", StringComparison.Ordinal);
}
