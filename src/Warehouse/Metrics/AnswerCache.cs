using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// Keeps answers under everything they depend on: the data's version, the metric's, the question and whose it is. A key
/// that is asked for again means the same rows, so an answer found here is never out of date; one that is being worked out is
/// waited for.
/// </summary>
public sealed class AnswerCache : IDisposable
{
    // In rows of answers; a row with its places, labels and warnings is up to a kilobyte.
    private const long MostRows = 60_000;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostRows });
    private readonly SharedWork<MetricResult> _asked = new();

    /// <summary>
    /// The kept answer, or a new one, which is kept unless the facts were changing while it was read. What <paramref name="ask"/>
    /// rests on is then not taken for sure any more, and it is asked again without.
    /// </summary>
    internal async Task<MetricResult> GetAsync(
        DataState state, Metric metric, MetricRequest request, AccessScope scope,
        Func<DataState, CancellationToken, Task<MetricResult>> ask, Func<CancellationToken, Task<DataState>> stateNow, CancellationToken ct)
    {
        var key = JsonSerializer.Serialize(new { state.DataVersion, metric.Version, request, scope });
        return _answers.TryGetValue(key, out MetricResult? kept) ? kept! : await _asked.GetAsync(key, AskAsync, ct);

        async Task<MetricResult> AskAsync(CancellationToken shared)
        {
            var (answer, isOfOneVersion) = await SureOf.ReadAsync(state, ask, stateNow, shared);
            if (isOfOneVersion)
                _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Rows.Count + 1 });
            return answer;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _answers.Dispose();
}
