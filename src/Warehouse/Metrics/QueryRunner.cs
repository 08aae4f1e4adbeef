using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// Runs one SELECT, reads its rows and writes one line of log about it. A page asks all its questions at once; a few run
/// together and the others wait their turn, so that one page neither keeps loads from the engine nor slows its own
/// questions down. Whoever goes away gives up the turn and what runs in it.
/// </summary>
public sealed class QueryRunner(ClickHouseDataSource source, SqlFiles files, ILogger<QueryRunner> log) : IDisposable
{
    // Each uses all cores, so more would not be faster; the engine takes eight statements at once, loads among them.
    internal const int Together = 4;

    // Views ask last whether a row is hidden by a fresh one, which is true of few and takes long to find out; the engine
    // would ask it first.
    private const string InOrder = "0";

    // To see whether another order of the rows than the table's own would be shorter to read takes three milliseconds for each
    // side of a question; only questions about some employees have one.
    private const string OtherOrders = "optimize_use_projections";

    private readonly SemaphoreSlim _turns = new(Together);
    private readonly KeptLists _kept = new(source);

    /// <summary>Runs a file of the <c>sql</c> folder.</summary>
    public Task<List<T>> ReadFileAsync<T>(string file, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken ct) =>
        ReadAsync(file, files.Read(file).Text, parameters, NewQueryId(), read, ct);

    /// <summary>The same of a small list that few loads change and many pages ask for; see <see cref="KeptLists"/>. Nobody may change the list.</summary>
    public Task<List<T>> ReadKeptFileAsync<T>(string file, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken ct) =>
        _kept.GetAsync(file, parameters, () => ReadFileAsync(file, parameters, read, ct), ct);

    /// <summary>Runs <paramref name="sql"/>; <paramref name="what"/> names it in the log. Errors of the engine are thrown as they come.</summary>
    public Task<List<T>> ReadAsync<T>(
        string what, string sql, IReadOnlyDictionary<string, object?> parameters, string queryId, Func<DbDataReader, T> read, CancellationToken ct) =>
        InTurnAsync(what, sql, parameters, maySortOtherwise: true, queryId, read, ct);

    /// <summary>Runs a compiled question; else the same.</summary>
    public Task<List<T>> ReadAsync<T>(string what, CompiledQuery query, string queryId, Func<DbDataReader, T> read, CancellationToken ct) =>
        InTurnAsync(what, query.Sql, query.Parameters, query.IsOfSomeEmployees, queryId, read, ct);

    private async Task<List<T>> InTurnAsync<T>(
        string what, string sql, IReadOnlyDictionary<string, object?> parameters, bool maySortOtherwise, string queryId, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return await RunAsync(what, sql, parameters, maySortOtherwise, queryId, read, ct);
        }
        finally
        {
            _turns.Release();
        }
    }

    public static string NewQueryId() => Guid.CreateVersion7().ToString("N");

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private async Task<List<T>> RunAsync<T>(
        string what, string sql, IReadOnlyDictionary<string, object?> parameters, bool maySortOtherwise, string queryId, Func<DbDataReader, T> read, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand(sql);
        command.QueryId = queryId;
        command.Settings["allow_reorder_prewhere_conditions"] = InOrder;
        command.Settings[OtherOrders] = maySortOtherwise ? "1" : "0";
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new ClickHouseParameter(name, value));
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        log.LogInformation("query {What}: {Rows} rows in {Milliseconds:0} ms, {QueryId}", what, rows.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds, queryId);
        return rows;
    }

    /// <summary>Names of customers by their ids.</summary>
    public async Task<Dictionary<string, string>> NamesAsync(IReadOnlyCollection<string> customerIds, CancellationToken ct)
    {
        if (customerIds.Count == 0)
            return [];
        var keys = customerIds.Select(id => ulong.Parse(id, CultureInfo.InvariantCulture)).Distinct().ToArray();
        var names = await ReadFileAsync(
            "queries/customer_names.sql",
            new Dictionary<string, object?> { ["keys"] = keys },
            row => (Id: row.GetFieldValue<ulong>(0).ToString(CultureInfo.InvariantCulture), Name: row.GetString(1)),
            ct);
        return names.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
    }
}
