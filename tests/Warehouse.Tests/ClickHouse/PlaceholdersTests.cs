using PrivateDomainBI.Warehouse.ClickHouse.Sql;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public class PlaceholdersTests
{
    [Fact]
    public void Find_TypedPlaceholders_WithTheirTypes()
    {
        var found = Placeholders.Find("SELECT {a:Int32}, { b : DateTime64(3, 'UTC') }, {a:Int32}, {e:Enum8('}' = 1)}");

        found.ShouldBe(new Dictionary<string, string> { ["a"] = "Int32", ["b"] = "DateTime64(3, 'UTC')", ["e"] = "Enum8('}' = 1)" });
    }

    [Theory]
    [InlineData("SELECT '{a:Int32}'")]
    [InlineData(@"SELECT 'it\'s {a:Int32}'")]
    [InlineData("SELECT 'it''s {a:Int32}'")]
    [InlineData("SELECT 1 -- {a:Int32}\n")]
    [InlineData("SELECT /* {a:Int32} */ 1")]
    [InlineData("SELECT `{a:Int32}`, \"{a:Int32}\"")]
    [InlineData("SELECT $x$ {a:Int32} $x$")]
    [InlineData("SELECT {'a':1, 'b':2}, {gmv}")]
    public void Find_InLiteralsCommentsAndMaps_Nothing(string sql) => Placeholders.Find(sql).ShouldBeEmpty();

    [Fact]
    public void Find_OneNameWithTwoTypes_IsRefused() =>
        Should.Throw<FormatException>(() => Placeholders.Find("{a:Int32} {a:String}")).Message.ShouldContain("{a}");
}
