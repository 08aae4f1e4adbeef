using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// However the rows come in, the facts are the same, row for row.
[Collection(LoadedDemoProofs.Name)]
public sealed class SameFactsTests(TestEngine engine, LoadedDemo demo)
{
    [Fact]
    public void Load_OnceAndWhole_ReportsWhatTheManifestSays()
    {
        foreach (var (file, result) in demo.Manifest.Files.Zip(demo.Results))
        {
            (result.Read, result.Loaded, result.Replaced, result.Duplicate, result.Quarantined).ShouldBe(
                ((ulong)file.Rows, (ulong)file.GoodRows, 0UL, (ulong)file.Duplicates, (ulong)file.BadRows.Count), file.Dataset);
        }
    }

    [Fact]
    public async Task LoadAgain_ThenRebuild_ChangesNothing()
    {
        var again = await demo.Warehouse.LoadAsync(demo.Manifest, demo.Files.PathOf);
        foreach (var (file, result) in demo.Manifest.Files.Zip(again))
        {
            (result.Loaded, result.Replaced, result.Duplicate, result.Quarantined).ShouldBe(
                (0UL, 0UL, (ulong)(file.Rows - file.BadRows.Count), (ulong)file.BadRows.Count), file.Dataset);
        }

        (await demo.Warehouse.FactsAsync()).ShouldBeSameFacts(demo.Facts, "loaded twice");
        await demo.Warehouse.RebuildAsync();
        (await demo.Warehouse.FactsAsync()).ShouldBeSameFacts(demo.Facts, "rebuilt");
    }

    // Each half of every file is loaded before any other half: what a row refers to may come long after it.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task LoadInTwoHalves_InEitherOrder_GivesTheFactsOfTheWhole(int first, int second)
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadAsync(demo.Manifest, file => demo.Files.PartOf(file, first, of: 2));
        await warehouse.LoadAsync(demo.Manifest, file => demo.Files.PartOf(file, second, of: 2));
        (await warehouse.FactsAsync()).ShouldBeSameFacts(demo.Facts, $"half {first}, then half {second}");
        await warehouse.RebuildAsync();
        (await warehouse.FactsAsync()).ShouldBeSameFacts(demo.Facts, "rebuilt after halves");
    }
}
