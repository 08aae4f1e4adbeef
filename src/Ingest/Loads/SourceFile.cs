using PrivateDomainBI.Core;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Mappings;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>A file that was opened and found to have what its dataset needs.</summary>
internal sealed record SourceFile(string Path, IRowFile Rows, ReceiveTable Table) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Rows.DisposeAsync();

    /// <summary>Opens all files or refuses them with everything that is wrong with any.</summary>
    public static async Task<List<SourceFile>> OpenAllAsync(
        DataFiles files, IReadOnlyList<string> paths, Dataset dataset, Mapping? mapping, Action<long> onRead, CancellationToken ct)
    {
        var opened = new List<SourceFile>();
        var problems = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                var rows = await files.OpenAsync(path, mapping?.Delimiter ?? ',', onRead, ct);
                var table = ReceiveTable.For(path, rows, dataset, mapping);
                problems.AddRange(table.Problems.Select(problem => problem.ToString()));
                if (table.Value is { } good)
                    opened.Add(new SourceFile(path, rows, good));
                else
                    await rows.DisposeAsync();
            }
            catch (LoadRefusedException e)
            {
                problems.Add(e.Message);
            }
        }

        if (problems.Count == 0)
            return opened;
        await CloseAsync(opened);
        throw new LoadRefusedException(string.Join('\n', problems.Distinct(StringComparer.Ordinal)));
    }

    public static async Task CloseAsync(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
            await file.DisposeAsync();
    }
}
