namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>
/// Checks that an expression is one: operators between operands, functions of the safe list, columns, texts and
/// numbers. There is no way to write a subquery, another table or a lambda in this grammar.
/// </summary>
internal sealed class ExpressionParser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND", "OR", "NOT", "IN", "BETWEEN", "LIKE", "ILIKE", "IS", "NULL", "TRUE", "FALSE", "CASE", "WHEN", "THEN", "ELSE", "END",
    };

    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "+", "-", "*", "/", "%", "=", "==", "!=", "<>", "<", "<=", ">", ">=", "||",
    };

    private readonly List<Token> _tokens;
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private int _at;

    private ExpressionParser(List<Token> tokens)
    {
        _tokens = tokens;
    }

    private Token Current => _tokens[_at];

    public static Expression Parse(string text)
    {
        var parser = new ExpressionParser(Tokenizer.Split(text));
        parser.Operation();
        if (parser.Current.Kind != TokenKind.End)
            throw new ExpressionException($"{parser.Current} does not belong there");
        return new Expression(parser._tokens[..^1], parser._columns);
    }

    public static bool IsKeyword(Token token) => token.Kind == TokenKind.Name && !token.IsQuoted && Keywords.Contains(token.Value);

    private void Operation()
    {
        Operand();
        while (true)
        {
            if ((Current.Kind == TokenKind.Sign && Operators.Contains(Current.Value)) || IsAny("AND", "OR", "LIKE", "ILIKE"))
            {
                _at++;
                Operand();
            }
            else if (Take("IS"))
            {
                Take("NOT");
                Need("NULL");
            }
            else if (Take("BETWEEN"))
            {
                Operand();
                Need("AND");
                Operand();
            }
            else if (Take("NOT"))
            {
                if (Take("IN"))
                    Members();
                else if (Take("LIKE") || Take("ILIKE"))
                    Operand();
                else
                    throw new ExpressionException($"NOT is followed by {Current}, not by IN or LIKE");
            }
            else if (Take("IN"))
            {
                Members();
            }
            else
            {
                return;
            }
        }
    }

    private void Operand()
    {
        while (Current.Is("-") || Current.Is("+") || Current.IsWord("NOT"))
            _at++;
        var token = Current;
        if (token.Kind is TokenKind.Text or TokenKind.Number || token.IsWord("NULL") || token.IsWord("TRUE") || token.IsWord("FALSE"))
            _at++;
        else if (token.Is("("))
            Parentheses();
        else if (Take("CASE"))
            Case();
        else if (IsKeyword(token))
            throw new ExpressionException($"{token} does not belong there; put a column of that name into backticks");
        else if (token.Kind == TokenKind.Name && !token.IsQuoted && _tokens[_at + 1].Is("("))
            Call(token.Value);
        else if (token.Kind == TokenKind.Name)
            Column(token.Value);
        else
            throw new ExpressionException($"a value is missing before {token}");
        while (Current.Is("["))
        {
            _at++;
            Operation();
            Need("]");
        }
    }

    private void Parentheses()
    {
        _at++;
        Operation();
        Need(")");
    }

    private void Call(string function)
    {
        if (!SafeFunctions.Has(function))
            throw new ExpressionException(SafeFunctions.Unknown(function));
        _at += 2;
        if (Current.Is(")"))
        {
            _at++;
            return;
        }

        Operation();
        while (Current.Is(","))
        {
            _at++;
            Operation();
        }

        Need(")");
    }

    private void Column(string name)
    {
        _at++;
        if (name != Expression.LineColumn)
            _columns.Add(name);
        if (Current.Is("("))
            throw new ExpressionException($"'{name}' is not a function");
    }

    // TRICKY: `x IN (name)` would be a look into the table of that name, so a set holds texts and numbers alone.
    private void Members()
    {
        Need("(");
        do
        {
            if (Current.Is("-"))
                _at++;
            if (Current.Kind is not (TokenKind.Text or TokenKind.Number))
                throw new ExpressionException($"IN takes a list of texts or numbers in parentheses, not {Current}");
            _at++;
        }
        while (TakeSign(","));
        Need(")");
    }

    private void Case()
    {
        if (!Current.IsWord("WHEN"))
            Operation();
        if (!Current.IsWord("WHEN"))
            throw new ExpressionException($"CASE is followed by {Current}, not by WHEN");
        while (Take("WHEN"))
        {
            Operation();
            Need("THEN");
            Operation();
        }

        if (Take("ELSE"))
            Operation();
        Need("END");
    }

    private bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Current.IsWord(word))
                return true;
        }

        return false;
    }

    private bool Take(string word)
    {
        if (!Current.IsWord(word))
            return false;
        _at++;
        return true;
    }

    private bool TakeSign(string sign)
    {
        if (!Current.Is(sign))
            return false;
        _at++;
        return true;
    }

    private void Need(string what)
    {
        if (!Current.Is(what) && !Current.IsWord(what))
            throw new ExpressionException($"{what} is missing before {Current}");
        _at++;
    }
}
