using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PrivateDomainBI.Bench;

// `serve` as a process, its engine, and what memory each took at most.
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _web;
    private readonly string _data;

    private Server(Process web, string data, HttpClient client)
    {
        _web = web;
        _data = data;
        Client = client;
    }

    public HttpClient Client { get; }

    public int WebId => _web.Id;

    // Until the first page is there.
    public static async Task<(Server Server, double Seconds)> StartAsync(string data, CancellationToken ct)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var began = Stopwatch.GetTimestamp();
        var server = new Server(Programs.Start("serve", "--data", data, "--urls", address), data, new HttpClient { BaseAddress = new Uri(address) });
        try
        {
            await server.AnswersAsync("/", ct);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await server.AnswersAsync("/health/ready", ct);
            return (server, seconds);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public int EngineId => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .First(id => id > 0 && Programs.CommandOf(id) is { } command && command.Contains("engine") && command.Contains(_data));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_web.HasExited)
        {
            using (var end = Process.Start("kill", ["-TERM", _web.Id.ToString(CultureInfo.InvariantCulture)]))
                await end.WaitForExitAsync(CancellationToken.None);
            await _web.WaitForExitAsync(CancellationToken.None);
        }

        _web.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync(string path, CancellationToken ct)
    {
        while (!_web.HasExited)
        {
            try
            {
                using var response = await Client.GetAsync(path, ct);
                if (response.IsSuccessStatusCode)
                    return;
                if (response.StatusCode == HttpStatusCode.NotFound)
                    throw new InvalidOperationException($"There is no page at {path}.");
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
        }

        throw new InvalidOperationException($"The server ended with status {_web.ExitCode}.");
    }
}
