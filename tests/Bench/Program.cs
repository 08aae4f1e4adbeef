using System.Globalization;
using PrivateDomainBI.Bench;
using PrivateDomainBI.Bench.Metrics;

// Measures what the product promises of speed and memory, with real processes on a temporary data directory.
// Without a word: a million events. `metrics [EVENTS CUSTOMERS]`: every metric over 100 million (takes about half an hour and 30 GB).
const int Events = 1_000_000;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interrupt.Cancel();
};
var ct = interrupt.Token;
var folder = Directory.CreateTempSubdirectory("pdbi-bench-").FullName;
try
{
    if (args is ["metrics", .. var sizes])
    {
        var (bigEvents, customers) = sizes is [var e, var c] ? (int.Parse(e, CultureInfo.InvariantCulture), int.Parse(c, CultureInfo.InvariantCulture)) : (100_000_000, 2_000_000);
        return await MetricsBench.RunAsync(customers, bigEvents, folder, ct);
    }

    var (manifest, events) = await Data.WriteAsync(Path.Combine(folder, "files"), Events, ct);
    var data = Path.Combine(folder, "data");
    var measured = new List<(string What, double Value, string Unit, double Target)>();
    var (first, _) = await Server.StartAsync(data, ct);
    await using (first)
    {
        foreach (var file in manifest.Files.Where(file => file.Dataset != "events"))
            await Programs.RunAsync(["load", file.Dataset, Path.Combine(folder, "files", file.File), "--data", data, "--source", "demo"], ct);
        var (seconds, loader) = await Programs.RunAsync(["load", "events", events, "--data", data, "--source", "demo"], ct);
        measured.Add(("1 million events, file to facts", seconds, "s", 15));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Events / seconds:#,0} events per second"));
        var (computed, kept, questions) = await Overview.MeasureAsync(first.Client, manifest, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{questions} overview queries together, each computed: {computed:#,0} ms"));
        measured.Add(($"{questions} overview queries together, warm", kept, "ms", 300));
        measured.Add(("peak memory of web", Programs.PeakMiB(first.WebId), "MiB", 400));
        measured.Add(("peak memory of the loader", loader, "MiB", 400));
        measured.Add(("peak memory of the engine", Programs.PeakMiB(first.EngineId), "MiB", 3072));
    }

    var (second, start) = await Server.StartAsync(data, ct);
    await second.DisposeAsync();
    measured.Add(("start to first page", start, "s", 5));

    foreach (var (what, value, unit, target) in measured)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-42} {value,10:#,0.0} {unit,-4} target {target,6:#,0} {unit,-4} {(value <= target ? "ok" : "MISSED")}"));
    return measured.All(row => row.Value <= row.Target) ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
