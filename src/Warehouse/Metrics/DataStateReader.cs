using Microsoft.Extensions.Options;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// Reads how far the data reach. Whoever asks gets a reading that began after asking, so that nothing loaded before is
/// missed; those who ask while one is under way share the next.
/// </summary>
public sealed class DataStateReader(QueryRunner queries, IOptions<BusinessOptions> business)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    private readonly Lock _lock = new();
    private Task<DataState> _current = Task.FromResult(new DataState(0, new Dictionary<string, DateOnly>(), new HashSet<string>()));
    private Task<DataState>? _next;

    // A reading while nothing was being written: true until the next load is finished, and not asked for again until then.
    private DataState? _known;

    /// <summary>How far the data reach now.</summary>
    public Task<DataState> ReadAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            if (_next is null && _current.IsCompleted)
                _current = ReadOnceAsync();
            else
                _next ??= ReadNextAsync(_current);
            return (_next ?? _current).WaitAsync(ct);
        }
    }

    private async Task<DataState> ReadNextAsync(Task current)
    {
        await current.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_lock)
        {
            _current = _next!;
            _next = null;
        }

        return await ReadOnceAsync();
    }

    // Not by a caller's token: one who leaves must not take the reading from the others.
    private async Task<DataState> ReadOnceAsync()
    {
        var (version, isSettled) = (await queries.ReadFileAsync(
            "queries/data_version.sql", Nothing, row => (row.GetFieldValue<ulong>(0), row.GetBoolean(1)), CancellationToken.None)).Single();
        if (isSettled && _known is { } known && known.DataVersion == version)
            // A setting and no data: what is set now.
            return known with { Margin = business.Value.Margin };
        var state = await ReadWholeAsync(isSettled);
        if (isSettled && state.DataVersion == version)
            _known = state;
        return state;
    }

    private async Task<DataState> ReadWholeAsync(bool isSettled)
    {
        var rows = await queries.ReadFileAsync(
            "queries/data_state.sql",
            Nothing,
            row => (Dataset: row.GetString(0), Day: row.IsDBNull(1) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(1), Version: row.GetFieldValue<ulong>(2)),
            CancellationToken.None);
        return new DataState(
            rows.Where(row => row.Dataset.Length == 0).Select(row => row.Version).DefaultIfEmpty(0UL).Max(),
            rows.Where(row => row.Day is not null).ToDictionary(row => row.Dataset, row => row.Day!.Value, StringComparer.Ordinal),
            rows.Where(row => row.Day is null && row.Dataset.Length > 0).Select(row => row.Dataset).ToHashSet(StringComparer.Ordinal),
            business.Value.Margin,
            isSettled);
    }
}
