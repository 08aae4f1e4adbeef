using System.Text.Unicode;

namespace PrivateDomainBI.Ingest.Files;

/// <summary>
/// The part of a text file that is in memory: grows while a row does not end in it, and lets go of what was used.
/// Checks on the way that the bytes are UTF-8 text, because the warehouse would take anything.
/// </summary>
internal sealed class ByteWindow(Stream source, string file)
{
    private const int Chunk = 1 << 18;

    private byte[] _bytes = new byte[2 * Chunk];
    private int _start;
    private int _end;

    /// <summary>No more will come than is in the window.</summary>
    public bool Last { get; private set; }

    /// <summary>The line of the file that the window starts on; the first is 1.</summary>
    public ulong Line { get; private set; } = 1;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, _end - _start);

    public async ValueTask ReadMoreAsync(CancellationToken ct)
    {
        if (_bytes.Length - _end < Chunk)
            MakeRoom();
        try
        {
            var read = await source.ReadAsync(_bytes.AsMemory(_end, Chunk), ct);
            Last = read == 0;
            _end += read;
        }
        catch (InvalidDataException e)
        {
            throw new LoadRefusedException($"{file}: the compressed file is damaged: {e.Message}");
        }
    }

    /// <summary>Lets go of bytes that were used, which hold so many line ends.</summary>
    public void Advance(int bytes, int lines)
    {
        _start += bytes;
        Line += (ulong)lines;
    }

    /// <summary>Refuses the file when the first bytes of the window, whole lines, are not text.</summary>
    public void CheckText(int length)
    {
        var text = Bytes[..length];
        if (Utf8.IsValid(text) && !text.Contains((byte)0))
            return;
        var line = Line;
        while (text.IndexOf((byte)'\n') is var end and >= 0 && Utf8.IsValid(text[..end]) && !text[..end].Contains((byte)0))
        {
            text = text[(end + 1)..];
            line++;
        }

        throw new LoadRefusedException(
            $"{file}:{line}: not UTF-8 text. Spreadsheets save Chinese text as GBK unless told otherwise: choose 'CSV UTF-8'.");
    }

    /// <summary>Reads the beginning of the file, without the mark that some programs put before UTF-8 text.</summary>
    public async ValueTask BeginAsync(CancellationToken ct)
    {
        while (!Last && _end < 3)
            await ReadMoreAsync(ct);
        if (Bytes.StartsWith("\uFEFF"u8))
            _start += 3;
    }

    private void MakeRoom()
    {
        var held = _end - _start;
        var target = held + Chunk > _bytes.Length ? new byte[_bytes.Length * 2] : _bytes;
        Bytes.CopyTo(target);
        _bytes = target;
        (_start, _end) = (0, held);
    }
}
