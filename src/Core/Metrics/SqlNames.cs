namespace PrivateDomainBI.Core.Metrics;

/// <summary>Finds the names a piece of SQL mentions: words that are neither inside a string, a parameter nor a comment.</summary>
internal static class SqlNames
{
    public static IReadOnlySet<string> In(string sql) => Words(sql).Select(word => sql[word]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that can be columns of a row: no functions, no columns of a named table, and no keywords, which are written in capitals.</summary>
    public static IReadOnlySet<string> ColumnsIn(string sql)
    {
        return Words(sql).Where(IsFree).Select(word => sql[word]).Where(IsName).ToHashSet(StringComparer.Ordinal);

        bool IsFree(Range word) => !Stands('(', word.End.Value) && !Stands('.', word.End.Value) && !Stands('.', word.Start.Value - 1);

        bool Stands(char sign, int at) => at >= 0 && at < sql.Length && sql[at] == sign;

        bool IsName(string word) => word is not ("true" or "false") && word.Any(char.IsAsciiLetterLower);
    }

    private static IEnumerable<Range> Words(string sql)
    {
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
                yield return start..i;
            }
            else
            {
                i++;
            }
        }
    }

    private static int After(string sql, int from, string mark)
    {
        var at = sql.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + mark.Length;
    }
}
