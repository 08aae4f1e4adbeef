using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PrivateDomainBI.Ingest.Demo;

// One exported file, with the flaws of real exports put in and counted: some rows come a second time,
// unchanged, and a given list of unusable rows stands scattered between the good ones.
internal sealed class CsvFile : IAsyncDisposable
{
    private const int Block = 1 << 20;
    private const int RowsBetweenBadOnes = 97;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly string _dataset;
    private readonly string _path;
    private readonly IReadOnlyList<BadRow> _badRows;
    private readonly double _repeatShare;
    private readonly Draw _draw;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<byte[]> _repeated = [];
    private readonly List<DemoBadRow> _written = [];
    private byte[] _buffer = new byte[Block + 4096];
    private int _length;
    private int _rowStart;
    private long _rows;
    private long _duplicates;

    public CsvFile(string directory, string file, string header, IReadOnlyList<BadRow> badRows, double repeatShare, Draw draw)
    {
        _dataset = file[..file.IndexOf('.', StringComparison.Ordinal)];
        _path = Path.Combine(directory, file);
        (_badRows, _repeatShare, _draw) = (badRows, repeatShare, draw);
        var disk = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.None, Block);
        _stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(disk, CompressionLevel.Fastest) : disk;
        Append(header);
        Append('\n');
    }

    public CsvFile Field(string? text)
    {
        if (text is not null && text.AsSpan().ContainsAny(Special))
            text = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        Append(text);
        Append(',');
        return this;
    }

    public CsvFile Field(int? number)
    {
        if (number is { } value)
            AppendFormatted(value, default);
        Append(',');
        return this;
    }

    public CsvFile Money(long cents)
    {
        AppendFormatted(cents / 100, default);
        Append('.');
        AppendFormatted(cents % 100, "00");
        Append(',');
        return this;
    }

    public CsvFile Time(Moment? moment, Period period, string offset = "")
    {
        if (moment is { } at)
        {
            var second = at.Seconds - at.OfDay * Moment.Day;
            Append(period.IsoDate(at.OfDay));
            Append('T');
            AppendFormatted(second / 3600, "00");
            Append(':');
            AppendFormatted(second / 60 % 60, "00");
            Append(':');
            AppendFormatted(second % 60, "00");
            Append(offset);
        }
        Append(',');
        return this;
    }

    public async ValueTask EndRowAsync(CancellationToken ct)
    {
        _buffer[_length - 1] = (byte)'\n';
        _rows++;
        if (_repeatShare > 0 && _draw.Chance(_repeatShare))
            _repeated.Add(_buffer[_rowStart.._length]);
        if (_written.Count < _badRows.Count && _rows % RowsBetweenBadOnes == 0)
            AppendBad();
        _rowStart = _length;
        if (_length >= Block)
            await FlushAsync(ct);
    }

    /// What a second export of the same days brings again.
    public async ValueTask RepeatAsync(CancellationToken ct)
    {
        foreach (var row in _repeated)
        {
            row.CopyTo(Room(row.Length));
            _length += row.Length;
            _rowStart = _length;
            _rows++;
            _duplicates++;
            if (_length >= Block)
                await FlushAsync(ct);
        }
        _repeated.Clear();
    }

    public async Task<DemoFile> CompleteAsync(CancellationToken ct)
    {
        while (_written.Count < _badRows.Count)
            AppendBad();
        await FlushAsync(ct);
        await _stream.DisposeAsync();
        return new DemoFile(_dataset, Path.GetFileName(_path), _rows, _duplicates, _written, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _hash.Dispose();
    }

    private void AppendBad()
    {
        var bad = _badRows[_written.Count];
        Append(bad.Text);
        Append('\n');
        _rowStart = _length;
        _rows++;
        _written.Add(new DemoBadRow(_rows + 1, bad.Reason));
    }

    private void Append(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Room(3 * text.Length));

    private void Append(char ascii)
    {
        Room(1)[0] = (byte)ascii;
        _length++;
    }

    private void AppendFormatted<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Room(24), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    private Span<byte> Room(int size)
    {
        if (_length + size > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + size));
        return _buffer.AsSpan(_length);
    }

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        _hash.AppendData(_buffer, 0, _length);
        await _stream.WriteAsync(_buffer.AsMemory(0, _length), ct);
        _length = 0;
        _rowStart = 0;
    }
}
