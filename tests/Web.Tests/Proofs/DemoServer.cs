using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>`serve --demo` on a data directory of its own, as the README's first command starts it, with the demo company loaded.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("pdbi-serve-").FullName;
    private ProductProcess? _process;

    public HttpClient Client { get; } = new() { BaseAddress = new Uri($"http://127.0.0.1:{ProductProcess.FreePort()}"), Timeout = TimeSpan.FromSeconds(30) };

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
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}

[CollectionDefinition(Name)]
public sealed class DemoServerProofs : ICollectionFixture<DemoServer>
{
    public const string Name = "demo server";
}
