using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Ingest.Files;

namespace PrivateDomainBI.Ingest.Tests.Files;

public class CsvFileTests
{
    public static TheoryData<int> Pieces => [1, 2, 3, 7, 4096];

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Send_QuotesBlanksAndLineEnds_CutsAsRfc4180(int piece)
    {
        const string text = "\uFEFFa,b,c\r\n1,\"two, \"\"2\"\"\",3\r\n\r\n\"line\nbreak\", \"x\" ,\n,,\n4,5\n\"\",\"\",\"\"\n6,7,8";
        var rows = await RowReading.CsvAsync(text, piece);
        rows.Select(row => row.ToString()).ShouldBe(
        [
            "2:1|two, \"2\"|3",
            "4:line\nbreak|x|",
            "7:4|5|",
            "8:||",
            "9:6|7|8",
        ]);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Send_BrokenRows_CostOneLineEach(int piece)
    {
        const string text = "a,b\n1,2\nx,\"open\n3,4\n\"q\"z,5\n6,7,8\n9,\"never closed";
        var rows = await RowReading.CsvAsync(text, piece);
        rows.Select(row => row.ToString()).ShouldBe(
        [
            "2:1|2",
            "3!text_after_quote:x,\"open",
            "4:3|4",
            "5!text_after_quote:\"q\"z,5",
            "6!too_many_values:6,7,8",
            "7!unclosed_quote:9,\"never closed",
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    [InlineData("a,b")]
    [InlineData("a,b\r\n")]
    public async Task Send_NothingBelowTheHeader_GivesNoRows(string text) => (await RowReading.CsvAsync(text)).ShouldBeEmpty();

    [Fact]
    public async Task Send_UnclosedQuoteInALargeFile_GoesOnAfterTheLine()
    {
        var text = new StringBuilder("a,b\n1,\"open\n");
        for (var i = 0; i < 200_000; i++)
            text.Append("some,thing\n");
        var rows = await RowReading.CsvAsync(text.ToString());
        rows.Count.ShouldBe(200_001);
        rows[0].Broken.ShouldBe("unclosed_quote");
        rows[^1].ShouldBeEquivalentTo(new SentRow(200_002, "", "", ["some", "thing"]) with { Values = rows[^1].Values });
        rows[^1].Values.ShouldBe(["some", "thing"]);
    }

    [Fact]
    public async Task Send_NotUtf8_NamesTheLine()
    {
        byte[] gbk = [.. "a,b\n1,2\n3,"u8, 0xD6, 0xD0, .. "\n"u8];
        var refused = await Should.ThrowAsync<LoadRefusedException>(() => RowReading.CsvAsync(gbk));
        refused.Message.ShouldStartWith("f.csv:3: not UTF-8");
    }

    [Fact]
    public async Task Open_TwoColumnsOfOneName_IsRefused() =>
        (await Should.ThrowAsync<LoadRefusedException>(() => RowReading.CsvAsync("a,b,a\n"))).Message.ShouldContain("two columns are named 'a'");

    [Fact]
    public async Task Open_OtherDelimiter_SaysSo() =>
        (await Should.ThrowAsync<LoadRefusedException>(() => RowReading.CsvAsync("a;b;c\n1;2;3\n"))).Message.ShouldContain("separated by ';'");

    [Fact]
    public void Send_AnyTable_ComesBackAsItWas() => Prop.ForAll(Tables.ToArbitrary(), WritesAndReads).QuickCheckThrowOnFailure();

    private static Gen<string[][]> Tables =>
        from columns in Gen.Choose(2, 5)
        from rows in Gen.ArrayOf(Gen.ArrayOf(Gen.OneOf(
            Gen.Elements("", " ", "\"", "\"\"", ",", "\n", "\r\n", "a,b", "客户", " x ", "\t", "\uFEFF"),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace("\0", "", StringComparison.Ordinal))), columns))
        select rows;

    private static bool WritesAndReads(string[][] table)
    {
        var text = string.Join("\r\n", table.Select(row => string.Join(',', row.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
        var width = table.Length == 0 ? 1 : table[0].Length;
        var header = string.Join(',', Enumerable.Range(0, width).Select(i => $"c{i}"));
        // A lone surrogate is no text and cannot be written as UTF-8.
        if (text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            return true;
        var rows = RowReading.CsvAsync($"{header}\r\n{text}", piece: 5).GetAwaiter().GetResult();
        return rows.Count == table.Length && rows.Zip(table).All(pair => pair.First.Values.SequenceEqual(pair.Second));
    }
}
