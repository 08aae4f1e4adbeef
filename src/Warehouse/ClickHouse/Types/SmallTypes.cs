using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

internal sealed class BoolType() : StructType<bool>("Bool")
{
    public override int? FixedSize => 1;

    public override bool Read(ref RowReader reader) => reader.ReadByte() != 0;

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value) => Numbers.TryTo(reader.ReadByte(), out value);

    public override void Write(RowWriter writer, bool value) => writer.WriteByte(value ? (byte)1 : (byte)0);

    public override void AppendText(StringBuilder text, bool value, bool quoted) => text.Append(value ? "true" : "false");

    public override bool From(object? value) => value is bool flag ? flag : throw Refuse(value);
}

/// <summary>UUID: two little-endian halves, the higher first.</summary>
internal sealed class UuidType() : StructType<Guid>("UUID")
{
    public override int? FixedSize => 16;

    public override Guid Read(ref RowReader reader)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, reader.ReadRaw<ulong>());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], reader.ReadRaw<ulong>());
        return new Guid(bytes, bigEndian: true);
    }

    public override void Write(RowWriter writer, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        writer.WriteRaw(BinaryPrimitives.ReadUInt64BigEndian(bytes));
        writer.WriteRaw(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    public override void AppendText(StringBuilder text, Guid value, bool quoted) => TextEscape.AppendPlain(text, value.ToString("D"), quoted);

    public override Guid From(object? value) => value switch
    {
        Guid id => id,
        string text => Guid.Parse(text),
        _ => throw Refuse(value),
    };
}

/// <summary>IPv4: a number in little-endian order.</summary>
internal sealed class IPv4Type() : ClassType<IPAddress>("IPv4")
{
    public override int? FixedSize => 4;

    public override IPAddress Read(ref RowReader reader)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, reader.ReadRaw<uint>());
        return new IPAddress(bytes);
    }

    public override void Write(RowWriter writer, IPAddress value)
    {
        Span<byte> bytes = stackalloc byte[4];
        value.TryWriteBytes(bytes, out _);
        writer.WriteRaw(BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }

    public override void AppendText(StringBuilder text, IPAddress value, bool quoted) => TextEscape.AppendPlain(text, value.ToString(), quoted);

    public override IPAddress From(object? value)
    {
        var address = value as IPAddress ?? (value is string text ? IPAddress.Parse(text) : throw Refuse(value));
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork ? address : throw new InvalidCastException($"{address} is not an IPv4 address.");
    }
}

/// <summary>IPv6: sixteen bytes in network order; an IPv4 address is stored as ::ffff:a.b.c.d.</summary>
internal sealed class IPv6Type() : ClassType<IPAddress>("IPv6")
{
    public override int? FixedSize => 16;

    public override IPAddress Read(ref RowReader reader) => new(reader.Take(16));

    public override void Write(RowWriter writer, IPAddress value) => value.TryWriteBytes(writer.Reserve(16), out _);

    public override void AppendText(StringBuilder text, IPAddress value, bool quoted) =>
        TextEscape.AppendPlain(text, new IPAddress(value.GetAddressBytes()).ToString(), quoted);

    public override IPAddress From(object? value)
    {
        var address = value as IPAddress ?? (value is string text ? IPAddress.Parse(text) : throw Refuse(value));
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? address : address.MapToIPv6();
    }
}

/// <summary>Nothing: the type of NULL and of the elements of []. It has no values.</summary>
internal sealed class NothingType() : ClassType<object>("Nothing")
{
    public override int? FixedSize => 0;

    public override object Read(ref RowReader reader) => DBNull.Value;

    public override void Write(RowWriter writer, object value) => throw Refuse(value);

    public override void AppendText(StringBuilder text, object value, bool quoted) => throw Refuse(value);

    public override object From(object? value) => throw Refuse(value);
}
