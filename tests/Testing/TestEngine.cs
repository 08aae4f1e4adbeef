using Microsoft.Extensions.Logging.Abstractions;
using PrivateDomainBI.Engine;
using Xunit;

namespace PrivateDomainBI.Testing;

/// <summary>A real engine process on a temporary data directory, for a test class, collection or assembly:
/// <c>[assembly: AssemblyFixture(typeof(TestEngine))]</c> and a constructor parameter. Tests that share it
/// keep apart by table or database names of their own.</summary>
public sealed class TestEngine : IAsyncLifetime
{
    private readonly EngineSupervisor _supervisor;

    /// <summary>An engine with the default limits.</summary>
    public TestEngine()
        : this(new EngineOptions())
    {
    }

    private TestEngine(EngineOptions options)
    {
        Data = Directory.CreateTempSubdirectory("pdbi-test-").FullName;
        _supervisor = new EngineSupervisor(options with { DataDirectory = Data }, Command, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        Client = EngineSocket.CreateClient(Socket);
    }

    /// <summary>Starts an engine with other limits than the default ones; its data directory is replaced.</summary>
    public static async Task<TestEngine> StartAsync(EngineOptions options)
    {
        var engine = new TestEngine(options);
        await engine.InitializeAsync();
        return engine;
    }

    /// <summary>The temporary data directory; the engine's tables are in <c>warehouse/</c> below it.</summary>
    public string Data { get; }

    /// <summary>The Unix socket on which the engine answers.</summary>
    public string Socket => _supervisor.Socket;

    /// <summary>An HTTP client that talks to the engine: <c>Client.GetAsync("/?query=…")</c>.</summary>
    public HttpClient Client { get; }

    /// <summary>The process id of the engine.</summary>
    public int ProcessId => _supervisor.ProcessId!.Value;

    /// <summary>The supervisor that runs it.</summary>
    public EngineSupervisor Supervisor => _supervisor;

    /// <summary>How tests start the program under test.</summary>
    public static EngineCommand Command { get; } = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "PrivateDomainBI.Web.dll")]);

    /// <summary>Starts the engine and waits until it answers.</summary>
    public async ValueTask InitializeAsync()
    {
        await _supervisor.StartAsync(CancellationToken.None);
        await _supervisor.WaitUntilReadyAsync(CancellationToken.None);
    }

    /// <summary>Runs one statement and returns its result as text.</summary>
    public async Task<string> QueryAsync(string sql, CancellationToken ct = default)
    {
        using var content = new StringContent(sql);
        using var response = await Client.PostAsync("/", content, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException(text);
    }

    /// <summary>Stops the engine and deletes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _supervisor.StopAsync(CancellationToken.None);
        _supervisor.Dispose();
        Directory.Delete(Data, recursive: true);
    }
}
