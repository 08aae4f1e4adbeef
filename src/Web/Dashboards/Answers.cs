using System.Collections.Concurrent;
using System.Text.Json;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>
/// Asks the warehouse on behalf of pages, and keeps the last answer to each question: while the engine is away
/// pages show that, and say from when it is.
/// </summary>
internal sealed class Answers(MetricQueries queries, TimeProvider time)
{
    private const int MostKept = 2_000;
    private readonly ConcurrentDictionary<string, (object Answer, DateTimeOffset At)> _kept = new(StringComparer.Ordinal);

    /// <summary>How far the data reach; StaleSince tells when that was read, if the engine is away.</summary>
    public Task<(DataState Answer, DateTimeOffset? StaleSince)> StateAsync(CancellationToken ct) =>
        KeepAsync("state", () => queries.StateAsync(ct));

    public Task<(MetricResult Answer, DateTimeOffset? StaleSince)> AskAsync(MetricRequest question, AccessScope scope, CancellationToken ct) =>
        KeepAsync(JsonSerializer.Serialize(new { question, scope }), () => queries.AnswerAsync(question, scope, ct));

    /// <summary>Any other reading, kept under its own name.</summary>
    public async Task<(T Answer, DateTimeOffset? StaleSince)> KeepAsync<T>(string key, Func<Task<T>> read)
        where T : class
    {
        try
        {
            var answer = await read();
            if (_kept.Count >= MostKept)
                _kept.Clear();
            _kept[key] = (answer, time.GetUtcNow());
            return (answer, null);
        }
        catch (Exception away) when (EngineAway.Caused(away) && _kept.ContainsKey(key))
        {
            return _kept.TryGetValue(key, out var kept) ? ((T)kept.Answer, kept.At) : throw new InvalidOperationException("The kept answer is gone.", away);
        }
    }
}
