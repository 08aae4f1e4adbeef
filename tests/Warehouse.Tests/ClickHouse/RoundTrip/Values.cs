using System.Net;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse.RoundTrip;

/// <summary>Random values of what a ClickHouse type can hold.</summary>
internal static class Values
{
    public static Gen<T> Any<T>() => ArbMap.Default.GeneratorFor<T>();

    /// <summary>Numbers of every magnitude: a random count of random bytes, read as a two's complement or unsigned number.</summary>
    public static Gen<BigInteger> Integer(int bytes, bool isUnsigned) =>
        from length in Gen.Choose(0, bytes)
        from digits in Any<byte>().ArrayOf(length)
        select new BigInteger(digits, isUnsigned);

    public static Gen<T> Number<T>(int bytes, bool isUnsigned) where T : INumber<T> => Integer(bytes, isUnsigned).Select(T.CreateChecked);

    public static Gen<decimal> Decimal(int digits, int scale) =>
        from length in Gen.Choose(1, Math.Min(digits, 28))
        from text in Gen.Choose(0, 9).ArrayOf(length)
        from isNegative in Any<bool>()
        select new ClickHouseDecimal(BigInteger.Parse((isNegative ? "-" : "") + string.Concat(text), System.Globalization.CultureInfo.InvariantCulture), scale).ToDecimal();

    /// <summary>Texts of all that text parsers stumble over, in a random order.</summary>
    public static Gen<string> Text() => Gen.Elements(
        "a", "Z", " ", "'", "\"", "\\", "\t", "\n", "\r", "\0", "\b", "\f", "\\N", "NULL", ",", "]", "}", ")", ":", "{p:Int8}", "--", "/*", "%", "&", "+", "=",
        "\u00E9", "\u4E2D\u6587", "\uD83D\uDE00", "\uFEFF", "\u200B", "\u007F", "\u0001", "\uFFFF", "nan").ArrayOf().Select(string.Concat);

    public static Gen<DateOnly> Date(DateOnly first, DateOnly last) => Gen.Choose(first.DayNumber, last.DayNumber).Select(DateOnly.FromDayNumber);

    public static Gen<DateTime> Utc(DateTime first, DateTime last, int scale) =>
        from seconds in Long(Seconds(first), Seconds(last) - 1)
        from ticks in Gen.Choose(0, 9_999_999)
        select DateTime.UnixEpoch.AddSeconds(seconds).AddTicks(ticks / Power(7 - scale) * Power(7 - scale));

    public static Gen<Guid> Id() => Any<byte>().ArrayOf(16).Select(b => new Guid(b));

    public static Gen<IPAddress> Address(int bytes) => Any<byte>().ArrayOf(bytes).Select(b => new IPAddress(b));

    public static Gen<T?> Maybe<T>(this Gen<T> gen) where T : struct => Gen.OneOf(gen.Select(v => (T?)v), Gen.Constant((T?)null));

    public static Gen<string?> Maybe(this Gen<string> gen) => Gen.OneOf(gen.Select(v => (string?)v), Gen.Constant((string?)null));

    public static Gen<object?> Boxed<T>(this Gen<T> gen) => gen.Select(v => (object?)v);

    public static Gen<Dictionary<TKey, TValue>> Map<TKey, TValue>(Gen<TKey> keys, Gen<TValue> values) where TKey : notnull =>
        from names in keys.ArrayOf()
        from items in values.ArrayOf(names.Length)
        select names.Zip(items).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second);

    public static ClickHouseTuple Tuple(params object?[] items) => new(items, new string?[items.Length]);

    private static Gen<long> Long(long first, long last) =>
        Integer(8, isUnsigned: true).Select(n => (long)(first + (n % (last - first + 1))));

    private static long Seconds(DateTime time) => (long)Math.Floor((time - DateTime.UnixEpoch).TotalSeconds);

    private static long Power(int exponent) => (long)Math.Pow(10, exponent);
}
