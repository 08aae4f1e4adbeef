namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// One load at a time on one data directory, whichever process does it: a file that only one can hold open, and that
/// the system lets go of when its process ends, however it ends. Who is next holds another one, by which the holder sees
/// that somebody waits.
/// </summary>
internal sealed class LoadLock(string dataDirectory)
{
    internal static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly string _turn = Path.Combine(dataDirectory, "load.lock");
    private readonly string _next = Path.Combine(dataDirectory, "load.next.lock");

    /// <summary>Waits for its turn; <paramref name="onWaiting"/> is called once if there is one to wait for.</summary>
    public async Task<LoadTurn> AcquireAsync(Action onWaiting, TimeProvider time, CancellationToken ct)
    {
        Directory.CreateDirectory(dataDirectory);
        if (TryHold(_turn) is { } free)
            return new LoadTurn(free, IsAwaited, time);
        onWaiting();
        await using var next = await HoldAsync(_next, time, ct);
        return new LoadTurn(await HoldAsync(_turn, time, ct), IsAwaited, time);
    }

    private static async Task<FileStream> HoldAsync(string path, TimeProvider time, CancellationToken ct)
    {
        while (true)
        {
            if (TryHold(path) is { } held)
                return held;
            await Task.Delay(Poll, time, ct);
        }
    }

    private bool IsAwaited()
    {
        using var free = TryHold(_next);
        return free is null;
    }

    private static FileStream? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
