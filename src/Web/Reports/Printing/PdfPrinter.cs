using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>
/// Prints one of our own pages to a PDF that was read again and found whole. One print at a time: a report
/// takes a second, and two browsers would take the memory of the engine.
/// </summary>
internal sealed class PdfPrinter : IAsyncDisposable
{
    private readonly WarmBrowser _browser;
    private readonly TimeSpan _deadline;
    private readonly TimeProvider _time;

    public PdfPrinter(ChromiumFinder finder, IOptions<ReportsOptions> options, TimeProvider time, ILogger<PdfPrinter> log)
    {
        _time = time;
        _deadline = TimeSpan.FromSeconds(options.Value.DeadlineSeconds);
        _browser = new WarmBrowser(finder, options.Value, time, log);
    }

    public async Task<PrintedPdf> PrintAsync(PrintRequest request, CancellationToken ct)
    {
        try
        {
            return await _browser.UseAsync(browser => PrintAsync(browser, request, ct), ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new PrintFailedException($"The report was not printed within {_deadline.TotalSeconds * 2:0} s. Try again; if it stays so, raise Reports:DeadlineSeconds.");
        }
        catch (PlaywrightException e)
        {
            throw new PrintFailedException($"The report was not printed: {e.Message.Split('\n', 2)[0]}", e);
        }
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private async Task<PrintedPdf> PrintAsync(IBrowser browser, PrintRequest request, CancellationToken asker)
    {
        using var patience = new CancellationTokenSource(_deadline * 2, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(asker, patience.Token);
        var ct = either.Token;
        await using var context = await browser.NewContextAsync().WaitAsync(ct);
        var page = await context.NewPageAsync().WaitAsync(ct);
        // As paper from the start: a chart laid out for a screen and then printed is cut or stretched.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print }).WaitAsync(ct);
        page.SetDefaultTimeout((float)_deadline.TotalMilliseconds);
        page.SetDefaultNavigationTimeout((float)_deadline.TotalMilliseconds);
        var faults = new PageFaults(page);
        try
        {
            var answer = await page.GotoAsync(request.Page.ToString()).WaitAsync(ct);
            if (answer is { Ok: false })
                throw new PrintFailedException($"The report was not printed: {request.Page.PathAndQuery} answered {answer.Status}.");
            await faults.WaitUntilReadyAsync(ct);
        }
        catch (TimeoutException)
        {
            throw new PrintFailedException(
                $"The report page was not ready within {_deadline.TotalSeconds:0} s{await faults.ToldAsync(ct)}. Try again; if it stays so, raise Reports:DeadlineSeconds.");
        }
        await faults.ThrowIfAnyAsync(request.Charts, ct);
        var pdf = await page.PdfAsync(new PagePdfOptions
        {
            Format = "A4",
            PreferCSSPageSize = true,
            PrintBackground = true,
            Tagged = true,
            Outline = true,
        }).WaitAsync(ct);
        var stamped = PdfStamp.Apply(pdf, request.About);
        return new PrintedPdf(stamped, PdfCheck.Check(stamped, request));
    }
}
