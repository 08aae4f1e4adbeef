using Microsoft.Extensions.Options;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// Reads how far the data reach. Whoever asks gets a reading that began after asking, so that nothing loaded before is
/// missed; those who ask while one is under way share the next.
/// </summary>
public sealed class DataStateReader(ClickHouseDataSource source, QueryRunner queries, IOptions<BusinessOptions> business)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    private readonly Lock _lock = new();
    private Task<DataState> _current = Task.FromResult(new DataState(0, new Dictionary<string, DateOnly>(), new HashSet<string>()));
    private Task<DataState>? _next;

    // A reading while no batch was writing: true until the next one does, and not asked for again until then.
    private (DataState State, Moment Moment, string? Mark)? _known;

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
        // Asked for before the reading, so that what is written meanwhile makes it another one.
        var mark = await source.ChangeMarkAsync(CancellationToken.None);
        var state = mark is not null && _known is { } known && known.Mark == mark ? known.State : await ReadChangedAsync(mark);
        // Settings and no data: what is set now.
        return state with { Margin = business.Value.Margin, TagCategories = business.Value.TagCategories };
    }

    private async Task<DataState> ReadChangedAsync(string? mark)
    {
        var moment = (await queries.ReadFileAsync(
            "queries/data_version.sql",
            Nothing,
            row => new Moment(row.GetFieldValue<ulong>(0), row.GetBoolean(1), row.GetBoolean(2), row.GetFieldValue<ulong>(3)),
            CancellationToken.None)).Single();
        var state = !moment.IsWriting && _known is { } known && known.Moment == moment ? known.State : await ReadWholeAsync(moment.IsSettled);
        if (!moment.IsWriting && state.DataVersion == moment.DataVersion)
            _known = (state, moment, mark);
        return state;
    }

    private async Task<DataState> ReadWholeAsync(bool isSettled)
    {
        var latest = isSettled ? LatestDaysAsync() : null;
        var rows = await queries.ReadFileAsync(
            "queries/data_state.sql",
            Nothing,
            row => (Dataset: row.GetString(0), Day: row.IsDBNull(1) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(1), Version: row.GetFieldValue<ulong>(2),
                Since: row.IsDBNull(3) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(3)),
            CancellationToken.None);
        return new DataState(
            rows.Where(row => row.Dataset.Length == 0).Select(row => row.Version).DefaultIfEmpty(0UL).Max(),
            rows.Where(row => row.Day is not null).ToDictionary(row => row.Dataset, row => row.Day!.Value, StringComparer.Ordinal),
            rows.Where(row => row.Day is null && row.Dataset.Length > 0).Select(row => row.Dataset).ToHashSet(StringComparer.Ordinal),
            IsSettled: isSettled,
            Latest: latest is null ? null : await latest,
            Since: rows.Where(row => row.Since is not null).ToDictionary(row => row.Dataset, row => row.Since!.Value, StringComparer.Ordinal));
    }

    private async Task<IReadOnlyDictionary<string, DateOnly>> LatestDaysAsync() => (await queries.ReadFileAsync(
        "queries/latest_days.sql",
        Nothing,
        row => Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, row.GetFieldValue<DateOnly>, StringComparer.Ordinal),
        CancellationToken.None)).Single();

    // InFacts: the batch that has written what it brought and whose facts are being made, 0 for none; what the data reach to
    // stays the same for as long as that takes, which may be the most of a load.
    private readonly record struct Moment(ulong DataVersion, bool IsSettled, bool IsWriting, ulong InFacts);
}
