using System.Diagnostics;

namespace PrivateDomainBI.Engine.Tests.NodeClient;

// Runs client.mjs, which checks the engine with ClickHouse's own client for Node.js.
internal static class NodeScript
{
    public static async Task<(int Status, string Output)> RunAsync(string url, string password)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Find());
        start.Environment["CLICKHOUSE_URL"] = url;
        start.Environment["CLICKHOUSE_PASSWORD"] = password;
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "NodeClient", "client.mjs");
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new FileNotFoundException("NodeClient/client.mjs is in no folder above the tests.");
    }
}
