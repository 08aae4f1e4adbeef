using System.Globalization;
using System.IO.Compression;
using PrivateDomainBI.Ingest.Demo;

namespace PrivateDomainBI.Bench;

// A demo company with more events than are wanted, and exactly so many of them in a file of their own.
internal static class Data
{
    private const int EventsPerCustomer = 30;

    public static async Task<(DemoManifest Manifest, string EventsFile)> WriteAsync(string folder, int events, CancellationToken ct)
    {
        var manifest = await new DemoCompany(new DateOnly(2026, 10, 31), Customers: events / EventsPerCustomer * 6 / 5).WriteAsync(folder, ct);
        var file = manifest.Files.First(file => file.Dataset == "events");
        if (file.Rows < events)
            throw new InvalidOperationException($"The demo company has only {file.Rows.ToString(CultureInfo.InvariantCulture)} events.");
        var cut = Path.Combine(folder, "bench-events.csv");
        await using var disk = File.OpenRead(Path.Combine(folder, file.File));
        using var lines = new StreamReader(new GZipStream(disk, CompressionMode.Decompress));
        await using var written = new StreamWriter(cut) { NewLine = "\n" };
        for (var line = 0; line <= events; line++)
            await written.WriteLineAsync((await lines.ReadLineAsync(ct)).AsMemory(), ct);
        return (manifest, cut);
    }
}
