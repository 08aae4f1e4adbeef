using System.Globalization;
using System.Text;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Reads ClickHouse's type names, such as Map(String, Array(Nullable(DateTime64(3, 'UTC')))).</summary>
internal ref struct TypeParser
{
    private const int DeepestNesting = 100;

    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private int _depth;

    private TypeParser(string text) => _text = text;

    public static TypeNode Parse(string text)
    {
        var parser = new TypeParser(text);
        var node = parser.ParseArgument();
        parser.SkipSpace();
        return parser._position == text.Length ? node : throw parser.Broken();
    }

    private TypeNode ParseArgument()
    {
        SkipSpace();
        if (Peek() == '\'')
            return ParseText();
        if (Peek() is '-' or '+' || char.IsAsciiDigit(Peek()))
            return new TypeNode(TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.'), []);
        var start = _position;
        var first = ParseName();
        SkipSpace();
        if (!StartsName(Peek()))
            return ParseType(first, field: null, start);
        start = _position;
        return ParseType(ParseName(), first, start);
    }

    private TypeNode ParseType(string name, string? field, int start)
    {
        SkipSpace();
        if (Peek() != '(')
            return new TypeNode(name, [], field, Source: name);
        if (++_depth > DeepestNesting)
            throw Broken();
        var arguments = new List<TypeNode>();
        do
        {
            _position++;
            SkipSpace();
            if (Peek() != ')' || arguments.Count > 0)
                arguments.Add(ParseArgument());
            SkipSpace();
        }
        while (Peek() == ',');
        Expect(')');
        _depth--;
        return new TypeNode(name, arguments, field, Source: _text[start.._position].ToString());
    }

    private TypeNode ParseText()
    {
        var text = TakeQuoted();
        SkipSpace();
        if (Peek() != '=')
            return new TypeNode(text, []);
        _position++;
        SkipSpace();
        var digits = TakeWhile(static c => char.IsAsciiDigit(c) || c == '-');
        return long.TryParse(digits, CultureInfo.InvariantCulture, out var number)
            ? new TypeNode(text, [], EnumNumber: number)
            : throw Broken();
    }

    private string ParseName()
    {
        if (Peek() is '`' or '"')
            return TakeQuoted();
        if (!StartsName(Peek()))
            throw Broken();
        return TakeWhile(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '$');
    }

    private string TakeQuoted()
    {
        var quote = _text[_position++];
        var text = new StringBuilder();
        while (_position < _text.Length)
        {
            var c = _text[_position++];
            if (c == '\\' && _position < _text.Length)
                text.Append(Unescape(_text[_position++]));
            else if (c != quote)
                text.Append(c);
            else if (Peek() == quote)
                text.Append(_text[_position++]);
            else
                return text.ToString();
        }
        throw Broken();
    }

    private static char Unescape(char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' => '\0',
        'b' => '\b',
        'f' => '\f',
        _ => c,
    };

    private string TakeWhile(Func<char, bool> belongs)
    {
        var start = _position;
        while (_position < _text.Length && belongs(_text[_position]))
            _position++;
        return _text[start.._position].ToString();
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            _position++;
    }

    private void Expect(char c)
    {
        if (Peek() != c)
            throw Broken();
        _position++;
    }

    private readonly char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private static bool StartsName(char c) => char.IsLetter(c) || c is '_' or '`' or '"';

    private readonly FormatException Broken() => new($"'{_text}' is not a ClickHouse type (at character {_position + 1}).");
}
