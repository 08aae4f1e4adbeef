using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PrivateDomainBI.Engine.Http;
using PrivateDomainBI.Engine.Native;
using PrivateDomainBI.Engine.Sessions;

namespace PrivateDomainBI.Engine;

/// <summary>The engine process: ClickHouse's engine on a data directory behind ClickHouse's HTTP interface.</summary>
public static partial class EngineHost
{
    // Octal 077 and 0100: all that this process writes is its user's alone, the socket from its first moment.
    private const uint NothingForOthers = 0b000_111_111;
    private const uint NoExecuteForOwner = 0b001_000_000;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    // Requests have five seconds to end before an engine closes.
    private static readonly TimeSpan LongestFarewell = LongestStop + TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs until <paramref name="ct"/> is cancelled or the process is told to stop; returns the exit status.</summary>
    public static async Task<int> RunAsync(EngineOptions options, CancellationToken ct)
    {
        var dataDirectory = Directory.CreateDirectory(options.DataDirectory).FullName;
        using var held = await TakeAsync(dataDirectory);
        if (held is null)
        {
            await Console.Error.WriteLineAsync($"The data directory {dataDirectory} is in use by another engine. Stop that one, or give --data another directory.");
            return 1;
        }

        _ = ChangeUmask(NothingForOthers);
        ThreadPool.SetMinThreads((options.Connections * 2) + 4, 4);
        SessionPool pool;
        try
        {
            pool = new SessionPool(options, dataDirectory);
        }
        catch (Exception error) when (error is InvalidOperationException or DllNotFoundException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }

        try
        {
            await ServeAsync(options, pool, ct);
            return 0;
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        finally
        {
            Close(pool);
        }
    }

    // The engine of a server that was killed ends too, but not at once: it answers no more, and lets the directory go when it has closed.
    private static async Task<DataDirectoryLock?> TakeAsync(string dataDirectory)
    {
        var socket = EngineSocket.PathFor(dataDirectory);
        var began = Stopwatch.GetTimestamp();
        DataDirectoryLock? held;
        while ((held = DataDirectoryLock.TryTake(dataDirectory)) is null
            && Stopwatch.GetElapsedTime(began) < LongestFarewell && !await EngineSocket.IsAnsweringAsync(socket, CancellationToken.None))
        {
            await Task.Delay(Poll, CancellationToken.None);
        }

        return held;
    }

    private static async Task ServeAsync(EngineOptions options, SessionPool pool, CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("PrivateDomainBI", LogLevel.Information);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(options).AddSingleton(pool).AddSingleton<Access>().AddSingleton<ChangeMark>().AddSingleton<QueryEndpoint>();
        builder.Services.AddSingleton(new ServerIdentity(pool.Scalar("SELECT version()"), pool.Scalar("SELECT timezone()")));
        await using var app = builder.Build();
        app.UseRouting();
        app.MapGet("/ping", () => Results.Text("Ok.\n"));
        app.MapGet("/changes", (ChangeMark changes) => changes.Current is { } mark ? Results.Text(mark) : Results.NoContent());
        app.MapMethods("/", ["GET", "HEAD", "POST"], context => context.RequestServices.GetRequiredService<QueryEndpoint>().HandleAsync(context));
        app.Lifetime.ApplicationStopping.Register(pool.KillAll);

        _ = ChangeUmask(NoExecuteForOwner | NothingForOthers);
        await app.StartAsync(ct);
        _ = ChangeUmask(NothingForOthers);
        await app.WaitForShutdownAsync(ct);
    }

    private static void Listen(KestrelServerOptions kestrel, EngineOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxRequestLineSize = 1 << 20;
        kestrel.Limits.MaxRequestBufferSize = 2 << 20;
        if (options.Listen is { } address)
        {
            kestrel.Listen(IPEndPoint.Parse(address));
            return;
        }

        var socket = EngineSocket.PathFor(options.DataDirectory);
        // What a killed engine left behind; that no other one lives is what the lock is for.
        File.Delete(socket);
        kestrel.ListenUnixSocket(socket);
    }

    private static void Close(SessionPool pool)
    {
        // An engine that cannot close within the time is ended hard: its data survive that.
        using var watchdog = new Timer(_ => Environment.FailFast("The engine did not close in time."), null, LongestStop, Timeout.InfiniteTimeSpan);
        pool.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint ChangeUmask(uint mask);
}
