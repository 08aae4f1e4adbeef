using System.Diagnostics;
using System.Text;
using PrivateDomainBI.Web.Reports;
using PrivateDomainBI.Web.Reports.Printing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace PrivateDomainBI.Web.Tests.Reports.Printing;

public sealed class PdfPrinterTests(PrintedPages pages) : IClassFixture<PrintedPages>
{
    private const string Heading = "<h1>私域经营周报</h1><p>净销售额 ¥128.4万，首日留存 91.2%</p>";

    [Fact]
    public async Task Print_ChineseText_IsRealTextInEmbeddedTrueType()
    {
        var printed = await pages.Shared.PrintAsync(pages.Page(Heading), CancellationToken.None);

        using var pdf = PdfDocument.Open(printed.Bytes);
        pdf.GetPage(1).Text.ShouldContain("净销售额");
        var fonts = Fonts(pdf).ToList();
        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(font => font == "Type0" || font == "CIDFontType2");
        Encoding.Latin1.GetString(printed.Bytes).ShouldContain("/FontFile2");
    }

    [Fact]
    public async Task Print_Anything_IsA4AndNamesItself()
    {
        var printed = await pages.Shared.PrintAsync(pages.Page(Heading), CancellationToken.None);

        using var pdf = PdfDocument.Open(printed.Bytes);
        pdf.GetPage(1).Width.ShouldBe(595, 1);
        pdf.GetPage(1).Height.ShouldBe(842, 1);
        pdf.Information.Title.ShouldBe("私域经营周报 2026-W46");
        pdf.Information.Author.ShouldBe("北风茶业");
        pdf.Information.CreationDate.ShouldBe("D:20261116000000+00'00'");
    }

    [Fact]
    public async Task Print_SamePageTwice_GivesSameBytes()
    {
        var table = string.Concat(Enumerable.Range(0, 60).Select(n => $"<tr><td>员工{n}</td><td>{n}</td></tr>"));
        var page = pages.Page($"{Heading}<table><thead><tr><th>员工</th><th>客户</th></tr></thead><tbody>{table}</tbody></table>");
        await using var another = pages.Printer(new ReportsOptions());

        var first = await pages.Shared.PrintAsync(page, CancellationToken.None);
        await pages.Shared.PrintAsync(pages.Page("<p>something between</p>"), CancellationToken.None);
        // Chromium numbers elements in one order or another, by chance: one print in four or so.
        for (var print = 0; print < 12; print++)
            (await pages.Shared.PrintAsync(page, CancellationToken.None)).Bytes.AsSpan().SequenceEqual(first.Bytes).ShouldBeTrue($"print {print}");
        (await another.PrintAsync(page, CancellationToken.None)).Bytes.AsSpan().SequenceEqual(first.Bytes).ShouldBeTrue("another browser");
        first.Pages.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("", "blank")]
    [InlineData("<div style='height:100px;background:#eee'></div>", "blank")]
    [InlineData("<p>一</p><div style='break-before:page;height:10px;background:#eee'></div>", "Page 2")]
    public async Task Print_BlankPage_IsRefused(string body, string expected)
    {
        var refused = await Should.ThrowAsync<PrintFailedException>(() => pages.Shared.PrintAsync(pages.Page(body), CancellationToken.None));

        refused.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task Print_MissingText_IsRefused()
    {
        var page = pages.Page(Heading) with { MustContain = ["私域经营周报", "口径说明"] };

        var refused = await Should.ThrowAsync<PrintFailedException>(() => pages.Shared.PrintAsync(page, CancellationToken.None));

        refused.Message.ShouldContain("口径说明");
    }

    [Fact]
    public async Task Print_TooFewPages_IsRefused()
    {
        var page = pages.Page(Heading) with { MinPages = 4 };

        var refused = await Should.ThrowAsync<PrintFailedException>(() => pages.Shared.PrintAsync(page, CancellationToken.None));

        refused.Message.ShouldContain("1 of at least 4 pages");
    }

    [Fact]
    public async Task Print_ChartNotDrawn_IsRefused()
    {
        const string Drawn = "<div data-chart><svg width='100' height='50'><path d='M0 0L9 9'/><text y='20'>周</text></svg></div>";
        const string Empty = "<div data-chart><svg width='100' height='50'></svg></div>";

        var whole = await pages.Shared.PrintAsync(pages.Page(Heading + Drawn + Drawn) with { Charts = 2 }, CancellationToken.None);
        var refused = await Should.ThrowAsync<PrintFailedException>(
            () => pages.Shared.PrintAsync(pages.Page(Heading + Drawn + Empty) with { Charts = 2 }, CancellationToken.None));

        whole.Pages.ShouldBe(1);
        refused.Message.ShouldContain("1 of 2 charts");
    }

    [Theory]
    [InlineData("<script>throw new Error('no such series')</script>", "no such series")]
    [InlineData("<img src='/nowhere.png'>", "404")]
    public async Task Print_BrokenPage_IsRefusedWithItsFault(string fault, string expected)
    {
        var refused = await Should.ThrowAsync<PrintFailedException>(() => pages.Shared.PrintAsync(pages.Page(Heading + fault), CancellationToken.None));

        refused.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task Print_PageThatIsNotThere_IsRefusedAtOnce()
    {
        var page = pages.Page(Heading);
        var missing = page with { Page = new Uri(page.Page, "/nowhere") };

        var refused = await Should.ThrowAsync<PrintFailedException>(() => pages.Shared.PrintAsync(missing, CancellationToken.None));

        refused.Message.ShouldContain("/nowhere answered 404");
    }

    [Fact]
    public async Task Print_PageThatReportsAnError_IsRefusedWithIt()
    {
        var refused = await Should.ThrowAsync<PrintFailedException>(
            () => pages.Shared.PrintAsync(pages.Page(Heading, "data-error='the engine is away'"), CancellationToken.None));

        refused.Message.ShouldContain("the engine is away");
    }

    [Fact]
    public async Task Print_PageThatIsNeverReady_EndsAtTheDeadlineAndSaysWhatItWaitedFor()
    {
        await using var printer = pages.Printer(new ReportsOptions { DeadlineSeconds = 2 });
        var watch = Stopwatch.StartNew();

        var refused = await Should.ThrowAsync<PrintFailedException>(
            () => printer.PrintAsync(pages.Page(Heading, "data-waiting='chart 3'"), CancellationToken.None));

        refused.Message.ShouldContain("not ready within 2 s");
        refused.Message.ShouldContain("chart 3");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        (await printer.PrintAsync(pages.Page(Heading), CancellationToken.None)).Pages.ShouldBe(1);
    }

    [Fact]
    public async Task Print_BrowserKilled_StartsAnother()
    {
        await pages.Shared.PrintAsync(pages.Page(Heading), CancellationToken.None);
        foreach (var process in Browsers())
            process.Kill();

        var printed = await pages.Shared.PrintAsync(pages.Page(Heading), CancellationToken.None);

        printed.Pages.ShouldBe(1);
    }

    [Fact]
    public async Task Print_ManyTimes_ReplacesTheBrowser()
    {
        await using var printer = pages.Printer(new ReportsOptions { RestartAfterPrints = 2 });
        var before = BrowserIds();
        await printer.PrintAsync(pages.Page(Heading), CancellationToken.None);
        var first = BrowserIds().Except(before).Min();
        await printer.PrintAsync(pages.Page(Heading), CancellationToken.None);
        var second = BrowserIds().Except(before).Min();
        await printer.PrintAsync(pages.Page(Heading), CancellationToken.None);
        var third = BrowserIds().Except(before).Min();

        second.ShouldBe(first);
        third.ShouldNotBe(first);
    }

    private List<Process> Browsers() =>
        [.. Process.GetProcessesByName("chromium").Where(process => process.MainModule?.FileName.StartsWith(pages.ChromiumFolder, StringComparison.Ordinal) == true)];

    private List<int> BrowserIds() => [.. Browsers().Select(process => process.Id)];

    private static IEnumerable<string> Fonts(PdfDocument pdf) =>
        from reference in pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys
        let token = pdf.Structure.GetObject(reference)?.Data as DictionaryToken
        where token is not null && token.TryGet(NameToken.Type, out NameToken type) && type.Data == "Font"
        select token.TryGet(NameToken.Subtype, out NameToken subtype) ? subtype.Data : "none";
}
