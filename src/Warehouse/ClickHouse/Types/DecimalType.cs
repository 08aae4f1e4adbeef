using System.Globalization;
using System.Numerics;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Decimal(P, S) of 4, 8, 16 or 32 bytes. A value with more decimals than S is refused, never rounded.</summary>
internal sealed class DecimalType(string name, int precision, int scale) : StructType<decimal>(name)
{
    private readonly int _size = precision switch { <= 9 => 4, <= 18 => 8, <= 38 => 16, _ => 32 };

    public override int? FixedSize => _size;

    public override decimal Read(ref RowReader reader)
    {
        if (_size > 8 || scale > 28)
            return ReadExact(ref reader).ToDecimal();
        var mantissa = _size == 4 ? reader.ReadRaw<int>() : reader.ReadRaw<long>();
        var digits = mantissa < 0 ? 0UL - (ulong)mantissa : (ulong)mantissa;
        return new decimal((int)digits, (int)(digits >> 32), hi: 0, mantissa < 0, (byte)scale);
    }

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        if (typeof(TTo) != typeof(ClickHouseDecimal))
            return Numbers.TryTo(Read(ref reader), out value);
        value = (TTo)(object)ReadExact(ref reader);
        return true;
    }

    public override void Write(RowWriter writer, decimal value) => WriteExact(writer, ClickHouseDecimal.From(value));

    public override void WriteObject(RowWriter writer, object? value) => WriteExact(writer, ExactFrom(value));

    public override void AppendText(StringBuilder text, decimal value, bool quoted) => text.Append(Fitted(ClickHouseDecimal.From(value)));

    public override void AppendObject(StringBuilder text, object? value, bool quoted) => text.Append(Fitted(ExactFrom(value)));

    public override decimal From(object? value) => ExactFrom(value).ToDecimal();

    private ClickHouseDecimal ReadExact(ref RowReader reader) => new(new BigInteger(reader.Take(_size)), scale);

    private ClickHouseDecimal ExactFrom(object? value) => value switch
    {
        null or DBNull => throw Refuse(value),
        ClickHouseDecimal exact => exact,
        BigInteger whole => new ClickHouseDecimal(whole, 0),
        _ => ClickHouseDecimal.From(Numbers.From<decimal>(value, Name)),
    };

    private void WriteExact(RowWriter writer, ClickHouseDecimal value)
    {
        var mantissa = Fitted(value).Mantissa;
        var bytes = writer.Reserve(_size);
        bytes.Fill(mantissa.Sign < 0 ? (byte)0xFF : (byte)0);
        mantissa.TryWriteBytes(bytes, out _);
    }

    private ClickHouseDecimal Fitted(ClickHouseDecimal value)
    {
        var fitted = value.WithScale(scale)
            ?? throw new OverflowException($"{value} has more decimals than {Name}; round it first.");
        return BigInteger.Abs(fitted.Mantissa) < BigInteger.Pow(10, precision)
            ? fitted
            : throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} does not fit {Name}."));
    }
}
