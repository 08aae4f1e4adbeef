namespace PrivateDomainBI.Warehouse.ClickHouse.Sql;

/// <summary>Finds the typed placeholders {name:Type} of a statement.</summary>
internal static class Placeholders
{
    /// <summary>Name → type as written; one name may stand several times, with one type.</summary>
    public static Dictionary<string, string> Find(string sql)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        while (at < sql.Length)
        {
            var next = SqlText.SkipInert(sql, at);
            if (next == at)
                next = sql[at] == '{' ? Take(sql, at, found) : at + 1;
            at = next;
        }
        return found;
    }

    private static int Take(string sql, int open, Dictionary<string, string> found)
    {
        var nameStart = SkipSpace(sql, open + 1);
        var nameEnd = nameStart;
        while (nameEnd < sql.Length && (char.IsAsciiLetterOrDigit(sql[nameEnd]) || sql[nameEnd] == '_'))
            nameEnd++;
        var colon = SkipSpace(sql, nameEnd);
        if (nameEnd == nameStart || colon >= sql.Length || sql[colon] != ':')
            return open + 1;
        var close = colon + 1;
        while (close < sql.Length && sql[close] != '}')
        {
            var after = SqlText.SkipInert(sql, close);
            close = after == close ? close + 1 : after;
        }
        if (close >= sql.Length)
            return sql.Length;
        Add(found, sql[nameStart..nameEnd], sql[(colon + 1)..close].Trim());
        return close + 1;
    }

    private static void Add(Dictionary<string, string> found, string name, string type)
    {
        if (!found.TryAdd(name, type) && found[name] != type)
            throw new FormatException($"Placeholder {{{name}}} is declared both as {found[name]} and as {type}.");
    }

    private static int SkipSpace(string sql, int at)
    {
        while (at < sql.Length && char.IsWhiteSpace(sql[at]))
            at++;
        return at;
    }
}
