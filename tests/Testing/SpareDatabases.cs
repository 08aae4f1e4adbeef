using System.Collections.Concurrent;
using System.Globalization;

namespace PrivateDomainBI.Testing;

/// <summary>
/// Databases with the product's tables, for tests that each want an empty one. To make the tables takes longer than most tests,
/// so whoever is done empties hers for the next. Tables and views may have been replaced, but must be as they were.
/// </summary>
public sealed class SpareDatabases(string prefix)
{
    private readonly ConcurrentDictionary<TestEngine, ConcurrentQueue<string>> _spare = new();
    private int _made;

    /// <summary>An empty database; <c>IsNew</c> when it has no tables yet.</summary>
    public async Task<(string Name, bool IsNew)> TakeAsync(TestEngine engine, CancellationToken ct)
    {
        if (Of(engine).TryDequeue(out var spare))
            return (spare, IsNew: false);
        var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Interlocked.Increment(ref _made)}");
        await engine.QueryAsync($"CREATE DATABASE {name}", ct);
        return (name, IsNew: true);
    }

    /// <summary>Empties a database. Working tables of a load that was cut short stay, empty, until the next load drops them.</summary>
    public async Task GiveBackAsync(TestEngine engine, string name)
    {
        var tables = await engine.QueryAsync($"SELECT name FROM system.tables WHERE database = '{name}' AND engine LIKE '%MergeTree' AND total_rows > 0 AND name != 'schema_migrations'");
        foreach (var table in tables.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            await engine.QueryAsync($"TRUNCATE TABLE {name}.{table} SYNC");
        Of(engine).Enqueue(name);
    }

    private ConcurrentQueue<string> Of(TestEngine engine) => _spare.GetOrAdd(engine, _ => new ConcurrentQueue<string>());
}
