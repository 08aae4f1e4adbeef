namespace PrivateDomainBI.Ingest.Loads;

/// <summary>The turn of one load, until it is disposed of.</summary>
internal sealed class LoadTurn(FileStream held, Func<bool> isAwaited, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Does work that another load need not wait for: its token is cancelled once somebody waits for the turn.</summary>
    public async Task UntilAwaitedAsync(Func<CancellationToken, Task> work)
    {
        using var awaited = new CancellationTokenSource();
        using var done = new CancellationTokenSource();
        var watching = WatchAsync(awaited, done.Token);
        try
        {
            await work(awaited.Token);
        }
        finally
        {
            await done.CancelAsync();
            await watching;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => held.DisposeAsync();

    private async Task WatchAsync(CancellationTokenSource awaited, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            if (isAwaited())
            {
                await awaited.CancelAsync();
                return;
            }

            await Task.Delay(LoadLock.Poll, time, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
