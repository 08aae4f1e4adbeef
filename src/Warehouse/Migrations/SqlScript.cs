using PrivateDomainBI.Warehouse.ClickHouse.Sql;

namespace PrivateDomainBI.Warehouse.Migrations;

/// <summary>The one rule for several statements in a file: a semicolon that ends its line ends the statement.</summary>
internal static class SqlScript
{
    public static IReadOnlyList<SqlStatement> Split(string script)
    {
        var statements = new List<SqlStatement>();
        var start = 0;
        var at = 0;
        while (at < script.Length)
        {
            var next = SqlText.SkipInert(script, at);
            if (next == at && script[at] == ';' && EndsLine(script, at))
            {
                Add(statements, script, start, at);
                start = at + 1;
            }
            at = Math.Max(next, at + 1);
        }
        Add(statements, script, start, script.Length);
        return statements;
    }

    private static void Add(List<SqlStatement> statements, string script, int start, int end)
    {
        var first = SkipBlank(script, start);
        if (first >= end)
            return;
        var line = script.AsSpan(0, first).Count('\n') + 1;
        statements.Add(new SqlStatement(line, script[first..end].TrimEnd()));
    }

    /// <summary>Comments before a statement are not part of it, so that its line is that of its first word.</summary>
    private static int SkipBlank(string script, int at)
    {
        while (at < script.Length)
        {
            if (char.IsWhiteSpace(script[at]))
                at++;
            else if (script[at] is '-' or '/' or '#' && SqlText.SkipInert(script, at) is var next && next > at)
                at = next;
            else
                break;
        }
        return at;
    }

    private static bool EndsLine(string script, int at)
    {
        for (at++; at < script.Length && script[at] != '\n'; at++)
        {
            if (!char.IsWhiteSpace(script[at]))
                return script.AsSpan(at).StartsWith("--");
        }
        return true;
    }
}
