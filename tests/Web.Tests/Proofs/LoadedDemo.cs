using PrivateDomainBI.Ingest.Demo;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>The demo company, loaded whole and undisturbed: what the proofs that share it compare with.</summary>
public sealed class LoadedDemo(TestEngine engine) : IAsyncLifetime
{
    private ProofWarehouse? _warehouse;

    public DemoFilesOnDisk Files { get; } = new();

    public TestEngine Engine => engine;

    public DemoManifest Manifest => Files.Manifest;

    public string Facts { get; private set; } = "";

    public IReadOnlyList<LoadResult> Results { get; private set; } = [];

    internal ProofWarehouse Warehouse => _warehouse!;

    public async ValueTask InitializeAsync()
    {
        await Files.InitializeAsync();
        _warehouse = await ProofWarehouse.StartAsync(engine);
        Results = await _warehouse.LoadAsync(Manifest, Files.PathOf);
        Facts = await _warehouse.FactsAsync();
        // So small a company is not settled by itself; half of its questions would then never see a settled row.
        await _warehouse.SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_warehouse is not null)
            await _warehouse.DisposeAsync();
        await Files.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class LoadedDemoProofs : ICollectionFixture<LoadedDemo>
{
    public const string Name = "loaded demo company";
}
