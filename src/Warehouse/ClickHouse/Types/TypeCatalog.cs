using System.Collections.Concurrent;
using System.Globalization;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>From a type's name to what reads and writes it. A type that is not known is refused by name.</summary>
internal static class TypeCatalog
{
    private static readonly ConcurrentDictionary<string, ColumnType> Known = new(StringComparer.Ordinal);

    public static ColumnType Get(string typeName) => Known.GetOrAdd(typeName, static name => Build(TypeParser.Parse(name)));

    private static ColumnType Build(TypeNode node)
    {
        var name = node.Name;
        var count = node.Arguments.Count;
        return name switch
        {
            "Int8" => new NumberType<sbyte>(name),
            "UInt8" => new NumberType<byte>(name),
            "Int16" => new NumberType<short>(name),
            "UInt16" => new NumberType<ushort>(name),
            "Int32" => new NumberType<int>(name),
            "UInt32" => new NumberType<uint>(name),
            "Int64" => new NumberType<long>(name),
            "UInt64" => new NumberType<ulong>(name),
            "Int128" => new BigIntegerType(name, size: 16, isUnsigned: false),
            "UInt128" => new BigIntegerType(name, size: 16, isUnsigned: true),
            "Int256" => new BigIntegerType(name, size: 32, isUnsigned: false),
            "UInt256" => new BigIntegerType(name, size: 32, isUnsigned: true),
            "Float32" => new NumberType<float>(name),
            "Float64" => new NumberType<double>(name),
            "BFloat16" => new BFloat16Type(),
            "Decimal" => Decimal(count > 0 ? Number(node, 0) : 10, count > 1 ? Number(node, 1) : 0),
            "Decimal32" => Decimal(9, Number(node, 0)),
            "Decimal64" => Decimal(18, Number(node, 0)),
            "Decimal128" => Decimal(38, Number(node, 0)),
            "Decimal256" => Decimal(76, Number(node, 0)),
            "Date" => new DateType<ushort>(name, new DateOnly(1970, 1, 1), new DateOnly(2149, 6, 6)),
            "Date32" => new DateType<int>(name, new DateOnly(1900, 1, 1), new DateOnly(2299, 12, 31)),
            "DateTime" => DateTime(node),
            "DateTime64" => DateTime64(count > 0 ? Number(node, 0) : 3, Zone(node, 1)),
            "Time" => new TimeType(name, scale: null),
            "Time64" => Time64(count > 0 ? Number(node, 0) : 3),
            "String" => new StringType(),
            "FixedString" => FixedString(Number(node, 0)),
            "UUID" => new UuidType(),
            "Bool" => new BoolType(),
            "IPv4" => new IPv4Type(),
            "IPv6" => new IPv6Type(),
            "Nothing" => new NothingType(),
            "Enum8" => new EnumType<sbyte>(node.Source, Members<sbyte>(node)),
            "Enum16" => new EnumType<short>(node.Source, Members<short>(node)),
            "Nullable" when count == 1 => Build(node.Arguments[0]).MakeNullable(),
            "LowCardinality" when count == 1 => Build(node.Arguments[0]),
            "SimpleAggregateFunction" when count >= 2 => Build(node.Arguments[^1]),
            "Array" when count == 1 => Build(node.Arguments[0]).MakeArray(),
            "Map" when count == 2 => Build(node.Arguments[0]).MakeMap(Build(node.Arguments[1])),
            "Tuple" => Tuple(node),
            "Nested" => Tuple(node).MakeArray(),
            _ when name.StartsWith("Interval", StringComparison.Ordinal) => new NumberType<long>(name),
            _ => throw new NotSupportedException($"ClickHouse type {name} is not supported (in '{node.Source}'); cast it in SQL, for example toString(…)."),
        };
    }

    private static DecimalType Decimal(int precision, int scale) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Decimal({precision}, {scale})"), precision, scale);

    private static DateTimeType DateTime(TypeNode node)
    {
        var zone = Zone(node, 0);
        return new DateTimeType(zone is null ? "DateTime" : $"DateTime('{zone.Id}')", zone);
    }

    private static DateTime64Type DateTime64(int scale, TimeZoneInfo? zone) =>
        new(zone is null ? $"DateTime64({scale})" : $"DateTime64({scale}, '{zone.Id}')", scale, zone);

    private static TimeType Time64(int scale) => new($"Time64({scale})", scale);

    private static FixedStringType FixedString(int length) => new($"FixedString({length})", length);

    private static TupleType Tuple(TypeNode node) => new(
        node.Source,
        [.. node.Arguments.Select(a => Build(a))],
        [.. node.Arguments.Select(a => a.Field)]);

    private static Dictionary<string, TNumber> Members<TNumber>(TypeNode node) where TNumber : System.Numerics.INumber<TNumber> =>
        node.Arguments.ToDictionary(a => a.Name, a => TNumber.CreateChecked(a.EnumNumber
            ?? throw new NotSupportedException($"{node.Name} member '{a.Name}' needs its number: '{a.Name}' = 1.")));

    private static TimeZoneInfo? Zone(TypeNode node, int index) =>
        node.Arguments.Count > index ? TimeZoneInfo.FindSystemTimeZoneById(node.Arguments[index].Name) : null;

    private static int Number(TypeNode node, int index) =>
        node.Arguments.Count > index && int.TryParse(node.Arguments[index].Name, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{node.Name} needs a number (in '{node.Source}').");
}
