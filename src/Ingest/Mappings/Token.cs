namespace PrivateDomainBI.Ingest.Mappings;

internal enum TokenKind
{
    Name,
    Text,
    Number,
    Sign,
    End,
}

/// <summary>One word of an expression. <paramref name="IsQuoted"/>: a name in backticks or double quotes, never a keyword or function.</summary>
internal readonly record struct Token(TokenKind Kind, string Value, bool IsQuoted = false)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Value == sign;

    public bool IsWord(string keyword) =>
        Kind == TokenKind.Name && !IsQuoted && string.Equals(Value, keyword, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Value}'";
}
