using System.IO.Compression;
using System.Text;
using PrivateDomainBI.Ingest.Demo;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>A demo company of a thousand customers as files, whole and in parts.</summary>
public sealed class DemoFilesOnDisk : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pdbi-demo-").FullName;

    public DemoManifest Manifest { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Manifest = await new DemoCompany(new DateOnly(2026, 10, 31), Customers: 1_000).WriteAsync(_folder, CancellationToken.None);

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>One of so many runs of lines of a file, its head on top, as a CSV file of its own.</summary>
    public string PartOf(string file, int part, int of)
    {
        var path = PathOf($"{part}-of-{of}-{Path.GetFileNameWithoutExtension(file)}.csv");
        if (!File.Exists(path))
        {
            var lines = Lines(file);
            var (from, to) = (1 + ((lines.Count - 1) * part / of), 1 + ((lines.Count - 1) * (part + 1) / of));
            File.WriteAllText(path, lines[0] + string.Concat(lines.Skip(from).Take(to - from)));
        }

        return path;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private List<string> Lines(string file)
    {
        using Stream disk = File.OpenRead(PathOf(file));
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(disk, CompressionMode.Decompress) : disk, Encoding.UTF8);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + "\n")];
    }
}
