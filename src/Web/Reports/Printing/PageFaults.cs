using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>Gathers what goes wrong while a page loads: a chart that did not draw must never reach paper.</summary>
internal sealed class PageFaults
{
    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _faults = [];

    public PageFaults(IPage page)
    {
        _page = page;
        page.PageError += (_, error) => _faults.Enqueue($"the page broke: {error}");
        page.RequestFailed += (_, request) => _faults.Enqueue($"{request.Url} did not load: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _faults.Enqueue($"{response.Url} answered {response.Status}");
        };
    }

    public async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        await _page.WaitForFunctionAsync(
            "() => document.documentElement.dataset.ready === 'true' || document.documentElement.dataset.error").WaitAsync(ct);
        // A font that is still under way prints as another font, or as empty boxes.
        await _page.WaitForFunctionAsync("() => document.fonts.ready.then(fonts => fonts.status === 'loaded')").WaitAsync(ct);
    }

    public async Task ThrowIfAnyAsync(int expectedCharts, CancellationToken ct)
    {
        var told = await _page.EvaluateAsync<string?>("() => document.documentElement.dataset.error ?? null").WaitAsync(ct);
        if (told is not null)
            _faults.Enqueue(told);
        var charts = await _page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('[data-chart]')].filter(chart => {
              const box = chart.querySelector('svg')?.getBoundingClientRect();
              return box && box.width > 0 && box.height > 0 && chart.querySelectorAll('svg path, svg text').length > 1;
            }).length
            """).WaitAsync(ct);
        if (charts < expectedCharts)
            _faults.Enqueue($"{charts} of {expectedCharts} charts were drawn");
        if (!_faults.IsEmpty)
            throw new PrintFailedException($"The report was not printed{await ToldAsync(ct)}.");
    }

    /// <summary>What is known to be wrong, as the end of a sentence.</summary>
    public async Task<string> ToldAsync(CancellationToken ct)
    {
        var waiting = await _page.EvaluateAsync<string?>("() => document.documentElement.dataset.waiting ?? null").WaitAsync(ct);
        string[] all = waiting is null ? [.. _faults] : [.. _faults, $"it was waiting for {waiting}"];
        return all.Length == 0 ? "" : $": {string.Join("; ", all)}";
    }
}
