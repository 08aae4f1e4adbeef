using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>The program as a user starts it: a process with a verb. Killed, at the latest, when disposed.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ProductProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    public static ProductProcess Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(TestEngine.Command.Program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in TestEngine.Command.Arguments.Concat(arguments))
            start.ArgumentList.Add(argument);
        return new ProductProcess(Process.Start(start)!);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The engine process of a data directory, if one runs.</summary>
    public static Process? FindEngine(string dataDirectory)
    {
        foreach (var process in Process.GetProcesses())
        {
            if (IsEngineOf(process.Id, dataDirectory))
                return process;
            process.Dispose();
        }

        return null;
    }

    /// <summary>kill -9 for the engine of a data directory; nothing where none runs.</summary>
    public static void KillEngine(string dataDirectory)
    {
        using var engine = FindEngine(dataDirectory);
        engine?.Kill();
        engine?.WaitForExit();
    }

    /// <summary>kill -9 for this process alone, not for those it started.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end, longer than a load waits for an engine that does not come back; the exit status and all that was written.</summary>
    public async Task<(int Status, string Words)> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _output + await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static bool IsEngineOf(int process, string dataDirectory)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return command.Contains("engine") && command.Contains(dataDirectory);
        }
        catch (IOException)
        {
            // It ended while being looked at.
            return false;
        }
    }
}
