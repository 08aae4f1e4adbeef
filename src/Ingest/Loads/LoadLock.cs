namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// One load at a time on one data directory, whichever process does it: a file that only one can hold open, and that
/// the system lets go of when its process ends, however it ends.
/// </summary>
internal sealed class LoadLock(string dataDirectory)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for its turn; <paramref name="onWaiting"/> is called once if there is one to wait for.</summary>
    public async Task<IAsyncDisposable> AcquireAsync(Action onWaiting, TimeProvider time, CancellationToken ct)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, "load.lock");
        for (var hasWaited = false; ; hasWaited = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!hasWaited)
                    onWaiting();
            }

            await Task.Delay(Poll, time, ct);
        }
    }
}
