using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using PrivateDomainBI.Web.Reports;
using PrivateDomainBI.Web.Reports.Printing;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Pages;

// Every page of the demo company in a real browser: nothing breaks, nothing is cut off, nothing is left untranslated.
[Collection(DemoServerProofs.Name)]
public sealed partial class PagesTests(DemoServer server) : IAsyncLifetime
{
    private readonly WarmBrowser _browser = new(
        new ChromiumFinder("bundled", new BundledChromium(BundledChromium.FindPackage(AppContext.BaseDirectory), Path.Combine(server.DataDirectory, "chromium")), installed: []),
        new ReportsOptions(), TimeProvider.System, NullLogger.Instance);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    [Theory]
    [InlineData(1440, "zh-CN", ColorScheme.Light)]
    [InlineData(390, "zh-CN", ColorScheme.Dark)]
    [InlineData(1440, "en-GB", ColorScheme.Dark)]
    [InlineData(390, "en-GB", ColorScheme.Light)]
    public async Task EveryPage_FitsItsScreen_AndSpeaksItsLanguage(int width, string language, ColorScheme scheme)
    {
        var employee = (await server.FirstRowAsync("new_customers?by=employee&grain=all&limit=1&order=-value")).GetProperty("by").GetProperty("employee").GetString();
        var customer = (await server.FirstRowAsync("buyers/customers?grain=all&limit=1&part=numerator")).GetProperty("customerId").GetString();
        string[] paths =
        [
            "/", "/metrics", "/metrics/active_retention_d7", "/metrics/net_sales?by=region&grain=month", "/metrics/repurchase_3m/customers?grain=quarter",
            "/cohorts", "/cohorts/first_order?by=channel", "/cohorts/active?criterion=bracket&age=day", "/cohorts/repurchase/customers?age=quarter&at=1",
            "/segments", "/segments/adults", "/segments/new", "/segments/new?from=super_users", "/metrics/net_sales?by=segment:adults&filter=tier:champion", "/metrics/pool_size?by=tag:肤质",
            "/metrics/gmv?by=conversion_channel_14d", "/metrics/first_order_conv?by=employment_type&filter=employment_type:own",
            "/employees", $"/employees/{employee}", $"/customers/{customer}", "/loads", "/quarantine", "/reports", "/search?q=zzz", "/no-such-page",
            "/scorecards/gap?metric=net_sales", $"/scorecards/gap?metric=first_order_conv&by=employee&period={TimeProvider.System.GetUtcNow().AddMonths(-3):yyyy-MM}", "/scorecards/gap?metric=buyers",
            "/scorecards", "/scorecards?scope=org_unit", "/scorecards?scope=company", "/scorecards?scope=channel",
        ];
        var problems = await _browser.UseAsync(
            async browser =>
            {
                await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
                {
                    BaseURL = server.Client.BaseAddress!.ToString(),
                    ViewportSize = new ViewportSize { Width = width, Height = 900 },
                    Locale = language,
                    ColorScheme = scheme,
                });
                var found = new List<string>();
                foreach (var path in paths)
                    found.AddRange((await LookAtAsync(context, path, language)).Select(problem => $"{path}: {problem}"));
                return found;
            },
            TestContext.Current.CancellationToken);
        problems.ShouldBeEmpty();
    }

    // Half the company's numbers under the words "whole company" would be believed.
    [Theory]
    [InlineData("employment_type:outsourced")]
    [InlineData("employment_type:unknown")]
    [InlineData("employee:e0001")]
    [InlineData("channel:douyin", "channel:live")]
    public async Task Overview_NarrowedToAnything_SaysSo(params string[] filters)
    {
        var page = await server.Client.GetStringAsync($"/?lang=en&{string.Join('&', filters.Select(filter => "filter=" + filter))}", TestContext.Current.CancellationToken);
        var shown = Regex.Matches(page, "<(option|input)[^>]*(selected|checked)[^>]*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture).Select(match => match.Value).ToList();
        foreach (var filter in filters)
            shown.ShouldContain(tag => tag.Contains($"\"{filter}\"", StringComparison.Ordinal), filter);
    }

    private static async Task<List<string>> LookAtAsync(IBrowserContext context, string path, string language)
    {
        var page = await context.NewPageAsync();
        var problems = new ConcurrentQueue<string>();
        page.PageError += (_, error) => problems.Enqueue($"script: {error}");
        page.RequestFailed += (_, request) => problems.Enqueue($"{request.Url}: {request.Failure}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && path != "/no-such-page")
                problems.Enqueue($"console: {message.Text}");
        };
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.charts === 'drawn'");
        foreach (var wide in await page.EvaluateAsync<string[]>(TooWide))
            problems.Enqueue($"does not fit: {wide}");
        foreach (var text in await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('h1,h2,nav a,.sub,label>span,summary,[data-label],.kpi h3')].map(e => e.dataset.label ?? e.textContent.trim()).filter(t => t)"))
        {
            if (text.Contains('{', StringComparison.Ordinal) || (language == "en-GB" && Chinese().IsMatch(text) && !IsName(path)))
                problems.Enqueue($"untranslated: {text}");
        }

        await page.CloseAsync();
        return [.. problems];
    }

    // Names of people and units stand in the headings of these pages, in the language they are written in.
    private static bool IsName(string path) => path.Contains("?by=", StringComparison.Ordinal) || path.StartsWith("/employees/", StringComparison.Ordinal) || path.StartsWith("/customers/", StringComparison.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    private const string TooWide =
        """
        () => {
          const width = document.documentElement.clientWidth;
          const found = document.documentElement.scrollWidth > width ? ['the page, by ' + (document.documentElement.scrollWidth - width)] : [];
          for (const element of document.querySelectorAll('main *, header *')) {
            const box = element.getBoundingClientRect();
            const shown = box.width > 1 && box.height > 1 && getComputedStyle(element).visibility === 'visible' && !element.closest('.unseen, pre, .code, .heat, select, details:not([open])');
            if (shown && !element.children.length && element.textContent.trim() && (box.right > width + 1 || box.left < -1))
              found.push(element.tagName + ' ' + element.className + ' ' + element.textContent.trim().slice(0, 40));
          }
          return found.slice(0, 5);
        }
        """;
}
