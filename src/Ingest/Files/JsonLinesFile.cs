namespace PrivateDomainBI.Ingest.Files;

/// <summary>A file of JSON objects, one a line; the warehouse takes the line apart.</summary>
internal sealed class JsonLinesFile : IRowFile
{
    private readonly Stream _source;
    private readonly string _file;
    private readonly ByteWindow _window;
    private readonly RowBuffer _rows = new();

    private JsonLinesFile(Stream source, string file)
    {
        _source = source;
        _file = file;
        _window = new ByteWindow(source, file);
    }

    public RowShape Shape => RowShape.Json;

    public IReadOnlyList<FileColumn> Columns => [];

    public ulong? Sent { get; private set; }

    public static async Task<JsonLinesFile> OpenAsync(Stream source, string file, CancellationToken ct)
    {
        var json = new JsonLinesFile(source, file);
        await json._window.BeginAsync(ct);
        if (json._window.Bytes.TrimStart(" \t\r\n"u8).StartsWith("["u8))
            throw new LoadRefusedException($"{file}:1: this is a JSON array; write one object a line (JSON Lines).");
        return json;
    }

    public async Task SendAsync(Stream target, CancellationToken ct)
    {
        var count = 0UL;
        while (true)
        {
            count += CutLines();
            await _rows.FlushAsync(target, ct);
            Sent = count;
            if (_window.Last)
                return;
            await _window.ReadMoreAsync(ct);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private ulong CutLines()
    {
        var count = 0UL;
        while (!_window.Bytes.IsEmpty)
        {
            var text = _window.Bytes;
            var end = text.IndexOf((byte)'\n');
            if (end < 0 && !_window.Last)
            {
                if (text.Length > CsvFile.LongestRow)
                    throw new LoadRefusedException($"{_file}:{_window.Line}: the line has no end within a megabyte.");
                break;
            }

            var length = end < 0 ? text.Length : end + 1;
            _window.CheckText(length);
            var line = text[..length].Trim(" \t\r\n"u8);
            if (!line.IsEmpty)
            {
                _rows.Number(_window.Line);
                _rows.NoText();
                _rows.Text(line);
                count++;
            }

            _window.Advance(length, end < 0 ? 0 : 1);
        }

        return count;
    }
}
