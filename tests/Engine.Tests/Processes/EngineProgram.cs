using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Processes;

// The program under test as a process of its own, without a supervisor.
internal sealed class EngineProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private EngineProgram(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static EngineProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(TestEngine.Command.Program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in TestEngine.Command.Arguments.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return new EngineProgram(Process.Start(start)!);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task<(int Status, string Errors)> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _errors);
    }

    public async Task AnswersAsync(HttpClient client)
    {
        while (true)
        {
            _process.HasExited.ShouldBeFalse();
            try
            {
                if (await client.GetStringAsync("/ping") == "Ok.\n")
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }
    }

    public void Kill() => _process.Kill();

    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
