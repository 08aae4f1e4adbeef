using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using PrivateDomainBI.Engine;
using PrivateDomainBI.Ingest.Demo;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Ten loads are killed, each at a random moment, on one data directory: the engine under a server, the server itself,
// then loaders and engines without one. What was cut short is loaded again, and the facts are those of quiet loads.
[Collection(LoadedDemoProofs.Name)]
public sealed class KillTests(LoadedDemo demo) : IDisposable
{
    private const int Seed = 20261122;
    private const int Parts = 5;

    private static readonly TimeSpan ReadyAgain = TimeSpan.FromSeconds(10);

    private readonly string _data = Directory.CreateTempSubdirectory("pdbi-kill-").FullName;
    private readonly Random _random = new(Seed);
    private readonly Queue<(DemoFile File, string Path)> _cut = new();

    // What a load took last; the next is killed within that time.
    private TimeSpan _lastLoad;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task KilledTenTimes_ThenLoadedAgain_GivesTheFactsOfQuietLoads()
    {
        foreach (var part in Enumerable.Range(0, Parts))
        {
            foreach (var file in demo.Manifest.Files.Where(IsCutUp))
                _cut.Enqueue((file, demo.Files.PartOf(file.File, part, Parts)));
        }

        await using (var server = await RunningServer.StartAsync(_data))
        {
            foreach (var file in demo.Manifest.Files.Where(file => !IsCutUp(file)))
                await LoadAsync(file, demo.Files.PathOf(file.File));
            for (var round = 0; round < 5; round++)
                await KillAsync(_ => ProductProcess.KillEngine(_data), server);
            await server.StopAskingAsync();
            server.Asked.ShouldBeGreaterThan(20);
            server.NotLive.ShouldBeEmpty();
            await KillAsync(_ => server.Kill(), server: null);
        }

        for (var round = 0; round < 2; round++)
        {
            await KillAsync(loader => loader.Kill(), server: null);
            await KillAsync(_ => ProductProcess.KillEngine(_data), server: null);
        }

        _cut.ShouldBeEmpty();
        (await FactsAsync()).ShouldBeSameFacts(demo.Facts, $"killed ten times, seed {Seed}");
    }

    private static bool IsCutUp(DemoFile file) => file.Dataset is "events" or "orders";

    private async Task KillAsync(Action<ProductProcess> kill, RunningServer? server)
    {
        var (file, path) = _cut.Dequeue();
        await using (var loader = Start(file, path))
        {
            await Task.Delay(_lastLoad * (0.2 + (0.6 * _random.NextDouble())), TestContext.Current.CancellationToken);
            kill(loader);
            if (server is not null)
                await server.BecomesReadyAgainAsync(_data, ReadyAgain);
            var (status, words) = await loader.EndAsync();
            TestContext.Current.SendDiagnosticMessage($"{Path.GetFileName(path)}: ended with {status}; {words.Split('\n').FirstOrDefault()}");
        }

        await LoadAsync(file, path);
    }

    private async Task LoadAsync(DemoFile file, string path)
    {
        var began = Stopwatch.GetTimestamp();
        await using var loader = Start(file, path);
        var (status, words) = await loader.EndAsync();
        status.ShouldBeOneOf([0, 3], words);
        _lastLoad = Stopwatch.GetElapsedTime(began);
    }

    private ProductProcess Start(DemoFile file, string path)
    {
        List<string> arguments = ["load", file.Dataset, path, "--data", _data, "--source", "demo"];
        if (ProofWarehouse.CompleteThrough(file, demo.Manifest) is { } day)
            arguments.AddRange(["--complete-through", $"{day:yyyy-MM-dd}"]);
        return ProductProcess.Start(arguments);
    }

    private async Task<string> FactsAsync()
    {
        var options = new EngineOptions { DataDirectory = _data };
        using var engine = new EngineSupervisor(options, TestEngine.Command, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        await engine.StartAsync(CancellationToken.None);
        try
        {
            await engine.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
            using var client = EngineSocket.CreateClient(engine.Socket);
            return await FactText.ReadAsync(client, "default", TestContext.Current.CancellationToken);
        }
        finally
        {
            await engine.StopAsync(CancellationToken.None);
        }
    }
}
