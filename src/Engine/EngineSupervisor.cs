using System.ComponentModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PrivateDomainBI.Engine;

/// <summary>Keeps an engine process running for a data directory: starts it, waits until it answers, restarts
/// it with growing pauses when it dies or hangs, and stops it with the host.</summary>
public sealed class EngineSupervisor(EngineOptions options, EngineCommand command, TimeProvider clock, ILogger<EngineSupervisor> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartPoll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan HealthPoll = TimeSpan.FromSeconds(10);
    private const int HealthMisses = 3;

    private readonly TaskCompletionSource _firstStart = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The Unix socket on which the engine answers.</summary>
    public string Socket { get; } = EngineSocket.PathFor(options.DataDirectory);

    /// <summary>The state now; replaced as a whole, so it may be read from any thread.</summary>
    public EngineStatus Status { get; private set; } = new(EngineState.Starting, clock.GetUtcNow(), Restarts: 0, LastFailure: null);

    /// <summary>The process id while a process runs.</summary>
    public int? ProcessId { get; private set; }

    /// <summary>Waits for the first answer; throws with the engine's own words if its first start fails.</summary>
    public Task WaitUntilReadyAsync(CancellationToken ct) => _firstStart.Task.WaitAsync(ct);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var lived = await RunOnceAsync(stoppingToken);
            if (stoppingToken.IsCancellationRequested)
            {
                break;
            }

            pause = lived ? FirstPause : Min(pause * 2, LongestPause);
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Enter(EngineState.Stopped);
    }

    // True if the engine came to answer before it ended.
    private async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        using var process = Start();
        ProcessId = process.Id;
        var exit = process.WaitAsync(CancellationToken.None);
        var ready = false;
        try
        {
            using var client = EngineSocket.CreateClient(Socket);
            ready = await BecomesReadyAsync(client, exit, ct);
            if (ready)
            {
                Enter(EngineState.Ready);
                _firstStart.TrySetResult();
                await WatchAsync(client, exit, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.LogInformation("Stopping the engine");
        }

        await EndAsync(process, exit, ct);
        ProcessId = null;
        return ready;
    }

    private EngineProcess Start()
    {
        try
        {
            return EngineProcess.Start(command, options, log);
        }
        catch (Win32Exception error)
        {
            _firstStart.TrySetException(error);
            throw;
        }
    }

    private async Task EndAsync(EngineProcess process, Task<int> exit, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            await process.StopAsync();
            return;
        }

        if (!exit.IsCompleted)
        {
            log.LogWarning("The engine does not answer and is ended");
            process.Kill();
        }

        var status = await exit;
        var words = process.LastLine ?? $"The engine ended with status {status}.";
        log.LogWarning("The engine ended with status {Status}: {Words}", status, words);
        Status = new EngineStatus(EngineState.Restarting, clock.GetUtcNow(), Status.Restarts + 1, words);
        _firstStart.TrySetException(new InvalidOperationException(words));
    }

    private async Task<bool> BecomesReadyAsync(HttpClient client, Task exit, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        while (!exit.IsCompleted && clock.GetElapsedTime(began) < LongestStart)
        {
            if (await EngineSocket.IsAnsweringAsync(client, ct) && !exit.IsCompleted)
            {
                return true;
            }

            await Task.WhenAny(exit, Task.Delay(StartPoll, clock, ct));
        }

        return false;
    }

    // Returns when the engine has ended or no longer answers.
    private async Task WatchAsync(HttpClient client, Task exit, CancellationToken ct)
    {
        for (var misses = 0; misses < HealthMisses && !exit.IsCompleted;)
        {
            await Task.WhenAny(exit, Task.Delay(HealthPoll, clock, ct));
            ct.ThrowIfCancellationRequested();
            misses = exit.IsCompleted || await EngineSocket.IsAnsweringAsync(client, ct) ? 0 : misses + 1;
        }
    }

    private void Enter(EngineState state) => Status = Status with { State = state, Since = clock.GetUtcNow() };

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
