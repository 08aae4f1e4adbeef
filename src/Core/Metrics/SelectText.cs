namespace PrivateDomainBI.Core.Metrics;

/// <summary>How the parts of a SELECT are written.</summary>
internal static class SelectText
{
    /// <summary>The names before a SELECT, with what they stand for; nothing where there are none.</summary>
    public static string With(IReadOnlyList<FactsColumn> names) =>
        names.Count == 0 ? "" : $"WITH\n  {string.Join(",\n  ", names.Select(column => $"{column.Expression} AS {column.Name}"))}\n";

    /// <summary>An expression under its name.</summary>
    public static string As(FactsColumn column) =>
        column.Expression == column.Name ? column.Name : $"{Indented(column.Expression)} AS {column.Name}";

    public static string Indented(string sql) => sql.Replace("\n", "\n  ", StringComparison.Ordinal);
}
