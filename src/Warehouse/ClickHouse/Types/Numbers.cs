using System.Globalization;
using System.Numerics;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Conversions between CLR numbers that refuse to lose anything but a binary fraction's last digits.</summary>
internal static class Numbers
{
    public static T From<T>(object value, string typeName) where T : INumber<T>
    {
        try
        {
            return value switch
            {
                T same => same,
                sbyte v => T.CreateChecked(v),
                byte v => T.CreateChecked(v),
                short v => T.CreateChecked(v),
                ushort v => T.CreateChecked(v),
                int v => T.CreateChecked(v),
                uint v => T.CreateChecked(v),
                long v => T.CreateChecked(v),
                ulong v => T.CreateChecked(v),
                Int128 v => T.CreateChecked(v),
                UInt128 v => T.CreateChecked(v),
                BigInteger v => T.CreateChecked(v),
                float v => Whole<T, float>(v, typeName),
                double v => Whole<T, double>(v, typeName),
                decimal v => Whole<T, decimal>(v, typeName),
                Enum v => From<T>(Convert.ChangeType(v, Enum.GetUnderlyingType(v.GetType()), CultureInfo.InvariantCulture), typeName),
                _ => throw new InvalidCastException($"A value of {value.GetType().Name} does not stand for {typeName}."),
            };
        }
        catch (OverflowException ex)
        {
            throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} does not fit {typeName}."), ex);
        }
    }

    public static bool TryTo<T, TTo>(T value, out TTo result) where T : INumberBase<T>
    {
        // The comparisons are constant for the compiler, so each instantiation keeps one branch and boxes nothing.
        if (T.IsInteger(value))
        {
            if (typeof(TTo) == typeof(sbyte)) return Cast<T, sbyte, TTo>(value, out result);
            if (typeof(TTo) == typeof(byte)) return Cast<T, byte, TTo>(value, out result);
            if (typeof(TTo) == typeof(short)) return Cast<T, short, TTo>(value, out result);
            if (typeof(TTo) == typeof(ushort)) return Cast<T, ushort, TTo>(value, out result);
            if (typeof(TTo) == typeof(int)) return Cast<T, int, TTo>(value, out result);
            if (typeof(TTo) == typeof(uint)) return Cast<T, uint, TTo>(value, out result);
            if (typeof(TTo) == typeof(long)) return Cast<T, long, TTo>(value, out result);
            if (typeof(TTo) == typeof(ulong)) return Cast<T, ulong, TTo>(value, out result);
            if (typeof(TTo) == typeof(Int128)) return Cast<T, Int128, TTo>(value, out result);
            if (typeof(TTo) == typeof(UInt128)) return Cast<T, UInt128, TTo>(value, out result);
            if (typeof(TTo) == typeof(BigInteger)) return Cast<T, BigInteger, TTo>(value, out result);
        }
        if (typeof(TTo) == typeof(float)) return Cast<T, float, TTo>(value, out result);
        if (typeof(TTo) == typeof(double)) return Cast<T, double, TTo>(value, out result);
        if (typeof(TTo) == typeof(decimal)) return Cast<T, decimal, TTo>(value, out result);
        result = default!;
        return false;
    }

    private static bool Cast<T, TNumber, TTo>(T value, out TTo result) where T : INumberBase<T> where TNumber : INumberBase<TNumber>
    {
        result = (TTo)(object)TNumber.CreateChecked(value);
        return true;
    }

    private static T Whole<T, TFrom>(TFrom value, string typeName) where T : INumber<T> where TFrom : INumber<TFrom>
    {
        var isFractional = typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(decimal);
        if (!isFractional && !TFrom.IsInteger(value))
            throw new OverflowException($"{typeName} holds whole numbers.");
        return T.CreateChecked(value);
    }
}
