using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>`serve --demo` on a data directory of its own, as the README's first command starts it, with the demo company loaded.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("pdbi-serve-").FullName;
    private ProductProcess? _process;

    public DemoServer() => Client = new HttpClient(new LastWords(_data))
    {
        BaseAddress = new Uri($"http://127.0.0.1:{ProductProcess.FreePort()}"),
        Timeout = TimeSpan.FromSeconds(30),
    };

    public HttpClient Client { get; }

    public string DataDirectory => _data;

    public async ValueTask InitializeAsync()
    {
        _process = ProductProcess.Start("serve", "--demo", "--data", _data, "--urls", Client.BaseAddress!.ToString());
        var began = Stopwatch.GetTimestamp();
        while (!await HasDataAsync())
        {
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(3), "the demo company");
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        ProductProcess.KillEngine(_data);
        Client.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The first row of an answer of the API.</summary>
    public async Task<JsonElement> FirstRowAsync(string question) =>
        (await Client.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{question}", TestContext.Current.CancellationToken)).GetProperty("rows")[0];

    // Refunds are loaded last.
    private async Task<bool> HasDataAsync()
    {
        try
        {
            using var response = await Client.GetAsync("/api/v1/metrics/aov?grain=all");
            if (!response.IsSuccessStatusCode)
                return false;
            var batches = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dataVersion").GetInt32();
            return batches >= Ingest.Loads.Datasets.Names.Except(["list_members"]).Count();
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or TimeoutException)
        {
            return false;
        }
    }

    // A server that does not answer is asked what it wrote last, and its engine what it is doing: the rest of a test's log tells neither.
    private sealed class LastWords(string data) : DelegatingHandler(new SocketsHttpHandler())
    {
        private const int Lines = 12;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (OperationCanceledException error) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No answer to {request.RequestUri}.\nThe log ends with:\n{LogEnd()}\nThe engine runs:\n{await RunningAsync()}", error);
            }
        }

        private string LogEnd()
        {
            var newest = new DirectoryInfo(Path.Combine(data, "logs")).EnumerateFiles().MaxBy(file => file.LastWriteTimeUtc);
            if (newest is null)
                return "(no log)";
            using var reader = new StreamReader(new FileStream(newest.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return string.Join('\n', reader.ReadToEnd().Split('\n').TakeLast(Lines));
        }

        private async Task<string> RunningAsync()
        {
            try
            {
                using var client = Engine.EngineSocket.CreateClient(Engine.EngineSocket.PathFor(data));
                client.Timeout = TimeSpan.FromSeconds(5);
                using var sql = new StringContent("SELECT round(elapsed), is_cancelled, substring(query, 1, 150) FROM system.processes ORDER BY elapsed DESC");
                using var response = await client.PostAsync("/", sql);
                return await response.Content.ReadAsStringAsync();
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
            {
                return error.Message;
            }
        }
    }
}

[CollectionDefinition(Name)]
public sealed class DemoServerProofs : ICollectionFixture<DemoServer>
{
    public const string Name = "demo server";
}
