using PrivateDomainBI.Web.Tests.Proofs;
using UglyToad.PdfPig;

namespace PrivateDomainBI.Web.Tests.Reports.Weekly;

// The weekly report as a user makes it, read again as its reader will.
[Collection(DemoServerProofs.Name)]
public sealed class WeeklyReportTests(DemoServer server)
{
    private const double Millimetre = 72 / 25.4;

    [Theory]
    [InlineData("zh", "私域经营周报", "三月复购率")]
    [InlineData("en", "Private-domain weekly report", "3-month repurchase rate")]
    public async Task ReportWeekly_OfTheDemoCompany_IsWholeAndReadable(string language, string title, string metric)
    {
        var (first, words) = await MakeAsync(language);
        using (var pdf = PdfDocument.Open(first))
        {
            pdf.NumberOfPages.ShouldBeInRange(5, 6);
            pdf.GetPage(1).Text.Replace(" ", "", StringComparison.Ordinal).ShouldContain(title.Replace(" ", "", StringComparison.Ordinal));
            foreach (var page in pdf.GetPages())
            {
                page.Letters.Max(letter => letter.BoundingBox.Right).ShouldBeLessThanOrEqualTo(page.Width - (15 * Millimetre), $"page {page.Number} is cut off at the right: {words}");
                page.Letters.Min(letter => letter.BoundingBox.Left).ShouldBeGreaterThanOrEqualTo(15 * Millimetre, $"page {page.Number}");
            }

            string.Concat(pdf.GetPages().Select(page => page.Text)).Replace(" ", "", StringComparison.Ordinal).ShouldContain(metric.Replace(" ", "", StringComparison.Ordinal));
        }

        var (again, _) = await MakeAsync(language);
        again.AsSpan().SequenceEqual(first).ShouldBeTrue("the same numbers give the same bytes");
    }

    private async Task<(byte[] Pdf, string Words)> MakeAsync(string language)
    {
        var file = Path.Combine(server.DataDirectory, $"week.{language}.pdf");
        await using var report = ProductProcess.Start("report", "weekly", "--data", server.DataDirectory, "--lang", language, "--out", file);
        var (status, words) = await report.EndAsync();
        status.ShouldBe(0, words);
        return (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), words);
    }
}
