using System.Security.Cryptography;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Reports;
using PrivateDomainBI.Web.Reports.Weekly;

namespace PrivateDomainBI.Web.Pages.Reports;

/// <summary>
/// The weekly report as it is printed: <c>?report=ID</c> draws the frozen numbers of one that was made,
/// <c>?week=2026-W46&amp;lang=zh</c> asks for them now.
/// </summary>
internal sealed class PrintModel(WeeklyReportBuilder builder, ReportFiles files, Reader asking) : PageModel
{
    /// <summary>Lets this page's own style element through its content policy.</summary>
    public string Nonce { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string ReportId { get; private set; } = "";

    public Reader Printed { get; private set; } = asking;

    public WeeklyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? report, string? week, CancellationToken ct)
    {
        var found = report is null ? await AskAsync(week, ct) : await files.ThawAsync(report, ct);
        if (found is null)
            return NotFound();
        if (report is not null)
            Printed = new Reader(ReportFiles.LanguageOf(report), "light");
        ReportId = report ?? "";
        View = new WeeklyView(found, Printed);
        Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{Nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-ancestors 'none'";
        return Page();
    }

    /// <summary>A text as a CSS string.</summary>
    public static IHtmlContent Css(string text) => new HtmlString($"\"{string.Concat(text.Select(Escaped))}\"");

    private static string Escaped(char c) =>
        char.IsLetterOrDigit(c) || c == ' ' ? c.ToString() : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\\{(int)c:x6} ");

    private async Task<WeeklyReport?> AskAsync(string? week, CancellationToken ct) =>
        (week is null ? await builder.LatestWeekAsync(ct) : Format.ParseWeek(week)) is { } monday
            ? await builder.BuildAsync(monday, AccessScope.Company, ct)
            : null;
}
