using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// A SQL file whose leading comment, between <c>/* ---</c> and <c>--- */</c>, describes it in YAML. The SQL
/// below opens in any SQL client as it stands.
/// </summary>
internal static class FrontMatter
{
    private const string Opening = "/* ---";
    private const string Closing = "--- */";

    public static (YamlMap Head, string Sql, int SqlLine)? Split(string file, string text, List<Problem> problems)
    {
        text = text.ReplaceLineEndings("\n");
        var end = text.IndexOf(Closing, StringComparison.Ordinal);
        if (!text.StartsWith(Opening, StringComparison.Ordinal))
        {
            problems.Add(new Problem(file, 1, $"the file must begin with a comment {Opening} … {Closing} that describes it"));
            return null;
        }

        if (end < 0)
        {
            problems.Add(new Problem(file, 1, $"the description that begins here is not ended by {Closing}"));
            return null;
        }

        var head = YamlMap.Read(file, text[Opening.Length..end], lineOffset: 0, problems);
        if (head is null)
            return null;
        var sql = text[(end + Closing.Length)..];
        var line = text[..(end + Closing.Length)].Count(c => c == '\n') + 1 + sql.TakeWhile(char.IsWhiteSpace).Count(c => c == '\n');
        return (head, sql.Trim(), line);
    }
}
