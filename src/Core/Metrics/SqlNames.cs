namespace PrivateDomainBI.Core.Metrics;

/// <summary>Finds the names a piece of SQL mentions: words that are neither inside a string, a parameter nor a comment.</summary>
internal static class SqlNames
{
    public static IReadOnlySet<string> In(string sql)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sql.Length;)
        {
            var c = sql[i];
            if (c == '\'')
            {
                i = After(sql, i + 1, "'");
            }
            else if (c == '{')
            {
                i = After(sql, i + 1, "}");
            }
            else if (c == '-' && i + 1 < sql.Length && sql[i + 1] == '-')
            {
                i = After(sql, i, "\n");
            }
            else if (char.IsAsciiLetter(c) || c == '_')
            {
                var start = i;
                while (i < sql.Length && (char.IsAsciiLetterOrDigit(sql[i]) || sql[i] == '_'))
                    i++;
                names.Add(sql[start..i]);
            }
            else
            {
                i++;
            }
        }

        return names;
    }

    private static int After(string sql, int from, string mark)
    {
        var at = sql.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + mark.Length;
    }
}
