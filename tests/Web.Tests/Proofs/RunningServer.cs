using System.Diagnostics;
using System.Net;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>`serve` as a process, asked again and again whether it is live.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly ProductProcess _process;
    private readonly HttpClient _client;
    private readonly CancellationTokenSource _stop = new();
    private Task _asking = Task.CompletedTask;

    private RunningServer(ProductProcess process, HttpClient client)
    {
        _process = process;
        _client = client;
    }

    /// <summary>What was wrong with answers to /health/live, and how many there were.</summary>
    public List<string> NotLive { get; } = [];

    public int Asked { get; private set; }

    public static async Task<RunningServer> StartAsync(string dataDirectory)
    {
        var address = $"http://127.0.0.1:{ProductProcess.FreePort()}";
        var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(5) };
        var server = new RunningServer(ProductProcess.Start("serve", "--data", dataDirectory, "--urls", address), client);
        await server.BecomesReadyAsync(TimeSpan.FromSeconds(60));
        server._asking = server.AskAsync(server._stop.Token);
        return server;
    }

    /// <summary>Waits until another engine runs and answers; until it runs, the server may not have noticed the end of the last.</summary>
    public async Task BecomesReadyAgainAsync(string dataDirectory, TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            using (var engine = ProductProcess.FindEngine(dataDirectory))
            {
                if (engine is not null)
                    break;
            }

            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(limit, "another engine");
            await Task.Delay(Poll, TestContext.Current.CancellationToken);
        }

        await BecomesReadyAsync(limit - Stopwatch.GetElapsedTime(began));
    }

    private async Task BecomesReadyAsync(TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        while (await StatusAsync("/health/ready", CancellationToken.None) != HttpStatusCode.OK)
        {
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(limit, "/health/ready");
            await Task.Delay(Poll, TestContext.Current.CancellationToken);
        }
    }

    public async Task StopAskingAsync()
    {
        await _stop.CancelAsync();
        await _asking;
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        await StopAskingAsync();
        await _process.DisposeAsync();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task AskAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var status = await StatusAsync("/health/live", ct);
            if (ct.IsCancellationRequested)
                return;
            Asked++;
            if (status != HttpStatusCode.OK)
                NotLive.Add($"answer {Asked}: {status}");
            await Task.Delay(Poll, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Null: no answer at all.
    private async Task<HttpStatusCode?> StatusAsync(string path, CancellationToken ct)
    {
        try
        {
            using var response = await _client.GetAsync(path, ct);
            return response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
