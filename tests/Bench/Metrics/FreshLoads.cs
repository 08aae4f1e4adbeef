using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PrivateDomainBI.Bench.Metrics;

// How long after a load begins its events are in the answers.
internal sealed class FreshLoads(HttpClient client, string data, string folder, int customers)
{
    // Loads come one after the other, and so does what they tell.
    private TimeSpan _time = TimeSpan.FromHours(20);

    // Each asking takes the engine some milliseconds from the load that is measured.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    // Seconds until answers stand under a new version of the data; the loader starts and reads the file in this time too.
    public async Task<double> MeasureAsync(string name, int events, CancellationToken ct)
    {
        var file = Path.Combine(folder, $"{name}.csv");
        await using (var written = new StreamWriter(file))
        {
            await written.WriteLineAsync("event_id,type,occurred_at,customer".AsMemory(), ct);
            for (var i = 0; i < events; i++)
                await written.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}-{i},message_received,2026-10-31T{_time:hh\\:mm\\:ss},bench:{i * 7919L % customers}").AsMemory(), ct);
        }

        _time += TimeSpan.FromMinutes(1);
        var before = await VersionAsync(ct);
        var began = Stopwatch.GetTimestamp();
        var load = Programs.RunAsync(["load", "events", file, "--data", data, "--source", "bench"], ct);
        while (await VersionAsync(ct) == before && !load.IsCompleted)
            await Task.Delay(Between, ct);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await load;
        return seconds;
    }

    private async Task<long> VersionAsync(CancellationToken ct)
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/metrics/cost?from=2026-10-01&to=2026-11-01&grain=all", ct));
        return answer.RootElement.GetProperty("dataVersion").GetInt64();
    }
}
