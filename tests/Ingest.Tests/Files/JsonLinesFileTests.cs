using PrivateDomainBI.Ingest.Files;

namespace PrivateDomainBI.Ingest.Tests.Files;

public class JsonLinesFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    public async Task Send_Lines_KeepsNumbersAndSkipsBlanks(int piece)
    {
        var rows = await RowReading.JsonAsync("\uFEFF{\"a\":1}\r\n\n  \n{\"b\":\"x\"}  \nnot json", piece);
        rows.Select(row => (row.Line, row.Raw)).ShouldBe([(1UL, "{\"a\":1}"), (4UL, "{\"b\":\"x\"}"), (5UL, "not json")]);
    }

    [Fact]
    public async Task Open_Array_SaysWhatIsExpected() =>
        (await Should.ThrowAsync<LoadRefusedException>(() => RowReading.JsonAsync("[\n{\"a\":1}]"))).Message.ShouldContain("one object a line");
}
