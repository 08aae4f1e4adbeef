using System.Collections.Concurrent;
using System.Text.Json;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// Keeps small lists that pages ask for again and again, as long as the engine says that nothing was written since they were
/// read. Where it does not tell, each is read anew.
/// </summary>
internal sealed class KeptLists(ClickHouseDataSource source)
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, (string Mark, object Rows)> _kept = new(StringComparer.Ordinal);

    public async Task<List<T>> GetAsync<T>(string file, IReadOnlyDictionary<string, object?> parameters, Func<Task<List<T>>> read, CancellationToken ct)
    {
        // Asked for before the reading, so that what is written meanwhile makes it another one.
        if (await source.ChangeMarkAsync(ct) is not { } mark)
            return await read();
        var key = file + JsonSerializer.Serialize(parameters);
        if (_kept.TryGetValue(key, out var kept) && kept.Mark == mark)
            return (List<T>)kept.Rows;
        var rows = await read();
        if (_kept.Count >= Most)
            _kept.Clear();
        _kept[key] = (mark, rows);
        return rows;
    }
}
