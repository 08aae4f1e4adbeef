using PrivateDomainBI.Warehouse.ClickHouse.Types;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public class TypeParserTests
{
    [Fact]
    public void Parse_NestedType_KeepsFieldsAndLiterals()
    {
        var node = TypeParser.Parse("Tuple(\n    a Int32,\n    `b c` Map(String, DateTime64(3, 'Asia/Shanghai')))");

        node.Arguments.Select(a => (a.Field, a.Name)).ShouldBe([("a", "Int32"), ("b c", "Map")]);
        node.Arguments[1].Arguments[1].Arguments.Select(a => a.Name).ShouldBe(["3", "Asia/Shanghai"]);
    }

    [Fact]
    public void Parse_EnumNames_AreUnescaped()
    {
        var node = TypeParser.Parse(@"Enum8('it\'s' = -1, 'a)b, c' = 2, 'back\\slash' = 3)");

        node.Arguments.Select(a => (a.Name, a.EnumNumber)).ShouldBe([("it's", -1L), ("a)b, c", 2L), (@"back\slash", 3L)]);
    }

    [Theory]
    [InlineData("Int8", typeof(sbyte))]
    [InlineData("UInt256", typeof(System.Numerics.BigInteger))]
    [InlineData("Nullable(DateTime64(3, 'UTC'))", typeof(DateTime))]
    [InlineData("LowCardinality(Nullable(String))", typeof(string))]
    [InlineData("Array(Nullable(Int32))", typeof(int?[]))]
    [InlineData("Map(LowCardinality(String), Array(Date))", typeof(Dictionary<string, DateOnly[]>))]
    [InlineData("SimpleAggregateFunction(groupArrayArray(3), Array(String))", typeof(string[]))]
    [InlineData("Nested(a UInt8, b String)", typeof(PrivateDomainBI.Warehouse.ClickHouse.ClickHouseTuple[]))]
    [InlineData("Decimal(18, 4)", typeof(decimal))]
    [InlineData("IntervalDay", typeof(long))]
    public void Get_KnownType_HasItsClrType(string name, Type expected) => TypeCatalog.Get(name).ClrType.ShouldBe(expected);

    [Fact]
    public void Get_UnknownType_IsRefusedByName() =>
        Should.Throw<NotSupportedException>(() => TypeCatalog.Get("Array(AggregateFunction(quantiles(0.5, 0.9), Float64))"))
            .Message.ShouldContain("AggregateFunction");

    [Theory]
    [InlineData("")]
    [InlineData("Array(")]
    [InlineData("Array(Int8))")]
    [InlineData("Enum8('a = 1)")]
    [InlineData("FixedString()")]
    public void Get_BrokenName_IsAFormatError(string name) => Should.Throw<FormatException>(() => TypeCatalog.Get(name));

    [Fact]
    public void Parse_EndlessNesting_IsRefusedBeforeTheStackIsGone() =>
        Should.Throw<FormatException>(() => TypeParser.Parse(string.Concat(Enumerable.Repeat("Array(", 100_000))));
}
