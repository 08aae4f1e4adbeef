using Microsoft.Playwright;

namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>
/// One Chromium process for one user at a time: started when first needed, replaced after a number of uses or
/// when it dies, closed when it stands idle.
/// </summary>
internal sealed class WarmBrowser : IAsyncDisposable
{
    private static readonly TimeSpan PatienceToClose = TimeSpan.FromSeconds(10);

    private readonly ChromiumFinder _finder;
    private readonly ReportsOptions _options;
    private readonly ILogger _log;
    private readonly ITimer _idle;
    private readonly SemaphoreSlim _one = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _uses;

    public WarmBrowser(ChromiumFinder finder, ReportsOptions options, TimeProvider time, ILogger log)
    {
        _finder = finder;
        _options = options;
        _log = log;
        _idle = time.CreateTimer(_ => _ = CloseAsync(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public async Task<T> UseAsync<T>(Func<IBrowser, Task<T>> use, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return await UseOrUseAnotherAsync(use, ct);
        }
        catch (OperationCanceledException)
        {
            // Whoever was waited for in vain may still be at it; the next one gets a browser of its own.
            await EndAsync();
            throw;
        }
        finally
        {
            _idle.Change(TimeSpan.FromMinutes(_options.KeepWarmMinutes), Timeout.InfiniteTimeSpan);
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _idle.DisposeAsync();
        await CloseAsync();
        _playwright?.Dispose();
        _playwright = null;
    }

    private async Task<T> UseOrUseAnotherAsync<T>(Func<IBrowser, Task<T>> use, CancellationToken ct)
    {
        try
        {
            return await use(await GetAsync(ct));
        }
        catch (PlaywrightException e)
        {
            _log.LogWarning("Chromium failed and is started afresh: {Reason}", FirstLine(e.Message));
            await EndAsync();
        }
        return await use(await GetAsync(ct));
    }

    private async Task<IBrowser> GetAsync(CancellationToken ct)
    {
        if (_browser is not { IsConnected: true } || _uses >= _options.RestartAfterPrints)
        {
            await EndAsync();
            _browser = await StartAsync(ct);
            _uses = 0;
        }
        _uses++;
        return _browser;
    }

    private async Task<IBrowser> StartAsync(CancellationToken ct)
    {
        var binary = await _finder.FindAsync(ct);
        _playwright ??= await Playwright.CreateAsync();
        try
        {
            var browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = binary.Path,
                Env = WithOurs(binary.Environment),
                // Hinting fits glyphs to a screen's pixels; on paper it spoils their spacing.
                Args = ["--font-render-hinting=none", "--disable-gpu"],
            }).WaitAsync(ct);
            _log.LogInformation("Started Chromium {Version} for reports ({Source})", browser.Version, binary.Source);
            return browser;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new PrintFailedException($"The browser {binary.Path} ({binary.Source}) did not start: {FirstLine(e.Message)}", e);
        }
    }

    private async Task CloseAsync()
    {
        await _one.WaitAsync(CancellationToken.None);
        try
        {
            await EndAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task EndAsync()
    {
        var ended = _browser;
        _browser = null;
        if (ended is null)
            return;
        try
        {
            await ended.CloseAsync().WaitAsync(PatienceToClose);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // It does not even answer: ending Playwright's driver ends its browsers with it.
            _log.LogWarning("Chromium did not close: {Reason}", FirstLine(e.Message));
            _playwright?.Dispose();
            _playwright = null;
        }
    }

    // Playwright replaces the whole environment by what it is given.
    private static Dictionary<string, string> WithOurs(IReadOnlyDictionary<string, string> ours)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
            all[(string)entry.Key] = (string?)entry.Value ?? "";
        foreach (var (name, value) in ours)
            all[name] = value;
        return all;
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
