using PrivateDomainBI.Engine;

namespace PrivateDomainBI.Web.CommandLine;

// The warehouse for a verb that does one thing and ends: the one of a server that runs on this data directory, or a
// ClickHouse that the configuration names, or else an engine of its own, which ends with the verb.
internal sealed class WarehouseSession : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly ServiceProvider _services;
    private readonly EngineSupervisor? _engine;
    private readonly FileStream? _turn;

    private WarehouseSession(ServiceProvider services, EngineSupervisor? engine, FileStream? turn)
    {
        _services = services;
        _engine = engine;
        _turn = turn;
    }

    public IServiceProvider Services => _services;

    // A session that says nothing but warnings, on standard error.
    public static Task<WarehouseSession> OpenAsync(string dataDirectory, CancellationToken ct) => OpenAsync(
        dataDirectory, logging => logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning), ct);

    // A new engine on this directory, whatever warehouse the configuration names; says nothing.
    public static Task<WarehouseSession> OpenOwnAsync(string dataDirectory, CancellationToken ct)
    {
        var settings = Settings.Read();
        settings["ConnectionStrings:ClickHouse"] = null;
        return OpenAsync(dataDirectory, settings, logging => logging.SetMinimumLevel(LogLevel.None), ct);
    }

    public static Task<WarehouseSession> OpenAsync(string dataDirectory, Action<ILoggingBuilder> logging, CancellationToken ct) =>
        OpenAsync(dataDirectory, Settings.Read(), logging, ct);

    private static async Task<WarehouseSession> OpenAsync(string dataDirectory, IConfigurationRoot settings, Action<ILoggingBuilder> logging, CancellationToken ct)
    {
        var services = Configure(dataDirectory, settings, logging).BuildServiceProvider();
        var session = string.IsNullOrWhiteSpace(settings.GetConnectionString("ClickHouse"))
            ? await StartEngineAsync(services, dataDirectory, ct)
            : new WarehouseSession(services, engine: null, turn: null);
        try
        {
            var startup = services.GetRequiredService<WarehouseStartup>();
            await startup.PrepareAsync(ct);
            if (session._engine is not null)
                await startup.RecoverAsync(ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
            await _engine.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        if (_turn is not null)
            await _turn.DisposeAsync();
    }

    private static IServiceCollection Configure(string dataDirectory, IConfiguration settings, Action<ILoggingBuilder> logging)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging);
        services.AddSingleton<IConfiguration>(settings).AddProduct(settings, dataDirectory);
        var engine = settings.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new EngineOptions();
        services.AddSingleton(engine with { DataDirectory = dataDirectory }).AddSingleton(EngineCommand.ThisProgram());
        services.AddSingleton<EngineSupervisor>();
        return services;
    }

    // An engine that another verb started ends with that verb, so it is not to be leant on: who holds the lock file
    // runs one, and the next waits for its turn. A server's engine is there without the lock being held.
    private static async Task<WarehouseSession> StartEngineAsync(ServiceProvider services, string dataDirectory, CancellationToken ct)
    {
        Directory.CreateDirectory(dataDirectory);
        var turn = await TakeTurnAsync(Path.Combine(dataDirectory, "verb.lock"), ct);
        if (await EngineSocket.IsAnsweringAsync(EngineSocket.PathFor(dataDirectory), ct))
        {
            await turn.DisposeAsync();
            return new WarehouseSession(services, engine: null, turn: null);
        }

        var session = new WarehouseSession(services, services.GetRequiredService<EngineSupervisor>(), turn);
        try
        {
            await session._engine!.StartAsync(ct);
            await session._engine.WaitUntilReadyAsync(ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Poll, ct);
            }
        }
    }
}
