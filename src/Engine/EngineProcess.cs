using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PrivateDomainBI.Engine;

// One run of the engine as a child process. The child ends when its standard input closes, and so also
// when this process is killed; what it says on standard error goes to the log.
internal sealed class EngineProcess : IDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);
    private readonly Process _process;
    private readonly Task _errors;
    private string? _lastLine;

    private EngineProcess(Process process, ILogger log)
    {
        _process = process;
        _errors = ForwardAsync(process.StandardError, log);
    }

    public int Id => _process.Id;

    public string? LastLine => _lastLine;

    public static EngineProcess Start(EngineCommand command, EngineOptions options, ILogger log)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[.. command.Arguments, "engine", "--data", options.DataDirectory, "--until-stdin-closes"])
        {
            start.ArgumentList.Add(argument);
        }

        // The .NET side only carries bytes; the memory is for the engine.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCConserveMemory"] = "5";
        // The engine's allocator gives memory back five seconds after it was last used. Between the steps of a load, and between
        // two looks at a page, that is too soon: to be given it again took up to a second of what the next statement took.
        start.Environment.TryAdd("JE_MALLOC_CONF", "dirty_decay_ms:60000");
        foreach (var (name, value) in EngineConfiguration.AsEnvironment(options))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command.Program} did not start.");
        return new EngineProcess(process, log);
    }

    public async Task<int> WaitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        await _errors;
        return _process.ExitCode;
    }

    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(LongestStop);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }
    }

    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();

    private async Task ForwardAsync(StreamReader errors, ILogger log)
    {
        while (await errors.ReadLineAsync() is { } line)
        {
            _lastLine = line;
            log.LogInformation("Engine: {Line}", line);
        }
    }
}
