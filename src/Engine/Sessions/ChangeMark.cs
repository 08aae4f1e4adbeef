namespace PrivateDomainBI.Engine.Sessions;

// As long as the mark is the same, nothing was written: it changes when a statement that may write begins and when one ends.
// Far cheaper to ask for than anything that is in a table.
internal sealed class ChangeMark
{
    // A mark of an engine that ran before must never be met again.
    private readonly string _engine = Guid.NewGuid().ToString("N");
    private readonly Lock _lock = new();
    private long _steps;
    private int _running;

    // Null while something is being written.
    public string? Current
    {
        get
        {
            lock (_lock)
            {
                return _running == 0 ? $"{_engine}-{_steps}" : null;
            }
        }
    }

    public void Begin() => Step(1);

    public void End() => Step(-1);

    private void Step(int more)
    {
        lock (_lock)
        {
            _steps++;
            _running += more;
        }
    }
}
