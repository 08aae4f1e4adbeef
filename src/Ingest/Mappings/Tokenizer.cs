using System.Text;

namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>Splits an expression into its words; whatever is not one of them (comments, semicolons, braces) is an error.</summary>
internal static class Tokenizer
{
    private static readonly string[] Signs = ["<=", ">=", "<>", "!=", "==", "||", "+", "-", "*", "/", "%", "=", "<", ">", "(", ")", "[", "]", ","];

    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
                break;
            tokens.Add(Next(text, ref at));
        }

        tokens.Add(new Token(TokenKind.End, ""));
        return tokens;
    }

    private static Token Next(string text, ref int at)
    {
        var c = text[at];
        if (c is '\'' or '"' or '`')
            return Quoted(text, ref at, c);
        if (char.IsAsciiDigit(c))
            return Number(text, ref at);
        if (char.IsLetter(c) || c == '_')
            return Word(text, ref at);
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0)
                continue;
            if (sign == "-" && at + 1 < text.Length && text[at + 1] == '-')
                break;
            if (sign == "/" && at + 1 < text.Length && text[at + 1] == '*')
                break;
            at += sign.Length;
            return new Token(TokenKind.Sign, sign);
        }

        throw new ExpressionException($"'{c}' cannot stand in an expression");
    }

    private static Token Quoted(string text, ref int at, char quote)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == quote && at + 1 < text.Length && text[at + 1] == quote)
            {
                value.Append(quote);
                at++;
            }
            else if (text[at] == quote)
            {
                at++;
                return quote == '\'' ? new Token(TokenKind.Text, value.ToString()) : new Token(TokenKind.Name, value.ToString(), IsQuoted: true);
            }
            else if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                value.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '\\' => '\\', '\'' => '\'', '"' => '"', '`' => '`', var other => $"\\{other}" });
            }
            else
            {
                value.Append(text[at]);
            }
        }

        throw new ExpressionException($"the quote {quote} is not closed");
    }

    private static Token Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        var number = text[start..at];
        if (number.Count(c => c == '.') > 1 || number.EndsWith('.') || (at < text.Length && (char.IsLetter(text[at]) || text[at] == '_')))
            throw new ExpressionException($"'{number}' is not a number; put a column name that starts with a digit into backticks");
        return new Token(TokenKind.Number, number);
    }

    private static Token Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return new Token(TokenKind.Name, text[start..at]);
    }
}
