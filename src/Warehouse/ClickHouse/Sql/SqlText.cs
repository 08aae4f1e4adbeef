namespace PrivateDomainBI.Warehouse.ClickHouse.Sql;

/// <summary>Knows where SQL text is not code: string literals, quoted names, comments and heredocs.</summary>
internal static class SqlText
{
    /// <summary>The position after the literal or comment that opens at <paramref name="at"/>; <paramref name="at"/> itself when none does.</summary>
    public static int SkipInert(ReadOnlySpan<char> sql, int at)
    {
        var rest = sql[at..];
        return sql[at] switch
        {
            '\'' or '"' or '`' => SkipQuoted(sql, at),
            '-' when rest.StartsWith("--") => SkipTo(sql, at + 2, "\n"),
            '#' when rest.StartsWith("# ") || rest.StartsWith("#!") => SkipTo(sql, at + 2, "\n"),
            '/' when rest.StartsWith("/*") => SkipTo(sql, at + 2, "*/"),
            '$' => SkipHeredoc(sql, at),
            _ => at,
        };
    }

    /// <summary>A name between backticks, safe in any statement.</summary>
    public static string QuoteName(string name) =>
        $"`{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";

    private static int SkipQuoted(ReadOnlySpan<char> sql, int at)
    {
        var quote = sql[at++];
        while (at < sql.Length)
        {
            if (sql[at] == '\\')
                at++;
            else if (sql[at] == quote)
                return at + 1;
            at++;
        }
        return sql.Length;
    }

    private static int SkipTo(ReadOnlySpan<char> sql, int from, string end)
    {
        var found = sql[from..].IndexOf(end);
        return found < 0 ? sql.Length : from + found + end.Length;
    }

    private static int SkipHeredoc(ReadOnlySpan<char> sql, int at)
    {
        var length = 1;
        while (at + length < sql.Length && (char.IsAsciiLetterOrDigit(sql[at + length]) || sql[at + length] == '_'))
            length++;
        if (at + length >= sql.Length || sql[at + length] != '$')
            return at;
        var tag = sql.Slice(at, length + 1).ToString();
        return SkipTo(sql, at + tag.Length, tag);
    }
}
