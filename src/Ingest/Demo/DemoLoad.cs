using PrivateDomainBI.Ingest.Loads;

namespace PrivateDomainBI.Ingest.Demo;

/// <summary>Writes the demo company's files and loads them in their order, as a person would with the <c>load</c> verb.</summary>
public sealed class DemoLoad(LoadService loads)
{
    /// <summary>Says what it is at: the dataset, and how many of all files are done.</summary>
    public async Task RunAsync(DemoCompany company, string directory, Action<string, int, int> at, CancellationToken ct)
    {
        var manifest = await company.WriteAsync(directory, ct);
        for (var done = 0; done < manifest.Files.Count; done++)
        {
            var file = manifest.Files[done];
            at(file.Dataset, done, manifest.Files.Count);
            var through = Datasets.Find(file.Dataset)!.HasDays ? manifest.CompleteThrough : (DateOnly?)null;
            await loads.LoadAsync(
                new LoadRequest(file.Dataset, [Path.Combine(directory, file.File)], DemoManifest.Source, CompleteThrough: through),
                new Progress<LoadProgress>(),
                ct);
        }
    }
}
