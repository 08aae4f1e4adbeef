using System.Diagnostics;
using System.Globalization;

namespace PrivateDomainBI.Bench;

// The program under test as processes of its own.
internal static class Programs
{
    public static Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "PrivateDomainBI.Web.dll")))
            start.ArgumentList.Add(argument);
        // Without it nothing that counts margin has a number.
        start.Environment["Business__Margin"] = "0.4";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    // Runs to its end; its seconds from start to exit and the most memory it took.
    public static async Task<(double Seconds, double PeakMiB)> RunAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Start(arguments);
        var peak = 0d;
        var end = process.WaitForExitAsync(ct);
        while (!end.IsCompleted)
        {
            peak = Math.Max(peak, PeakMiB(process.Id));
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(100), ct));
        }

        await end;
        // 3: done, and some rows were quarantined.
        if (process.ExitCode is not (0 or 3))
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with status {process.ExitCode}.");
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, peak);
    }

    // The kernel's own high-water mark of resident memory; 0 when the process has ended.
    public static double PeakMiB(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public static string[]? CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
