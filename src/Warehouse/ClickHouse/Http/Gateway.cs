using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace PrivateDomainBI.Warehouse.ClickHouse.Http;

/// <summary>The one pool of HTTP connections of a data source, over TCP or a Unix socket.</summary>
internal sealed class Gateway : IDisposable
{
    // It is known without any work, so an engine that lets one wait has other troubles.
    private static readonly TimeSpan LongestChangeMark = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client;
    private readonly string _path;
    private readonly string _where;
    private readonly bool _isSocket;

    public Gateway(ClickHouseConnectionStringBuilder options)
    {
        _path = options.Path;
        _isSocket = options.Socket.Length > 0;
        _where = options.Socket.Length > 0 ? options.Socket : $"{options.Host}:{options.Port}";
        _client = new HttpClient(CreateHandler(options))
        {
            BaseAddress = new UriBuilder(options.Protocol, options.Socket.Length > 0 ? "localhost" : options.Host, options.Port).Uri,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (options.Username.Length > 0 || options.Password.Length > 0)
        {
            var user = options.Username.Length > 0 ? options.Username : "default";
            var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}"));
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }
    }

    /// <summary>Sends a statement and returns once the head of the answer is there; an error answer is thrown.</summary>
    public async ValueTask<QueryResponse> SendAsync(QueryRequest request, CancellationTokenSource abort, bool async, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        if (request.GiveUpAfter is { } patience)
            abort.CancelAfter(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(abort.Token, ct);
        using var message = request.ToMessage(_path);
        if (request.Data is not null)
            message.Headers.ExpectContinue = true;
        try
        {
            var response = async
                ? await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token)
                : _client.Send(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = async ? await response.Content.ReadAsStreamAsync(either.Token) : response.Content.ReadAsStream(either.Token);
            if (response.IsSuccessStatusCode && !response.Headers.Contains("X-ClickHouse-Exception-Code"))
                return new QueryResponse(response, body, request.QueryId, abort);
            using (response)
                throw await ReadErrorAsync(response, body, request.QueryId, async, either.Token);
        }
        catch (HttpRequestException ex)
        {
            throw new ClickHouseException(ClickHouseException.NetworkError, $"ClickHouse at {_where} cannot be reached: {Reason(ex)}", request.QueryId, ex);
        }
        catch (OperationCanceledException ex) when (!ct.IsCancellationRequested && Stopwatch.GetElapsedTime(started) >= request.GiveUpAfter)
        {
            throw new ClickHouseException(ClickHouseException.TimeoutExceeded, $"ClickHouse at {_where} gave no answer within {request.GiveUpAfter}.", request.QueryId, ex);
        }
    }

    /// <summary>See <see cref="ClickHouseDataSource.ChangeMarkAsync"/>.</summary>
    public async Task<string?> ChangeMarkAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestChangeMark);
        try
        {
            using var response = await _client.GetAsync(new Uri("/changes", UriKind.Relative), patience.Token);
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsStringAsync(patience.Token) : null;
        }
        catch (Exception ex) when (ex is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // Whoever needs to know why hears it from the statement that is asked instead.
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private static async ValueTask<ClickHouseException> ReadErrorAsync(
        HttpResponseMessage response, Stream body, string queryId, bool async, CancellationToken ct)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        var text = async ? await reader.ReadToEndAsync(ct) : reader.ReadToEnd();
        response.Headers.TryGetValues("X-ClickHouse-Exception-Code", out var codes);
        if (text.Length == 0)
            text = $"ClickHouse answered {(int)response.StatusCode} {response.ReasonPhrase}.";
        return ClickHouseException.FromText(text, queryId, codes?.FirstOrDefault());
    }

    private string Reason(HttpRequestException ex) => _isSocket && !File.Exists(_where)
        ? "there is no such socket; is the engine running?"
        : ex.InnerException?.Message ?? ex.Message;

    private static SocketsHttpHandler CreateHandler(ClickHouseConnectionStringBuilder options)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = options.Compression ? DecompressionMethods.GZip : DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            // Half-read answers are of queries that nobody waits for: end them instead of reading on.
            MaxResponseDrainSize = 64 * 1024,
            ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
        if (options.Socket.Length > 0)
        {
            var endpoint = new UnixDomainSocketEndPoint(options.Socket);
            handler.ConnectCallback = (_, ct) => ConnectAsync(endpoint, ct);
        }
        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(UnixDomainSocketEndPoint endpoint, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(endpoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
