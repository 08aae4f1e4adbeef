using System.Text;

namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>
/// A scalar SQL expression over a file's columns, checked word by word. It is written out anew from what was
/// understood, every name and text quoted, so nothing can reach the warehouse that the parser has not accepted.
/// </summary>
internal sealed class Expression
{
    private readonly IReadOnlyList<Token> _tokens;

    internal Expression(IReadOnlyList<Token> tokens, IReadOnlySet<string> columns)
    {
        _tokens = tokens;
        Columns = columns;
    }

    /// <summary>The line of the file the row stands on can be used like a column.</summary>
    public const string LineColumn = "_line";

    /// <summary>Columns of the file that it reads.</summary>
    public IReadOnlySet<string> Columns { get; }

    public static Expression OfColumn(string column) =>
        new([new Token(TokenKind.Name, column, IsQuoted: true)], new HashSet<string>(StringComparer.Ordinal) { column });

    public static Expression OfText(string text) => new([new Token(TokenKind.Text, text)], new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Its SQL; <paramref name="column"/> says how a column of the file is written there.</summary>
    public string ToSql(Func<string, string> column)
    {
        var sql = new StringBuilder();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (i > 0)
                sql.Append(' ');
            var token = _tokens[i];
            sql.Append(token.Kind switch
            {
                TokenKind.Text => Quote.Text(token.Value),
                TokenKind.Name when token.IsQuoted || !IsWord(i) => column(token.Value),
                _ => token.Value,
            });
        }

        return sql.ToString();
    }

    private bool IsWord(int i) =>
        ExpressionParser.IsKeyword(_tokens[i]) || (i + 1 < _tokens.Count && _tokens[i + 1].Is("("));
}
