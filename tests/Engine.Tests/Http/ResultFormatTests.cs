using System.Text;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

/// <summary>A result that the engine hands over in many chunks reads like one.</summary>
public sealed class ResultFormatTests(TestEngine engine)
{
    private const string ManyChunks = "SELECT number AS a FROM numbers(5) SETTINGS max_block_size = 2 FORMAT ";

    [Theory]
    [InlineData("CSVWithNames", "\"a\"\n0\n1\n2\n3\n4\n")]
    [InlineData("TabSeparatedWithNamesAndTypes", "a\nUInt64\n0\n1\n2\n3\n4\n")]
    [InlineData("JSONEachRow", "{\"a\":0}\n{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n{\"a\":4}\n")]
    [InlineData("Values", "(0),(1),(2),(3),(4)")]
    public async Task Select_InManyChunks_NamesItsColumnsOnce(string format, string expected) =>
        (await engine.QueryAsync(ManyChunks + format)).ShouldBe(expected);

    [Fact]
    public async Task Select_BinaryInManyChunks_NamesItsColumnsOnce()
    {
        using var content = new StringContent(ManyChunks + "RowBinaryWithNamesAndTypes");
        using var response = await engine.Client.PostAsync("/", content, CancellationToken.None);
        var bytes = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
        bytes.Length.ShouldBe("\u0001\u0001a\u0006UInt64".Length + (5 * 8));
        Encoding.ASCII.GetString(bytes[..10]).ShouldBe("\u0001\u0001a\u0006UInt64");
    }

    [Fact]
    public async Task Select_DocumentOverManyChunks_IsOneDocument()
    {
        using var document = System.Text.Json.JsonDocument.Parse(await engine.QueryAsync(ManyChunks + "JSON"));
        document.RootElement.GetProperty("data").GetArrayLength().ShouldBe(5);
        document.RootElement.GetProperty("rows").GetInt32().ShouldBe(5);
    }

    // More rows than a block holds: a small result comes in one chunk, whatever max_block_size says.
    [Theory]
    [InlineData("CSVWithNames", "\"a\"", 200_001)]
    [InlineData("TSVWithNamesAndTypes", "UInt64", 200_002)]
    [InlineData("JSONCompactEachRowWithNames", "[\"a\"]", 200_001)]
    public async Task Select_MoreRowsThanABlock_NamesItsColumnsOnce(string format, string head, int lines)
    {
        var text = await engine.QueryAsync($"SELECT number AS a FROM numbers(200000) FORMAT {format}");
        text.Split(head).Length.ShouldBe(2);
        text.Count(c => c == '\n').ShouldBe(lines);
    }

    [Fact]
    public async Task Select_BinaryOfMoreRowsThanABlock_NamesItsColumnsOnce()
    {
        using var content = new StringContent("SELECT number AS a FROM numbers(200000) FORMAT RowBinaryWithNamesAndTypes");
        using var response = await engine.Client.PostAsync("/", content, CancellationToken.None);
        (await response.Content.ReadAsByteArrayAsync(CancellationToken.None)).Length.ShouldBe("\u0001\u0001a\u0006UInt64".Length + (200_000 * 8));
    }

    [Fact]
    public async Task Select_DocumentOfMoreRowsThanABlock_IsOneDocument()
    {
        using var document = System.Text.Json.JsonDocument.Parse(await engine.QueryAsync("SELECT number AS a FROM numbers(200000) FORMAT JSON"));
        document.RootElement.GetProperty("rows").GetInt32().ShouldBe(200_000);
    }
}
