using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PrivateDomainBI.Warehouse.ClickHouse.Http;
using PrivateDomainBI.Warehouse.ClickHouse.Sql;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>One statement with its {name:Type} parameters, settings, query id and time limit.</summary>
public sealed class ClickHouseCommand : DbCommand
{
    // The server ends a query in time by itself; this much later the client stops waiting for a server that hangs.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? _running;
    private int? _timeout;

    [AllowNull]
    public override string CommandText { get => field; set => field = value ?? ""; } = "";

    /// <summary>Seconds that the query may run (max_execution_time); 0 for no limit. Inserts have no limit unless one is set.</summary>
    public override int CommandTimeout
    {
        get => _timeout ?? (int)Math.Ceiling(Connection?.Source.Options.Timeout.TotalSeconds ?? 0);
        set => _timeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
                throw new NotSupportedException("ClickHouse takes SQL text alone.");
        }
    }

    public new ClickHouseConnection? Connection { get; set; }

    public new ClickHouseParameterCollection Parameters { get; } = new();

    /// <summary>ClickHouse settings for this statement alone.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>The id to run under, for logs and KILL QUERY; a new one for each run when null.</summary>
    public string? QueryId { get; set; }

    /// <summary>What the server said of the last run; for a streamed result, as far as it knew when the first rows came.</summary>
    public ClickHouseSummary? Summary { get; private set; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get => Connection; set => Connection = (ClickHouseConnection?)value; }

    protected override DbParameterCollection DbParameterCollection => Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    /// <summary>Ends the running statement; whoever waits for it gets an <see cref="OperationCanceledException"/>.</summary>
    public override void Cancel() => _running?.Cancel();

    public override void Prepare()
    {
        // HTTP has nothing to prepare.
    }

    public override int ExecuteNonQuery() => Completed(RunAsync(async: false, CancellationToken.None));

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => await RunAsync(async: true, cancellationToken);

    public override object? ExecuteScalar()
    {
        using var reader = ExecuteReader();
        return reader.Read() ? reader.GetValue(0) : null;
    }

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        await using var reader = await ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetValue(0) : null;
    }

    public new ClickHouseDataReader ExecuteReader() => (ClickHouseDataReader)base.ExecuteReader();

    public new async Task<ClickHouseDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) =>
        (ClickHouseDataReader)await base.ExecuteReaderAsync(cancellationToken);

    /// <summary>
    /// Sends <paramref name="data"/> as the rows of this INSERT … FORMAT …, in whatever format it names, without
    /// holding more than a chunk of it. <paramref name="encoding"/> is "gzip" when the bytes are gzipped.
    /// <paramref name="progress"/> hears how many bytes have gone. ClickHouse stores rows in blocks of about a million:
    /// a failed insert may leave the blocks before the failure.
    /// </summary>
    public async Task<ClickHouseSummary> InsertAsync(Stream data, string? encoding, IProgress<long>? progress, CancellationToken ct)
    {
        using var content = new StreamedContent(data, encoding, progress);
        try
        {
            return await SendInsertAsync(content, ct);
        }
        catch (ClickHouseException) when (content.SourceError is { } cause)
        {
            throw new IOException($"Reading the rows to insert failed: {cause.Message}", cause);
        }
    }

    internal async Task<ClickHouseSummary> SendInsertAsync(HttpContent content, CancellationToken ct)
    {
        using var response = await SendAsync(content, _timeout ?? 0, async: true, ct);
        await DrainAsync(response, async: true, ct);
        return response.Summary;
    }

    protected override DbParameter CreateDbParameter() => new ClickHouseParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Completed(ReadAsync(behavior, async: false, CancellationToken.None));

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await ReadAsync(behavior, async: true, cancellationToken);

    private async ValueTask<int> RunAsync(bool async, CancellationToken ct)
    {
        using var response = await SendAsync(data: null, CommandTimeout, async, ct);
        await DrainAsync(response, async, ct);
        return (int)Math.Min(response.Summary.WrittenRows, int.MaxValue);
    }

    private async ValueTask<ClickHouseDataReader> ReadAsync(CommandBehavior behavior, bool async, CancellationToken ct)
    {
        var response = await SendAsync(data: null, CommandTimeout, async, ct);
        var closes = behavior.HasFlag(CommandBehavior.CloseConnection) ? Connection : null;
        return await ClickHouseDataReader.OpenAsync(response, closes, async, ct);
    }

    private async ValueTask<QueryResponse> SendAsync(HttpContent? data, int timeout, bool async, CancellationToken ct)
    {
        var connection = Connection ?? throw new InvalidOperationException("The command has no connection.");
        if (connection.State != ConnectionState.Open)
            throw new InvalidOperationException("The connection is not open.");
        var abort = _running = new CancellationTokenSource();
        try
        {
            var response = await connection.Source.Gateway.SendAsync(CreateRequest(connection, data, timeout), abort, async, ct);
            Summary = response.Summary;
            return response;
        }
        catch
        {
            _running = null;
            abort.Dispose();
            throw;
        }
    }

    private QueryRequest CreateRequest(ClickHouseConnection connection, HttpContent? data, int timeout)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cancel_http_readonly_queries_on_client_close"] = "1",
            ["max_execution_time"] = timeout.ToString(CultureInfo.InvariantCulture),
        };
        if (connection.Source.Options.Compression)
            settings["enable_http_compression"] = "1";
        foreach (var (name, value) in connection.Source.Options.Settings.Concat(Settings))
            settings[name] = value;
        return new QueryRequest(CommandText, QueryId ?? Guid.NewGuid().ToString())
        {
            Database = connection.Database,
            SessionId = connection.SessionId,
            Parameters = ParameterText.For(CommandText, Parameters),
            Settings = settings,
            GiveUpAfter = timeout == 0 ? null : TimeSpan.FromSeconds(timeout) + Grace,
            Data = data,
        };
    }

    private static async ValueTask DrainAsync(QueryResponse response, bool async, CancellationToken ct)
    {
        do
        {
            response.Buffer.Consume(response.Buffer.Pending.Length);
        }
        while (await response.FillAsync(async, ct));
    }

    /// <summary>A call with async: false has already ended when it returns.</summary>
    internal static T Completed<T>(ValueTask<T> task) => task.GetAwaiter().GetResult();
}
