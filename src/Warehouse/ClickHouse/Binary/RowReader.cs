using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PrivateDomainBI.Warehouse.ClickHouse.Binary;

/// <summary>
/// A cursor over buffered RowBinary bytes. TrySkip… answer false when the bytes end first, so that a row is located
/// before it is decoded and decoding itself never has to wait for the network.
/// </summary>
internal ref struct RowReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public bool TrySkip(long count)
    {
        if (count < 0 || count > _bytes.Length - Position)
            return false;
        Position += (int)count;
        return true;
    }

    public bool TrySkipString() => TryReadLength(out var length) && TrySkip(length);

    /// <summary>Reads a LEB128 length; a length above what an array can hold is never valid data.</summary>
    public bool TryReadLength(out int length)
    {
        ulong value = 0;
        for (var shift = 0; Position < _bytes.Length; shift += 7)
        {
            var next = _bytes[Position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                if (value > int.MaxValue)
                    throw new InvalidDataException($"The result holds a length of {value}; it is not RowBinary.");
                length = (int)value;
                return true;
            }
            if (shift > 28)
                throw new InvalidDataException("The result holds a length of more than 35 bits; it is not RowBinary.");
        }
        length = 0;
        return false;
    }

    public int ReadLength() => TryReadLength(out var length) ? length : throw new EndOfStreamException();

    public byte ReadByte() => _bytes[Position++];

    public readonly byte PeekByte() => _bytes[Position];

    public ReadOnlySpan<byte> Take(int count)
    {
        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }

    public ReadOnlySpan<byte> TakeString() => Take(ReadLength());

    /// <summary>Reads a fixed-size value as it lies in memory: RowBinary is little-endian, and so is every host.</summary>
    public T ReadRaw<T>() where T : unmanaged => MemoryMarshal.Read<T>(Take(Unsafe.SizeOf<T>()));
}
