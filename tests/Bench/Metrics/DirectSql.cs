using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PrivateDomainBI.Bench.Metrics;

internal sealed record DirectAnswer(double Milliseconds, IReadOnlyList<string[]> Rows);

// The same numbers from the events themselves: in the engine under test, and in DuckDB on the same rows.
internal static class DirectSql
{
    private const int Runs = 3;

    public static IReadOnlyDictionary<string, string> Queries { get; } = Directory
        .EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "Metrics", "Direct"), "*.sql").Order(StringComparer.Ordinal)
        .ToDictionary(file => System.IO.Path.GetFileNameWithoutExtension(file), Dated, StringComparer.Ordinal);

    public static async Task<Dictionary<string, DirectAnswer>> InEngineAsync(EngineClient engine, CancellationToken ct)
    {
        var answers = new Dictionary<string, DirectAnswer>(StringComparer.Ordinal);
        foreach (var (name, sql) in Queries)
        {
            var times = new List<double>();
            var text = "";
            for (var run = 0; run < Runs; run++)
            {
                var began = Stopwatch.GetTimestamp();
                text = await engine.RunAsync(sql + "\nFORMAT TabSeparated", new Dictionary<string, object>(), "direct", ct);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            answers[name] = new DirectAnswer(Median(times), [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))]);
        }

        return answers;
    }

    public static async Task<Dictionary<string, DirectAnswer>> InDuckDbAsync(EngineClient engine, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in (string[])["events", "relations", "stays"])
            await engine.SaveAsync($"SELECT * FROM direct.{table} FORMAT Parquet SETTINGS output_format_parquet_string_as_string = 1", System.IO.Path.Combine(folder, $"{table}.parquet"), ct);
        var queries = System.IO.Path.Combine(folder, "queries.json");
        await File.WriteAllTextAsync(queries, JsonSerializer.Serialize(Queries.Select(query => new { name = query.Key, sql = query.Value })), ct);
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[System.IO.Path.Combine(Sources(), "Metrics", "duckdb.mjs"), folder, queries, Runs.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var answers = new Dictionary<string, DirectAnswer>(StringComparer.Ordinal);
        while (await node.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            using var told = JsonDocument.Parse(line);
            answers[told.RootElement.GetProperty("name").GetString()!] = new DirectAnswer(
                Median([.. told.RootElement.GetProperty("milliseconds").EnumerateArray().Select(value => value.GetDouble())]),
                [.. told.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray())]);
        }

        await node.WaitForExitAsync(ct);
        return node.ExitCode == 0 ? answers : throw new InvalidOperationException("DuckDB did not answer.");
    }

    public static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Dated(string file) => File.ReadAllText(file)
        .Replace("{from}", Questions.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{to}", Questions.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // Where npm put its packages: beside the sources, not beside the built program.
    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Bench.csproj")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The bench runs from its own project.");
    }
}
