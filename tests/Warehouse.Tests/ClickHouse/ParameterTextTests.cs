using System.Net;
using PrivateDomainBI.Warehouse.ClickHouse.Sql;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public class ParameterTextTests
{
    [Theory]
    [InlineData("String", "a'b\\c\td\ne\0", @"a\'b\\c\td\ne\0")]
    [InlineData("Array(String)", new[] { "it's", @"\", "" }, @"['it\'s','\\','']")]
    [InlineData("Nullable(String)", null, @"\N")]
    [InlineData("Nullable(String)", @"\N", @"\\N")]
    [InlineData("Float64", double.NegativeInfinity, "-inf")]
    [InlineData("Bool", true, "true")]
    [InlineData("UInt8", 200L, "200")]
    [InlineData("Identifier", "some table", "some table")]
    public void Format_Value_AsClickHouseReadsIt(string type, object? value, string expected) =>
        ParameterText.Format("p", type, value).ShouldBe(expected);

    [Fact]
    public void Format_Nested_QuotesInside()
    {
        ParameterText.Format("p", "Array(Nullable(Int32))", new int?[] { 1, null }).ShouldBe("[1,NULL]");
        ParameterText.Format("p", "Map(String, Date)", new Dictionary<string, DateOnly> { ["k"] = new(2026, 2, 1), ["l"] = new(2026, 2, 2) })
            .ShouldBe("{'k':'2026-02-01','l':'2026-02-02'}");
        ParameterText.Format("p", "Tuple(IPv4, String)", (IPAddress.Loopback, "x")).ShouldBe("('127.0.0.1','x')");
    }

    [Fact]
    public void Format_Instant_DoesNotDependOnAnyServersZone()
    {
        var instant = new DateTimeOffset(2026, 2, 1, 8, 0, 0, 250, TimeSpan.FromHours(8));

        ParameterText.Format("p", "DateTime64(3)", instant).ShouldBe("1769904000.250");
        ParameterText.Format("p", "DateTime('Asia/Shanghai')", new DateTime(2026, 2, 1, 8, 0, 0)).ShouldBe("1769904000");
        ParameterText.Format("p", "DateTime", new DateTime(1970, 1, 1, 0, 0, 5, DateTimeKind.Utc)).ShouldBe("0000000005");
    }

    [Theory]
    [InlineData("Int32", null, "NULL")]
    [InlineData("UInt8", 256, "does not fit")]
    [InlineData("Int32", 1.5, "does not fit")]
    [InlineData("Int32", "1", "String")]
    [InlineData("Decimal(9, 2)", 1.005, "more decimals")]
    [InlineData("Enum8('a' = 1)", "b", "not a member")]
    [InlineData("Whatever(3)", 1, "Whatever")]
    public void Format_WhatWouldLoseSomething_IsRefusedAndNamed(string type, object? value, string says)
    {
        var message = Should.Throw<InvalidCastException>(() => ParameterText.Format("p", type, value)).Message;

        message.ShouldContain(says);
        message.ShouldContain($"{{p:{type}}}");
    }
}
