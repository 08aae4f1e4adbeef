namespace PrivateDomainBI.Ingest.Loads;

/// <summary>Adds up what was read of all files and tells it, together with the step the load is at.</summary>
internal sealed class ProgressMeter(IReadOnlyList<string> paths, IProgress<LoadProgress> progress)
{
    private readonly long _inAll = paths.Where(File.Exists).Sum(path => new FileInfo(path).Length);
    private LoadStep _step = LoadStep.Waiting;
    private long _read;

    public void Enter(LoadStep step)
    {
        _step = step;
        Tell();
    }

    /// <summary>Receiving begins, perhaps not for the first time.</summary>
    public void StartOver()
    {
        Interlocked.Exchange(ref _read, 0);
        Enter(LoadStep.Receiving);
    }

    public void Add(long bytes)
    {
        Interlocked.Add(ref _read, bytes);
        if (_step == LoadStep.Receiving)
            Tell();
    }

    private void Tell() => progress.Report(new LoadProgress(_step, Interlocked.Read(ref _read), _inAll));
}
