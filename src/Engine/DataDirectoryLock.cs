namespace PrivateDomainBI.Engine;

// Holds a data directory for one process. The system releases the lock when the process ends, however it
// ends, so a crash leaves nothing to clean up.
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    // Null: another process holds it.
    public static DataDirectoryLock? TryTake(string dataDirectory)
    {
        try
        {
            return new DataDirectoryLock(new FileStream(Path.Combine(dataDirectory, "engine.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (error.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
