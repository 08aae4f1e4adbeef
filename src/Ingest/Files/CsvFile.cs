using System.Text;

namespace PrivateDomainBI.Ingest.Files;

/// <summary>
/// A CSV file with a header row. A row that cannot be cut is sent as broken and the next line is taken as the start
/// of a row again, so that one stray quote costs one line and not the rest of the file.
/// </summary>
internal sealed class CsvFile : IRowFile
{
    /// <summary>A row longer than this is a quote that was never closed, or no CSV at all.</summary>
    internal const int LongestRow = 1 << 20;

    private readonly Stream _source;
    private readonly string _file;
    private readonly ByteWindow _window;
    private readonly CsvRow _row;
    private readonly RowBuffer _rows = new();
    private readonly List<FileColumn> _columns = [];

    private CsvFile(Stream source, string file, byte delimiter)
    {
        _source = source;
        _file = file;
        _window = new ByteWindow(source, file);
        _row = new CsvRow(delimiter);
    }

    public IReadOnlyList<FileColumn> Columns => _columns;

    public RowShape Shape => RowShape.Values;

    public ulong? Sent { get; private set; }

    public static async Task<CsvFile> OpenAsync(Stream source, string file, char delimiter, CancellationToken ct)
    {
        var csv = new CsvFile(source, file, (byte)delimiter);
        await csv.ReadHeaderAsync(file, delimiter, ct);
        return csv;
    }

    public async Task SendAsync(Stream target, CancellationToken ct)
    {
        var count = 0UL;
        while (true)
        {
            count += CutRows();
            var stoppedByFullBuffer = _rows.IsFull;
            await _rows.FlushAsync(target, ct);
            if (stoppedByFullBuffer)
                continue;
            Sent = count;
            if (_window.Last)
                return;
            await _window.ReadMoreAsync(ct);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task ReadHeaderAsync(string file, char delimiter, CancellationToken ct)
    {
        await _window.BeginAsync(ct);
        CsvCut cut;
        while ((cut = _row.Cut(_window.Bytes, _window.Last)) is CsvCut.Blank or CsvCut.NeedsMore)
        {
            if (cut == CsvCut.Blank)
            {
                _window.Advance(_row.Length, _row.Lines);
                if (_window.Last && _window.Bytes.IsEmpty)
                    return;
            }
            else if (_window.Bytes.Length > LongestRow)
            {
                throw new LoadRefusedException($"{file}:1: not a CSV file: its first row has no end within a megabyte.");
            }
            else
            {
                await _window.ReadMoreAsync(ct);
            }
        }

        if (cut == CsvCut.Broken)
            throw new LoadRefusedException($"{file}:{_window.Line}: the header row has a quote that is not closed or is followed by text.");
        _window.CheckText(_row.Length);
        NameColumns(file, delimiter);
        _window.Advance(_row.Length, _row.Lines);
    }

    private void NameColumns(string file, char delimiter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in _row.Values)
        {
            var name = Encoding.UTF8.GetString(_window.Bytes[value.Start..value.End]).Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
            if (name.Contains('\r', StringComparison.Ordinal))
                throw new LoadRefusedException($"{file}:1: the lines end with a carriage return alone; save the file with LF or CRLF line ends.");
            if (name.Length == 0)
                name = $"_column{_columns.Count + 1}";
            if (!seen.Add(name))
                throw new LoadRefusedException($"{file}:{_window.Line}: two columns are named '{name}'.");
            _columns.Add(new FileColumn(name, "String"));
        }

        if (_columns.Count == 1 && _columns[0].Name.IndexOfAny([';', '\t', '|', ',']) is var at and >= 0)
        {
            var found = _columns[0].Name[at];
            throw new LoadRefusedException(
                $"{file}:1: the columns seem to be separated by {(found == '\t' ? "tabs" : $"'{found}'")}, not by '{delimiter}'; a mapping file can say so (delimiter).");
        }
    }

    private ulong CutRows()
    {
        var count = 0UL;
        var checkedTo = 0;
        while (!_window.Bytes.IsEmpty && !_rows.IsFull)
        {
            var cut = _row.Cut(_window.Bytes, _window.Last);
            if (cut == CsvCut.NeedsMore && _window.Bytes.Length <= LongestRow)
                break;
            if (cut is CsvCut.NeedsMore or CsvCut.Broken)
            {
                if (!TrySendBrokenLine(cut == CsvCut.Broken ? _row.Reason : "unclosed_quote"))
                    break;
                checkedTo = 0;
                count++;
                continue;
            }

            if (checkedTo < _row.Length)
                checkedTo = CheckWholeLines();
            if (cut == CsvCut.Row)
            {
                SendRow();
                count++;
            }

            checkedTo -= _row.Length;
            _window.Advance(_row.Length, _row.Lines);
        }

        return count;
    }

    // Text is checked as far as whole lines reach, once for many rows, because a check per row costs more than the cutting.
    private int CheckWholeLines()
    {
        var bytes = _window.Bytes;
        var length = _window.Last ? bytes.Length : Math.Max(_row.Length, bytes.LastIndexOf((byte)'\n') + 1);
        _window.CheckText(length);
        return length;
    }

    private void SendRow()
    {
        var text = _window.Bytes;
        if (_row.Values.Count > _columns.Count)
        {
            SendBroken("too_many_values"u8, text[.._row.Length]);
            return;
        }

        _rows.Number(_window.Line);
        _rows.NoText();
        _rows.NoText();
        foreach (var value in _row.Values)
        {
            var bytes = text[value.Start..value.End];
            if (value.HasDoubledQuotes)
                _rows.TextWithDoubledQuotes(bytes);
            else
                _rows.Text(bytes);
        }

        for (var missing = _row.Values.Count; missing < _columns.Count; missing++)
            _rows.NoText();
    }

    /// <summary>Gives up the line at hand alone; false when its end is still to come.</summary>
    private bool TrySendBrokenLine(string reason)
    {
        var text = _window.Bytes;
        var end = text.IndexOf((byte)'\n');
        if (end < 0 && !_window.Last)
        {
            return text.Length <= LongestRow
                ? false
                : throw new LoadRefusedException($"{_file}:{_window.Line}: the line has no end within a megabyte; this is not a CSV file.");
        }

        var length = end < 0 ? text.Length : end + 1;
        _window.CheckText(length);
        SendBroken(Encoding.UTF8.GetBytes(reason), text[..length]);
        _window.Advance(length, end < 0 ? 0 : 1);
        return true;
    }

    private void SendBroken(ReadOnlySpan<byte> reason, ReadOnlySpan<byte> raw)
    {
        _rows.Number(_window.Line);
        _rows.Text(reason);
        _rows.Text(raw.TrimEnd("\r\n"u8));
        for (var column = 0; column < _columns.Count; column++)
            _rows.NoText();
    }
}
