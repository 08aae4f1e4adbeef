using System.Text;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Sessions;

// A connection and the settings it holds at the moment. Settings of a request are laid over the host's
// own with SET and are taken back when the next request comes, so that none leaks from one to the other.
internal sealed class Session(EngineConnection connection, SessionSettings hostSettings) : IDisposable
{
    private const string DefaultDatabase = "default";
    private readonly Dictionary<string, string> _current = [];
    private string _database = DefaultDatabase;
    private bool _dirty = true;

    public EngineConnection Connection => connection;

    // The statement left settings or temporary tables behind that this class does not know of.
    public void MarkDirty() => _dirty = true;

    public void Prepare(string? database, IReadOnlyDictionary<string, string> requested, string killId)
    {
        if (_dirty)
        {
            Clean();
        }

        try
        {
            Set(hostSettings.With(requested, killId));
            Use(database is null or "" ? DefaultDatabase : database);
        }
        catch (EngineException)
        {
            _dirty = true;
            throw;
        }
    }

    public void Dispose() => connection.Dispose();

    private void Set(Dictionary<string, string> wanted)
    {
        var changes = wanted.Where(s => _current.GetValueOrDefault(s.Key) != s.Value).Select(s => $"{s.Key} = {Quote(s.Value)}")
            .Concat(_current.Keys.Where(name => !wanted.ContainsKey(name)).Select(name => $"{name} = DEFAULT"))
            .ToList();
        if (changes.Count == 0)
        {
            return;
        }

        Run($"SET {string.Join(", ", changes)}");
        _current.Clear();
        foreach (var (name, value) in wanted)
        {
            _current[name] = value;
        }
    }

    private void Use(string database)
    {
        if (database != _database)
        {
            Run($"USE `{database.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`");
            _database = database;
        }
    }

    private void Clean()
    {
        foreach (var name in Read("SELECT name FROM system.settings WHERE changed"))
        {
            Run($"SET {name} = DEFAULT");
        }

        _current.Clear();
        _database = "";
        Use(DefaultDatabase);
        foreach (var table in Read("SELECT name FROM system.tables WHERE is_temporary"))
        {
            Run($"DROP TEMPORARY TABLE IF EXISTS `{table}`");
        }

        _dirty = false;
    }

    private void Run(string sql) => connection.Run(sql).Dispose();

    private string[] Read(string sql)
    {
        using var result = connection.Run(sql);
        return Encoding.UTF8.GetString(result.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Quote(string value) =>
        $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
