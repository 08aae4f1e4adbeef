namespace PrivateDomainBI.Engine.Statements;

internal enum TokenKind
{
    Word,
    Quoted,
    Symbol,
    End,
}

internal readonly record struct Token(TokenKind Kind, int Start, int End, int Depth);

// Cuts UTF-8 SQL into words, quoted texts and symbols, skipping comments: just enough to find where a
// statement ends and the rows of an INSERT begin. Understanding SQL stays the engine's job.
internal ref struct SqlScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;
    private int _depth;

    public Token Next()
    {
        SkipBlanksAndComments();
        var start = _position;
        if (start >= _text.Length)
        {
            return new Token(TokenKind.End, start, start, _depth);
        }

        var first = _text[start];
        if (IsWordByte(first))
        {
            while (_position < _text.Length && IsWordByte(_text[_position]))
            {
                _position++;
            }

            return new Token(TokenKind.Word, start, _position, _depth);
        }

        if (first is (byte)'\'' or (byte)'"' or (byte)'`')
        {
            SkipQuoted(first);
            return new Token(TokenKind.Quoted, start, _position, _depth);
        }

        if (first == '$' && SkipHeredoc())
        {
            return new Token(TokenKind.Quoted, start, _position, _depth);
        }

        _position++;
        var depth = _depth;
        if (first is (byte)'(' or (byte)'[' or (byte)'{')
        {
            _depth++;
        }
        else if (first is (byte)')' or (byte)']' or (byte)'}')
        {
            depth = --_depth;
        }

        return new Token(TokenKind.Symbol, start, _position, depth);
    }

    public readonly bool Is(Token token, ReadOnlySpan<byte> word) =>
        token.Kind == TokenKind.Word && System.Text.Ascii.EqualsIgnoreCase(_text[token.Start..token.End], word);

    public readonly bool IsSymbol(Token token, char symbol) => token.Kind == TokenKind.Symbol && _text[token.Start] == symbol;

    private static bool IsWordByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '_' || b >= 0x80;

    private void SkipBlanksAndComments()
    {
        while (_position < _text.Length)
        {
            var rest = _text[_position..];
            if (rest[0] <= ' ')
            {
                _position++;
            }
            else if (rest.StartsWith("--"u8) || rest.StartsWith("#!"u8) || rest.StartsWith("# "u8))
            {
                _position += Length(rest.IndexOf((byte)'\n'), 1, rest);
            }
            else if (rest.StartsWith("/*"u8))
            {
                _position += Length(rest.IndexOf("*/"u8), 2, rest);
            }
            else
            {
                return;
            }
        }
    }

    private void SkipQuoted(byte quote)
    {
        for (_position++; _position < _text.Length; _position++)
        {
            if (_text[_position] == '\\')
            {
                _position++;
            }
            else if (_text[_position] == quote)
            {
                _position++;
                return;
            }
        }

        _position = _text.Length;
    }

    // $tag$ … $tag$
    private bool SkipHeredoc()
    {
        var rest = _text[_position..];
        var tagEnd = rest[1..].IndexOf((byte)'$') + 1;
        if (tagEnd == 0 || rest[1..tagEnd].ContainsAnyExcept(WordBytes))
        {
            return false;
        }

        var tag = rest[..(tagEnd + 1)];
        var close = rest[tag.Length..].IndexOf(tag);
        _position += close < 0 ? rest.Length : tag.Length + close + tag.Length;
        return true;
    }

    private static readonly System.Buffers.SearchValues<byte> WordBytes =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8);

    private static int Length(int found, int length, ReadOnlySpan<byte> rest) => found < 0 ? rest.Length : found + length;
}
