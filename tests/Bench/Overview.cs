using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PrivateDomainBI.Ingest.Demo;

namespace PrivateDomainBI.Bench;

// What the overview asks, all at once: every metric by week over thirteen weeks, and its total against the thirteen before.
internal static class Overview
{
    private const int Runs = 7;

    // Milliseconds of the first run, which computes every answer; of the median run after it; how many questions one asks.
    public static async Task<(double First, double Warm, int Questions)> MeasureAsync(HttpClient client, DemoManifest manifest, CancellationToken ct)
    {
        var paths = await PathsAsync(client, manifest, ct);
        var times = new List<double>();
        for (var run = 0; run <= Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(paths.Select(path => AskAsync(client, path, ct)));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return (times[0], times.Skip(1).Order().ElementAt(Runs / 2), paths.Count);
    }

    private static async Task<List<string>> PathsAsync(HttpClient client, DemoManifest manifest, CancellationToken ct)
    {
        using var catalog = JsonDocument.Parse(await client.GetStringAsync("/api/v1/metrics", ct));
        var to = manifest.CompleteThrough.AddDays(1);
        to = to.AddDays(-(((int)to.DayOfWeek + 6) % 7));
        var range = string.Create(CultureInfo.InvariantCulture, $"from={to.AddDays(-91):yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        return [.. Names(catalog.RootElement).SelectMany(name => new[]
        {
            $"/api/v1/metrics/{name}?{range}&grain=week",
            $"/api/v1/metrics/{name}?{range}&grain=all&compare=previous",
        })];
    }

    private static List<string> Names(JsonElement catalog)
    {
        var list = catalog.ValueKind == JsonValueKind.Array ? catalog : catalog.GetProperty("metrics");
        return [.. list.EnumerateArray().Select(metric => metric.GetProperty("name").GetString()!)];
    }

    private static async Task AskAsync(HttpClient client, string path, CancellationToken ct)
    {
        using var response = await client.GetAsync(path, ct);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path}: {await response.Content.ReadAsStringAsync(ct)}");
        await response.Content.ReadAsByteArrayAsync(ct);
    }
}
