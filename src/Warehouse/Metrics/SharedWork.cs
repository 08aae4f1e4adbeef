namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// What several ask for at the same time is worked out once. Whoever goes away gives up waiting, and the work ends when the last
/// one has gone; a failure is everyone's who waited for it, and the next one to ask begins anew.
/// </summary>
internal sealed class SharedWork<T>
{
    private readonly Dictionary<string, Work> _underWay = new(StringComparer.Ordinal);

    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<T> GetAsync(string key, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var shared = Join(key, work);
        try
        {
            // One's own token ends one's own waiting; the work goes on for the others.
            return await shared.Result.WaitAsync(ct);
        }
        finally
        {
            Leave(key, shared);
        }
    }

    private Work Join(string key, Func<CancellationToken, Task<T>> work)
    {
        lock (_underWay)
        {
            if (!_underWay.TryGetValue(key, out var shared))
                _underWay[key] = shared = new Work(work);
            shared.Waiting++;
            return shared;
        }
    }

    private void Leave(string key, Work shared)
    {
        lock (_underWay)
        {
            if (--shared.Waiting > 0)
                return;
            _underWay.Remove(key);
        }

        shared.End();
    }

    private sealed class Work : IDisposable
    {
        private readonly CancellationTokenSource _end = new();

        public Work(Func<CancellationToken, Task<T>> work) => Result = Task.Run(() => work(_end.Token));

        public int Waiting { get; set; }

        public Task<T> Result { get; }

        public void End()
        {
            _end.Cancel();
            // Nobody is left to see how it ends.
            _ = Result.ContinueWith(
                ended =>
                {
                    _ = ended.Exception;
                    Dispose();
                },
                TaskScheduler.Default);
        }

        public void Dispose() => _end.Dispose();
    }
}
