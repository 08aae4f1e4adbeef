using PrivateDomainBI.Ingest.Demo;

namespace PrivateDomainBI.Ingest.Tests.Demo;

/// A mid-sized company, written once for all tests that only read it.
[CollectionDefinition(Collection)]
public sealed class DemoCompanyFixture : IAsyncLifetime, ICollectionFixture<DemoCompanyFixture>
{
    internal const string Collection = "Demo company";

    internal static readonly DemoCompany Company = new(new DateOnly(2026, 7, 15), Customers: 8_000);

    private readonly Dictionary<string, List<DemoLine>> _lines = new(StringComparer.Ordinal);

    internal string Folder { get; } = Directory.CreateTempSubdirectory("demo-").FullName;
    internal DemoManifest Manifest { get; private set; } = null!;

    /// All lines as written, by dataset.
    internal IReadOnlyList<DemoLine> Raw(string dataset) => _lines[dataset];

    /// Usable lines, each once.
    internal IReadOnlyList<DemoLine> Good(string dataset)
    {
        var bad = Manifest.Files.Single(file => file.Dataset == dataset).BadRows.Select(row => row.Line).ToHashSet();
        return [.. Raw(dataset).Where(line => !bad.Contains(line.Number)).DistinctBy(line => line.Text)];
    }

    public async ValueTask InitializeAsync()
    {
        Manifest = await Company.WriteAsync(Folder, TestContext.Current.CancellationToken);
        foreach (var file in Manifest.Files)
            _lines[file.Dataset] = await DemoFiles.LinesAsync(Folder, file.File);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
