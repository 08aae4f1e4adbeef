using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Migrations;

/// <summary>
/// Brings the warehouse's tables up to date: runs sql/migrations/NNNN_name.sql in order, each once, forward only, and
/// remembers their checksums. A file is marked as applied after its last statement, so one that was cut short runs
/// again from its beginning; its statements must allow that (IF NOT EXISTS).
/// </summary>
public sealed partial class Migrator(ClickHouseDataSource warehouse, SqlFiles files, TimeProvider time, ILogger<Migrator> logger)
{
    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
          file String,
          checksum String,
          applied_at DateTime64(3, 'UTC'),
          seconds Float64
        ) ENGINE = MergeTree ORDER BY file
        """;

    /// <summary>Returns the files that were applied now.</summary>
    public async Task<IReadOnlyList<SqlFile>> MigrateAsync(CancellationToken ct)
    {
        var all = files.ReadAll("migrations");
        CheckNames(all);
        await using var connection = await warehouse.OpenConnectionAsync(ct);
        await RunAsync(connection, CreateTable, ct);
        var applied = await ReadAppliedAsync(connection, ct);
        var pending = CheckHistory(all, applied);
        foreach (var file in pending)
            await ApplyAsync(connection, file, ct);
        return pending;
    }

    private static void CheckNames(IReadOnlyList<SqlFile> all)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in all)
        {
            var match = NamePattern().Match(file.Name);
            if (!match.Success)
                throw new MigrationException($"sql/{file.Name}: a migration is named NNNN_what_it_does.sql.", inner: null);
            if (!numbers.TryAdd(match.Groups["number"].Value, file.Name))
                throw new MigrationException($"sql/{file.Name}: its number is taken by sql/{numbers[match.Groups["number"].Value]}.", inner: null);
        }
    }

    private static List<SqlFile> CheckHistory(IReadOnlyList<SqlFile> all, Dictionary<string, string> applied)
    {
        var newest = applied.Keys.Max(StringComparer.Ordinal);
        var missing = applied.Keys.Except(all.Select(f => f.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault();
        if (missing is not null)
            throw new MigrationException($"This warehouse has applied sql/{missing}, which this version does not have: it belongs to a newer version.", inner: null);
        var pending = new List<SqlFile>();
        foreach (var file in all)
        {
            if (!applied.TryGetValue(file.Name, out var checksum))
                pending.Add(file);
            else if (checksum != file.Checksum)
                throw new MigrationException($"sql/{file.Name} was edited after it had been applied; undo the edit and add a new migration.", inner: null);
        }
        if (pending.FirstOrDefault() is { } first && string.CompareOrdinal(first.Name, newest) < 0)
            throw new MigrationException($"sql/{first.Name} comes before sql/{newest}, which is applied already; give it a higher number.", inner: null);
        return pending;
    }

    private async Task ApplyAsync(ClickHouseConnection connection, SqlFile file, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        foreach (var statement in file.Statements)
        {
            try
            {
                await RunAsync(connection, statement.Text, ct);
            }
            catch (ClickHouseException ex) when (!ex.IsTransient)
            {
                throw new MigrationException($"sql/{file.Name}:{FailingLine(statement, ex)}: {ex.Message}", ex);
            }
        }
        await RecordAsync(connection, file, watch.Elapsed, ct);
        logger.LogInformation("Applied migration {File} in {Milliseconds} ms", file.Name, watch.ElapsedMilliseconds);
    }

    private async Task RecordAsync(ClickHouseConnection connection, SqlFile file, TimeSpan elapsed, CancellationToken ct)
    {
        await using var command = connection.CreateCommand(
            "INSERT INTO schema_migrations SELECT {file:String}, {checksum:String}, {at:DateTime64(3, 'UTC')}, {seconds:Float64}");
        command.Parameters.Add("file", file.Name);
        command.Parameters.Add("checksum", file.Checksum);
        command.Parameters.Add("at", time.GetUtcNow());
        command.Parameters.Add("seconds", elapsed.TotalSeconds);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task RunAsync(ClickHouseConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand(sql);
        // A migration may have to rewrite a table; it ends when it is done.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Dictionary<string, string>> ReadAppliedAsync(ClickHouseConnection connection, CancellationToken ct)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand("SELECT file, argMax(checksum, applied_at) FROM schema_migrations GROUP BY file");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    /// <summary>ClickHouse tells the line of a syntax error within the statement.</summary>
    private static int FailingLine(SqlStatement statement, ClickHouseException error)
    {
        var match = LinePattern().Match(error.Message);
        return match.Success
            ? statement.Line + int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) - 1
            : statement.Line;
    }

    [GeneratedRegex(@"^migrations/(?<number>\d{4})_[a-z0-9_]+\.sql$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\(line (?<line>\d+), col \d+\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinePattern();
}
