using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Int8 … UInt64, Float32, Float64 and the Interval types: a CLR number as it lies in memory.</summary>
internal sealed class NumberType<T>(string name) : StructType<T>(name) where T : unmanaged, INumber<T>
{
    public override int? FixedSize => Unsafe.SizeOf<T>();

    public override T Read(ref RowReader reader) => reader.ReadRaw<T>();

    public override void ReadMany(ref RowReader reader, Span<T> values) =>
        MemoryMarshal.Cast<byte, T>(reader.Take(values.Length * Unsafe.SizeOf<T>())).CopyTo(values);

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value) => Numbers.TryTo(Read(ref reader), out value);

    public override void Write(RowWriter writer, T value) => writer.WriteRaw(value);

    public override void AppendText(StringBuilder text, T value, bool quoted) => NumberText.Append(text, value);

    public override T From(object? value) => value is null or DBNull ? throw Refuse(value) : Numbers.From<T>(value, Name);
}

/// <summary>BFloat16: the upper half of a Float32.</summary>
internal sealed class BFloat16Type() : StructType<float>("BFloat16")
{
    public override int? FixedSize => sizeof(ushort);

    public override float Read(ref RowReader reader) => BitConverter.UInt32BitsToSingle((uint)reader.ReadRaw<ushort>() << 16);

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value) => Numbers.TryTo(Read(ref reader), out value);

    // The lower half is cut off, as ClickHouse does.
    public override void Write(RowWriter writer, float value) => writer.WriteRaw((ushort)(BitConverter.SingleToUInt32Bits(value) >> 16));

    public override void AppendText(StringBuilder text, float value, bool quoted) => NumberText.Append(text, value);

    public override float From(object? value) => value is null or DBNull ? throw Refuse(value) : Numbers.From<float>(value, Name);
}

/// <summary>Int128, Int256 and their unsigned kin.</summary>
internal sealed class BigIntegerType(string name, int size, bool isUnsigned) : StructType<BigInteger>(name)
{
    public override int? FixedSize => size;

    public override BigInteger Read(ref RowReader reader) => new(reader.Take(size), isUnsigned);

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value) => Numbers.TryTo(Read(ref reader), out value);

    public override void Write(RowWriter writer, BigInteger value)
    {
        if (value.GetByteCount(isUnsigned) > size)
            throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} does not fit {Name}."));
        var bytes = writer.Reserve(size);
        bytes.Fill(value.Sign < 0 ? (byte)0xFF : (byte)0);
        value.TryWriteBytes(bytes, out _, isUnsigned);
    }

    public override void AppendText(StringBuilder text, BigInteger value, bool quoted) =>
        text.Append(CultureInfo.InvariantCulture, $"{value}");

    public override BigInteger From(object? value) => value is null or DBNull ? throw Refuse(value) : Numbers.From<BigInteger>(value, Name);
}

internal static class NumberText
{
    public static void Append<T>(StringBuilder text, T value) where T : INumber<T>
    {
        if (T.IsNaN(value))
            text.Append("nan");
        else if (T.IsInfinity(value))
            text.Append(T.IsNegative(value) ? "-inf" : "inf");
        else
            text.Append(CultureInfo.InvariantCulture, $"{value}");
    }
}
