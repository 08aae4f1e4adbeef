using System.Globalization;
using System.Numerics;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>
/// A decimal of up to 76 digits, exactly as ClickHouse holds it: <paramref name="Mantissa"/> ÷ 10^<paramref name="Scale"/>.
/// Read it by GetFieldValue&lt;ClickHouseDecimal&gt; where <see cref="decimal"/> (28 digits) is too small.
/// </summary>
public readonly record struct ClickHouseDecimal(BigInteger Mantissa, int Scale)
{
    private static readonly BigInteger Largest = new(decimal.MaxValue);

    public static ClickHouseDecimal From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: value < 0, scale: 0));
        return new ClickHouseDecimal(mantissa, (bits[3] >> 16) & 0xFF);
    }

    /// <summary>The same number with another scale, or null when digits would be lost.</summary>
    public ClickHouseDecimal? WithScale(int scale)
    {
        if (scale >= Scale)
            return new ClickHouseDecimal(Mantissa * BigInteger.Pow(10, scale - Scale), scale);
        var quotient = BigInteger.DivRem(Mantissa, BigInteger.Pow(10, Scale - scale), out var rest);
        return rest.IsZero ? new ClickHouseDecimal(quotient, scale) : null;
    }

    /// <summary>The same number as <see cref="decimal"/>; one of more than 28 digits is refused, not rounded.</summary>
    public decimal ToDecimal()
    {
        var (mantissa, scale) = (Mantissa, Scale);
        while (scale > 28 || (BigInteger.Abs(mantissa) > Largest && scale > 0))
        {
            mantissa = BigInteger.DivRem(mantissa, 10, out var rest);
            if (!rest.IsZero)
                break;
            scale--;
        }
        if (scale > 28 || BigInteger.Abs(mantissa) > Largest)
            throw new OverflowException($"{this} does not fit System.Decimal; read it as ClickHouseDecimal.");
        var digits = (decimal)BigInteger.Abs(mantissa);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(digits, bits);
        return new decimal(bits[0], bits[1], bits[2], mantissa.Sign < 0, (byte)scale);
    }

    public override string ToString()
    {
        var digits = BigInteger.Abs(Mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var sign = Mantissa.Sign < 0 ? "-" : "";
        return Scale == 0 ? sign + digits : $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }
}
