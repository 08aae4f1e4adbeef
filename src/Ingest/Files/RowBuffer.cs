namespace PrivateDomainBI.Ingest.Files;

/// <summary>Rows on their way to the warehouse, in its RowBinary format: a number is 8 bytes, a text its length and its bytes.</summary>
internal sealed class RowBuffer
{
    private const int FlushAt = 1 << 18;

    private byte[] _bytes = new byte[2 * FlushAt];
    private int _length;

    public bool IsFull => _length >= FlushAt;

    public void Number(ulong value)
    {
        Reserve(8);
        BitConverter.TryWriteBytes(_bytes.AsSpan(_length), value);
        _length += 8;
    }

    public void Text(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length + 5);
        Length((uint)text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>A text in which every double quote stands twice; it is written with each standing once.</summary>
    public void TextWithDoubledQuotes(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length + 5);
        Length((uint)(text.Length - (text.Count((byte)'"') / 2)));
        while (text.IndexOf((byte)'"') is var quote and >= 0)
        {
            text[..(quote + 1)].CopyTo(_bytes.AsSpan(_length));
            _length += quote + 1;
            text = text[(quote + 2)..];
        }

        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    public void NoText()
    {
        Reserve(1);
        _bytes[_length++] = 0;
    }

    public async ValueTask FlushAsync(Stream target, CancellationToken ct)
    {
        if (_length == 0)
            return;
        await target.WriteAsync(_bytes.AsMemory(0, _length), ct);
        _length = 0;
    }

    private void Length(uint length)
    {
        for (; length >= 0x80; length >>= 7)
            _bytes[_length++] = (byte)(length | 0x80);
        _bytes[_length++] = (byte)length;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _length < bytes)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
    }
}
