using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Http;

/// <summary>An answer whose body is still coming in. Disposing it early ends the connection, and so the query.</summary>
internal sealed class QueryResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly CancellationTokenSource _abort;
    private readonly CancellationTokenRegistration _onAbort;

    public QueryResponse(HttpResponseMessage message, Stream body, string queryId, CancellationTokenSource abort)
    {
        _message = message;
        _abort = abort;
        QueryId = Header("X-ClickHouse-Query-Id") ?? queryId;
        Buffer = new ResponseBuffer(body, Header("X-ClickHouse-Exception-Tag"), QueryId);
        Summary = ClickHouseSummary.Parse(QueryId, Header("X-ClickHouse-Summary"));
        _onAbort = abort.Token.Register(message.Dispose);
    }

    public string QueryId { get; }

    public ResponseBuffer Buffer { get; }

    public ClickHouseSummary Summary { get; }

    public string? Format => Header("X-ClickHouse-Format");

    /// <summary>More bytes of the body, or false at its end.</summary>
    public async ValueTask<bool> FillAsync(bool async, CancellationToken ct)
    {
        try
        {
            return await Buffer.FillAsync(async, ct);
        }
        catch (ClickHouseException ex) when (ex.Code == ClickHouseException.NetworkError && _abort.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was cancelled or did not end in time.", ex, _abort.Token);
        }
    }

    public void Dispose()
    {
        _onAbort.Dispose();
        Buffer.Dispose();
        _message.Dispose();
        _abort.Dispose();
    }

    private string? Header(string name) => _message.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
