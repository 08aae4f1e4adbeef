namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Checks that a piece of a metric file is one expression over a row of facts: closed quotes and brackets, no second
/// statement, no look at other tables, at the clock or outside the warehouse, and no parameter that nobody fills in.
/// What its names and types mean only the engine knows.
/// </summary>
internal sealed class SqlExpression
{
    private static readonly string[] Parameters = ["{asOf:Date}", "{completeThrough:Date}", "{margin:Decimal(9, 4)}", "{tagCategories:Array(String)}"];

    private static readonly HashSet<string> Statements = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "JOIN", "UNION", "INSERT", "UPDATE", "DELETE", "ALTER", "DROP", "CREATE", "TRUNCATE", "ATTACH", "DETACH", "SYSTEM", "SETTINGS",
    };

    private static readonly HashSet<string> Clock = new(StringComparer.OrdinalIgnoreCase)
    {
        "now", "now64", "nowInBlock", "today", "yesterday", "current_date", "current_timestamp", "curdate", "utc_timestamp",
    };

    private static readonly HashSet<string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "file", "url", "s3", "remote", "remoteSecure", "cluster", "clusterAllReplicas", "mysql", "postgresql", "mongodb", "redis", "jdbc", "odbc", "sqlite", "hdfs",
        "executable", "input", "merge", "numbers", "generateRandom", "joinGet", "joinGetOrNull", "dictGet", "dictGetOrDefault", "dictGetOrNull",
        "rand", "rand32", "rand64", "randCanonical", "generateUUIDv4", "sleep", "sleepEachRow", "hostName", "getSetting",
    };

    private readonly string _file;
    private readonly int _line;
    private readonly string _sql;
    private readonly List<Problem> _problems;
    private readonly Stack<(char Bracket, int At)> _open = new();
    private int _at;
    private bool _crossed;

    private SqlExpression(string file, int line, string sql, List<Problem> problems)
    {
        _file = file;
        _line = line;
        _sql = sql;
        _problems = problems;
    }

    /// <summary>Adds every problem of <paramref name="sql"/>, whose first line is line <paramref name="line"/> of the file.</summary>
    public static void Check(string file, int line, string sql, List<Problem> problems) => new SqlExpression(file, line, sql, problems).Check();

    private void Check()
    {
        while (_at < _sql.Length)
        {
            var c = _sql[_at];
            if (c is '\'' or '"' or '`')
                Quoted(c);
            else if (Starts("--"))
                _at = After("\n") ?? _sql.Length;
            else if (Starts("/*"))
                Comment();
            else if (c == '{')
                Parameter();
            else if (char.IsAsciiLetter(c) || c == '_')
                Word();
            else
                Sign(c);
        }

        foreach (var (bracket, at) in _crossed ? [] : _open.Reverse())
            Add(at, $"'{bracket}' is not closed");
    }

    private void Quoted(char quote)
    {
        var start = _at++;
        while (_at < _sql.Length)
        {
            if (_sql[_at] == '\\')
                _at++;
            else if (_sql[_at] == quote)
            {
                _at++;
                return;
            }

            _at++;
        }

        _at = _sql.Length;
        Add(start, $"the quote {quote} is not closed");
    }

    private void Comment()
    {
        var start = _at;
        if (After("*/") is { } end)
        {
            _at = end;
            return;
        }

        _at = _sql.Length;
        Add(start, "the comment /* is not closed");
    }

    private void Parameter()
    {
        var start = _at;
        if (After("}") is not { } end)
        {
            _at = _sql.Length;
            Add(start, "'{' is not closed");
            return;
        }

        _at = end;
        var parameter = _sql[start..end];
        if (!Parameters.Contains(parameter, StringComparer.Ordinal))
            Add(start, $"nobody fills in {parameter}; there are {string.Join(", ", Parameters[..^1])} and {Parameters[^1]}");
    }

    private void Word()
    {
        var start = _at;
        while (_at < _sql.Length && (char.IsAsciiLetterOrDigit(_sql[_at]) || _sql[_at] == '_'))
            _at++;
        var word = _sql[start.._at];
        var next = Next();
        if (Statements.Contains(word))
            Add(start, $"an expression has no {word.ToUpperInvariant()}: it looks at one row of the facts and at no other table");
        else if (string.Equals(word, "IN", StringComparison.OrdinalIgnoreCase) && next is not ('(' or '[' or '{'))
            Add(start, "after IN stands a list in brackets; the name of a table cannot stand there");
        else if (next == '(' && Clock.Contains(word))
            Add(start, $"{word}() asks the clock, and an answer must not depend on when it is asked; use {{asOf:Date}}");
        else if (next == '(' && Elsewhere.Contains(word))
            Add(start, $"{word}() looks beyond the row of facts, and may not be used");
    }

    private void Sign(char c)
    {
        var at = _at++;
        switch (c)
        {
            case ';':
                Add(at, "one expression stands here, without ';'");
                break;
            // Once two brackets cross, what the others belong to is anyone's guess.
            case '(' or '[' or ')' or ']' when _crossed:
                break;
            case '(' or '[':
                _open.Push((c, at));
                break;
            case ')' or ']' when _open.Count == 0:
                Add(at, $"'{c}' closes nothing");
                break;
            case ')' or ']' when _open.Pop() is var (bracket, opened) && (bracket == '(') != (c == ')'):
                _crossed = true;
                Add(at, $"'{c}' closes the '{bracket}' of line {LineOf(opened)}");
                break;
        }
    }

    private char Next()
    {
        var at = _at;
        while (at < _sql.Length && char.IsWhiteSpace(_sql[at]))
            at++;
        return at < _sql.Length ? _sql[at] : ' ';
    }

    private bool Starts(string mark) => string.CompareOrdinal(_sql, _at, mark, 0, mark.Length) == 0;

    private int? After(string mark) => _sql.IndexOf(mark, _at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : null;

    private int LineOf(int at) => _line + _sql.AsSpan(0, at).Count('\n');

    private void Add(int at, string message) => _problems.Add(new Problem(_file, LineOf(at), message));
}
