namespace PrivateDomainBI.Ingest.Files;

/// <summary>What was found where a row of a CSV file was looked for.</summary>
internal enum CsvCut
{
    Row,
    Blank,
    NeedsMore,
    Broken,
}

/// <summary>Where one value of a row stands, without its quotes.</summary>
internal readonly record struct CsvValue(int Start, int End, bool HasDoubledQuotes);

/// <summary>
/// Cuts one row of RFC 4180 text into its values, without copying them. Beyond the RFC it takes blanks around a
/// quoted value and line ends with or without carriage return, as spreadsheets and scripts write them.
/// </summary>
internal sealed class CsvRow(byte delimiter)
{
    private readonly List<CsvValue> _values = [];
    private bool _quoted;

    public IReadOnlyList<CsvValue> Values => _values;

    /// <summary>Bytes of the row with its line end.</summary>
    public int Length { get; private set; }

    /// <summary>Line ends in the row, its own one included.</summary>
    public int Lines { get; private set; }

    /// <summary>Code word for a <see cref="CsvCut.Broken"/> row.</summary>
    public string Reason { get; private set; } = "";

    public CsvCut Cut(ReadOnlySpan<byte> text, bool last)
    {
        _values.Clear();
        _quoted = false;
        Reason = "";
        var at = 0;
        while (true)
        {
            var open = SkipBlanks(text, at);
            var end = open < text.Length && text[open] == '"' ? CutQuoted(text, open, last) : CutBare(text, at, last);
            if (end < 0)
                return Reason.Length > 0 ? CsvCut.Broken : CsvCut.NeedsMore;
            if (end < text.Length && text[end] == delimiter)
            {
                at = end + 1;
                continue;
            }

            Length = end == text.Length ? end : end + 1;
            Lines = _quoted ? text[..Length].Count((byte)'\n') : Length - end;
            return IsBlank() ? CsvCut.Blank : CsvCut.Row;
        }
    }

    /// <summary>Cuts a bare value; gives where its delimiter or line feed stands, the end of the text, or -1.</summary>
    private int CutBare(ReadOnlySpan<byte> text, int start, bool last)
    {
        var length = text[start..].IndexOfAny(delimiter, (byte)'\n');
        if (length < 0 && !last)
            return -1;
        var end = length < 0 ? text.Length : start + length;
        var isLineEnd = end == text.Length || text[end] == '\n';
        var valueEnd = isLineEnd && end > start && text[end - 1] == '\r' ? end - 1 : end;
        _values.Add(new CsvValue(start, valueEnd, HasDoubledQuotes: false));
        return end;
    }

    private int CutQuoted(ReadOnlySpan<byte> text, int open, bool last)
    {
        _quoted = true;
        var doubled = false;
        var close = open + 1;
        while (true)
        {
            var next = text[close..].IndexOf((byte)'"');
            if (next < 0)
                return Broken(last ? "unclosed_quote" : "");
            close += next;
            if (close + 1 == text.Length && !last)
                return -1;
            if (close + 1 == text.Length || text[close + 1] != '"')
                break;
            doubled = true;
            close += 2;
        }

        _values.Add(new CsvValue(open + 1, close, doubled));
        var end = SkipBlanks(text, close + 1);
        if (end < text.Length && text[end] == '\r')
            end++;
        if (end == text.Length)
            return last ? end : -1;
        return text[end] == delimiter || text[end] == '\n' ? end : Broken("text_after_quote");
    }

    private int Broken(string reason)
    {
        Reason = reason;
        return -1;
    }

    private int SkipBlanks(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && (text[at] == ' ' || (text[at] == '\t' && delimiter != '\t')))
            at++;
        return at;
    }

    // A line of delimiters alone is what spreadsheets leave below their data.
    private bool IsBlank()
    {
        if (_quoted)
            return false;
        foreach (var value in _values)
        {
            if (value.End > value.Start)
                return false;
        }

        return true;
    }
}
