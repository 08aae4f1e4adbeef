using System.Globalization;
using System.Threading.Channels;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Sessions;

// The engine's connections, all opened at once before anything else runs (see SignalGuard) and kept until
// the end. A statement leases one for itself; one more is kept back to kill statements.
internal sealed class SessionPool : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private readonly List<Session> _sessions = [];
    private readonly Channel<Session> _free = Channel.CreateUnbounded<Session>();
    private readonly EngineConnection _control;
    private readonly Lock _controlLock = new();

    private readonly TimeSpan _stuckAfter;

    public SessionPool(EngineOptions options, string dataDirectory)
    {
        _stuckAfter = TimeSpan.FromSeconds(options.StuckAfterSeconds);
        Spool = Path.Combine(dataDirectory, "spool");
        if (Directory.Exists(Spool))
        {
            Directory.Delete(Spool, recursive: true);
        }

        Directory.CreateDirectory(Spool);
        string[] arguments =
        [
            $"--path={Path.Combine(dataDirectory, "warehouse")}",
            Argument("max_server_memory_usage", options.MaxMemoryBytes),
            Argument("background_pool_size", options.MergeThreads),
            // The engine's own caches are sized for a machine of its own.
            Argument("mark_cache_size", 64 << 20),
            Argument("index_mark_cache_size", 16 << 20),
            Argument("primary_index_cache_size", 64 << 20),
            Argument("query_condition_cache_size", 16 << 20),
        ];
        _control = EngineConnection.Open(arguments);
        var settings = new SessionSettings(options);
        for (var i = 0; i < options.Connections; i++)
        {
            var session = new Session(EngineConnection.Open(arguments), settings);
            _sessions.Add(session);
            _free.Writer.TryWrite(session);
        }
    }

    // Where a body waits that the engine cannot take as a stream; emptied at each start.
    public string Spool { get; }

    public async Task<Session> LeaseAsync(CancellationToken ct)
    {
        if (_free.Reader.TryRead(out var session))
        {
            return session;
        }

        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct);
        wait.CancelAfter(LongestWait);
        try
        {
            return await _free.Reader.ReadAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new EngineException(202, "TOO_MANY_SIMULTANEOUS_QUERIES", $"All {_sessions.Count} connections are busy");
        }
    }

    public void Return(Session session) => _free.Writer.TryWrite(session);

    // True once a running statement was told to stop. TRICKY: ASYNC always; KILL QUERY … SYNC hangs.
    public bool Kill(string killId)
    {
        lock (_controlLock)
        {
            using var result = _control.Run($"KILL QUERY WHERE {SessionSettings.KillCondition(killId)} ASYNC");
            return result.Length > 0;
        }
    }

    // A statement that has been told to stop for so long holds its session and its locks for ever, and soon nobody gets an
    // answer. The data survive a hard end, and whoever supervises the engine starts it again.
    public void EndIfStuckSince(TimeSpan told)
    {
        if (told < _stuckAfter)
        {
            return;
        }

        Console.Error.WriteLine($"A statement did not end within {_stuckAfter.TotalSeconds:0} s of being told to stop; the engine ends itself.");
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
    }

    public void KillAll()
    {
        lock (_controlLock)
        {
            _control.Run("KILL QUERY WHERE query NOT LIKE 'KILL%' ASYNC").Dispose();
        }
    }

    public string Scalar(string sql)
    {
        lock (_controlLock)
        {
            using var result = _control.Run(sql);
            return System.Text.Encoding.UTF8.GetString(result.Bytes).TrimEnd('\n');
        }
    }

    public void Dispose()
    {
        foreach (var session in _sessions)
        {
            session.Dispose();
        }

        _control.Dispose();
    }

    private static string Argument(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"--{name}={value}");
}
