using System.Net;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Warehouse.ClickHouse;
using static PrivateDomainBI.Warehouse.Tests.ClickHouse.RoundTrip.Values;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse.RoundTrip;

/// <summary>One type with random values, and those at its edges.</summary>
internal sealed record TypeCase(string Type, Gen<object?> Random, params object?[] Edges);

internal static class TypeCases
{
    private static readonly BigInteger Max256 = BigInteger.Pow(2, 255) - 1;
    private static readonly DateTime Year1900 = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Year2299 = new(2299, 12, 31, 23, 59, 59, DateTimeKind.Utc);
    private static readonly DateTime Year2106 = DateTime.UnixEpoch.AddSeconds(uint.MaxValue);

    public static IReadOnlyDictionary<string, TypeCase> All { get; } = Numbers().Concat(Times()).Concat(Texts()).Concat(Compounds()).ToDictionary(c => c.Type);

    private static IEnumerable<TypeCase> Numbers() =>
    [
        new("Int8", Number<sbyte>(1, isUnsigned: false).Boxed(), sbyte.MinValue, sbyte.MaxValue),
        new("UInt8", Number<byte>(1, isUnsigned: true).Boxed(), byte.MinValue, byte.MaxValue),
        new("Int16", Number<short>(2, isUnsigned: false).Boxed(), short.MinValue, short.MaxValue),
        new("UInt16", Number<ushort>(2, isUnsigned: true).Boxed(), ushort.MinValue, ushort.MaxValue),
        new("Int32", Number<int>(4, isUnsigned: false).Boxed(), int.MinValue, int.MaxValue),
        new("UInt32", Number<uint>(4, isUnsigned: true).Boxed(), uint.MinValue, uint.MaxValue),
        new("Int64", Number<long>(8, isUnsigned: false).Boxed(), long.MinValue, long.MaxValue),
        new("UInt64", Number<ulong>(8, isUnsigned: true).Boxed(), ulong.MinValue, ulong.MaxValue),
        new("Int128", Integer(16, isUnsigned: false).Boxed(), (BigInteger)Int128.MinValue, (BigInteger)Int128.MaxValue),
        new("UInt128", Integer(16, isUnsigned: true).Boxed(), BigInteger.Zero, (BigInteger)UInt128.MaxValue),
        new("Int256", Integer(32, isUnsigned: false).Boxed(), -Max256 - 1, Max256),
        new("UInt256", Integer(32, isUnsigned: true).Boxed(), BigInteger.Zero, (Max256 * 2) + 1),
        new("Float32", Number<uint>(4, isUnsigned: true).Select(BitConverter.UInt32BitsToSingle).Boxed(),
            float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, float.Epsilon, float.MinValue, float.MaxValue),
        new("Float64", Number<ulong>(8, isUnsigned: true).Select(BitConverter.UInt64BitsToDouble).Boxed(),
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0d, double.Epsilon, double.MinValue, double.MaxValue),
        new("BFloat16", Number<ushort>(2, isUnsigned: true).Select(b => BitConverter.UInt32BitsToSingle((uint)b << 16)).Boxed(), float.NaN, -0f, 1.5f),
        new("Decimal(9, 4)", Decimal(9, 4).Boxed(), 99999.9999m, -99999.9999m, 0.0000m),
        new("Decimal(18, 2)", Decimal(18, 2).Boxed(), 9999999999999999.99m, -9999999999999999.99m),
        new("Decimal(38, 10)", Decimal(28, 10).Boxed(), 123456789012345678.0123456789m),
        new("Decimal(76, 20)", Decimal(28, 20).Boxed(), -12345678.01234567890123456789m),
        new("Bool", Any<bool>().Boxed(), true, false),
        new("IntervalDay", Number<long>(8, isUnsigned: false).Boxed(), 1L),
    ];

    private static IEnumerable<TypeCase> Times() =>
    [
        new("Date", Date(new(1970, 1, 1), new(2149, 6, 6)).Boxed(), new DateOnly(1970, 1, 1), new DateOnly(2149, 6, 6)),
        new("Date32", Date(new(1900, 1, 1), new(2299, 12, 31)).Boxed(), new DateOnly(1900, 1, 1), new DateOnly(2299, 12, 31)),
        new("DateTime", Utc(DateTime.UnixEpoch, Year2106, 0).Boxed(), DateTime.UnixEpoch, DateTime.UnixEpoch.AddSeconds(1), Year2106),
        new("DateTime('UTC')", Utc(DateTime.UnixEpoch, Year2106, 0).Boxed(), DateTime.UnixEpoch, Year2106),
        new("DateTime('Asia/Shanghai')", Utc(Year1900.AddYears(100), Year2106.AddDays(-1), 0).Select(Unzoned).Boxed(), new DateTime(2026, 11, 22, 23, 59, 59)),
        new("DateTime64(0)", Utc(Year1900, Year2299, 0).Boxed(), Year1900, Year2299, DateTime.UnixEpoch),
        new("DateTime64(3)", Utc(Year1900, Year2299, 3).Where(t => t < DateTime.UnixEpoch.AddSeconds(-1) || t >= DateTime.UnixEpoch).Boxed(), Year1900, Year2299.AddMilliseconds(999), DateTime.UnixEpoch, DateTime.UnixEpoch.AddMilliseconds(1)),
        new("DateTime64(3, 'UTC')", Utc(Year1900, Year2299, 3).Boxed(), DateTime.UnixEpoch.AddMilliseconds(-1), DateTime.UnixEpoch.AddMilliseconds(-999)),
        new("DateTime64(6, 'Asia/Shanghai')", Utc(Year1900.AddYears(100), Year2299, 6).Select(Unzoned).Boxed(), new DateTime(2026, 11, 22, 23, 59, 59).AddMicroseconds(999999)),
        new("DateTime64(9, 'UTC')", Utc(Year1900, new DateTime(2262, 1, 1, 0, 0, 0, DateTimeKind.Utc), 7).Boxed(), DateTime.UnixEpoch.AddTicks(-1)),
        new("Time", Gen.Choose(-3599999, 3599999).Select(s => TimeSpan.FromSeconds(s)).Boxed(), TimeSpan.Zero),
        new("Time64(3)", Gen.Choose(-2000000000, 2000000000).Select(ms => TimeSpan.FromMilliseconds(ms)).Boxed(), TimeSpan.FromMilliseconds(-1)),
    ];

    private static IEnumerable<TypeCase> Texts() =>
    [
        new("String", Text().Boxed(), "", "\0", @"\N", "\uFEFFbom", new string('x', 100_000)),
        new("FixedString(8)", Gen.Elements("a", "'", "\\", "\0", "\n", "\t").ArrayOf(8).Select(string.Concat).Boxed(), "\0\0\0\0\0\0\0\0", "\u4E2D\u6587ab"),
        new("LowCardinality(String)", Text().Boxed(), ""),
        new("LowCardinality(Nullable(String))", Text().Maybe().Boxed(), null, "", @"\N"),
        new("SimpleAggregateFunction(anyLast, String)", Text().Boxed(), "", "x"),
        new("UUID", Id().Boxed(), Guid.Empty, Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")),
        new("IPv4", Address(4).Boxed(), IPAddress.Any, IPAddress.Broadcast),
        new("IPv6", Address(16).Boxed(), IPAddress.IPv6Any, IPAddress.IPv6Loopback, IPAddress.Parse("10.0.0.1").MapToIPv6(), IPAddress.Parse("fe80::1")),
        new(@"Enum8('a' = -128, 'it\'s' = 0, 'b\\c' = 127)", Gen.Elements("a", "it's", @"b\c").Boxed(), "a"),
        new("Enum16('\u4E2D' = -32768, '' = 32767)", Gen.Elements("\u4E2D", "").Boxed(), ""),
    ];

    private static IEnumerable<TypeCase> Compounds() =>
    [
        new("Nullable(Int32)", Any<int>().Maybe().Boxed(), null, 0),
        new("Nullable(String)", Text().Maybe().Boxed(), null, "", @"\N", "NULL"),
        new("Nullable(Decimal(18, 4))", Decimal(18, 4).Maybe().Boxed(), null, 0.0000m),
        new("Nullable(DateTime64(3, 'UTC'))", Utc(Year1900, Year2299, 3).Maybe().Boxed(), null, DateTime.UnixEpoch),
        new("Nullable(Date)", Date(new(1970, 1, 1), new(2149, 6, 6)).Maybe().Boxed(), null, new DateOnly(2149, 6, 6)),
        new("Nullable(UUID)", Id().Maybe().Boxed(), null, Guid.Empty),
        new("Array(String)", Text().ArrayOf().Boxed(), Array.Empty<string>(), new[] { "" }, new[] { "it's", @"\", "\t\n\0" }),
        new("Array(Int64)", Number<long>(8, isUnsigned: false).ArrayOf().Boxed(), Array.Empty<long>(), new[] { long.MinValue, long.MaxValue }),
        new("Array(Float64)", Any<double>().ArrayOf().Boxed(), new[] { double.NaN, -0d, double.NegativeInfinity }),
        new("Array(Nullable(Decimal(9, 2)))", Decimal(9, 2).Maybe().ArrayOf().Boxed(), new decimal?[] { null, 1.50m }),
        new("Array(Nullable(String))", Text().Maybe().ArrayOf().Boxed(), Array.Empty<string?>(), new string?[] { null, "NULL", "" }),
        new("Array(LowCardinality(Nullable(String)))", Text().Maybe().ArrayOf().Boxed(), Array.Empty<string?>(), new string?[] { null, "" }),
        new("Array(Array(String))", Text().ArrayOf().ArrayOf().Boxed(), Array.Empty<string[]>(), new[] { Array.Empty<string>() }),
        new("Array(DateTime64(3, 'UTC'))", Utc(Year1900, Year2299, 3).ArrayOf().Boxed(), new[] { DateTime.UnixEpoch, DateTime.UnixEpoch.AddMilliseconds(-5) }),
        new("Array(Date32)", Date(new(1900, 1, 1), new(2299, 12, 31)).ArrayOf().Boxed(), new[] { new DateOnly(1900, 1, 1) }),
        new("Array(UUID)", Id().ArrayOf().Boxed(), new[] { Guid.Empty }),
        new("Array(IPv6)", Address(16).ArrayOf().Boxed(), Array.Empty<IPAddress>(), new[] { IPAddress.IPv6Loopback }),
        new("Array(Bool)", Any<bool>().ArrayOf().Boxed(), new[] { true, false }),
        new("Array(Int256)", Integer(32, isUnsigned: false).ArrayOf().Boxed(), new[] { -Max256 - 1, Max256 }),
        new("Array(Enum8('a' = 1, 'it\\'s' = 2))", Gen.Elements("a", "it's").ArrayOf().Boxed(), Array.Empty<string>(), new[] { "it's" }),
        new("Map(String, String)", Map(Text(), Text()).Boxed(), new Dictionary<string, string>(), new Dictionary<string, string> { ["'"] = "\\" }),
        new("Map(LowCardinality(String), Array(Nullable(Int32)))", Map(Text(), Any<int>().Maybe().ArrayOf()).Boxed(), new Dictionary<string, int?[]> { [""] = [null] }),
        new("Map(Date, Decimal(18, 2))", Map(Date(new(1970, 1, 1), new(2149, 6, 6)), Decimal(18, 2)).Boxed(), new Dictionary<DateOnly, decimal> { [new(2026, 1, 1)] = 1.00m }),
        new("Map(UInt64, Tuple(String, Nullable(Float64)))", Map(Number<ulong>(8, isUnsigned: true), Text().Select(t => Tuple(t, null))).Boxed(), new Dictionary<ulong, ClickHouseTuple> { [1] = Tuple("x", 0.5) }),
        new("Tuple(Int32, String)", Any<int>().Zip(Text(), (a, b) => Tuple(a, b)).Boxed(), Tuple(0, "")),
        new("Tuple(a Nullable(Int32), `b c` Array(Tuple(UUID, Nullable(String))))", Id().Select(g => Tuple(null, new[] { Tuple(g, null) })).Boxed(), Tuple(1, Array.Empty<ClickHouseTuple>())),
        new("Nested(a Int32, b String)", Any<int>().Zip(Text(), (a, b) => Tuple(a, b)).ArrayOf().Boxed(), Array.Empty<ClickHouseTuple>(), new[] { Tuple(1, "x") }),
    ];

    private static DateTime Unzoned(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
}
