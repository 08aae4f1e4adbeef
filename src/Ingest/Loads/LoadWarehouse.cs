using System.Data.Common;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>The warehouse as a load uses it: statements that may take long, few small answers, rows as a stream.</summary>
internal sealed class LoadWarehouse(ClickHouseDataSource source, TimeProvider time)
{
    private const int Attempts = 4;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, object?> None = new(StringComparer.Ordinal);

    public async Task RunAsync(string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<List<T>> ReadAsync<T>(string sql, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> row, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(row(reader));
        return rows;
    }

    public async Task InsertAsync(string sql, Stream rows, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = Command(connection, sql, new Dictionary<string, object?>(StringComparer.Ordinal));
        await command.InsertAsync(rows, encoding: null, progress: null, ct);
    }

    /// <summary>
    /// Does work that can begin again from its start; when the engine goes away meanwhile, waits for it and begins again.
    /// <paramref name="away"/> is told each time.
    /// </summary>
    public async Task<T> InsistAsync<T>(Func<Task<T>> work, Action<ClickHouseException> away, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (ClickHouseException e) when (e.IsTransient && attempt < Attempts)
            {
                away(e);
                await WaitUntilItAnswersAsync(ct);
            }
        }
    }

    // The engine's supervisor starts it again when it dies; a server elsewhere has its own.
    private async Task WaitUntilItAnswersAsync(CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                await RunAsync("SELECT 1", None, ct);
                return;
            }
            catch (ClickHouseException e) when (e.IsTransient && time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Poll, time, ct);
            }
        }
    }

    /// <summary>The columns of a Parquet file, from a file that consists of its end. Times without a zone have none in their type then.</summary>
    public Task<List<FileColumn>> DescribeParquetAsync(byte[] description, CancellationToken ct) => ReadAsync(
        "DESCRIBE TABLE format(Parquet, unhex({description:String})) SETTINGS input_format_parquet_local_time_as_utc = 0",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["description"] = Convert.ToHexString(description) },
        row => Column(row.GetString(0), row.GetString(1)),
        ct);

    private static FileColumn Column(string name, string type)
    {
        var open = type.IndexOf("DateTime64(", StringComparison.Ordinal);
        var isLocal = open >= 0 && !type.Contains('\'', StringComparison.Ordinal);
        // Received as if it were UTC, so that its text is what the clock showed.
        return new FileColumn(name, isLocal ? type.Insert(type.IndexOf(')', open), ", 'UTC'") : type) { IsLocalTime = isLocal };
    }

    private static ClickHouseCommand Command(ClickHouseConnection connection, string sql, IReadOnlyDictionary<string, object?> parameters)
    {
        var command = connection.CreateCommand(sql);
        // A load ends when it is done, however large the file.
        command.CommandTimeout = 0;
        foreach (var (name, value) in parameters)
            command.Parameters.Add(name, value);
        return command;
    }
}
