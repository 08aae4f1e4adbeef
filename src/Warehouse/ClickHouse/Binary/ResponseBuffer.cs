using System.Buffers;
using System.Text;

namespace PrivateDomainBI.Warehouse.ClickHouse.Binary;

/// <summary>
/// The received bytes not decoded yet. It finds the exception that the server writes among the rows when a query fails
/// half-way (\r\n__exception__\r\nTAG\r\ntext…, TAG being told in a header), so that its text is never taken for rows.
/// </summary>
internal sealed class ResponseBuffer : IDisposable
{
    private const int InitialSize = 64 * 1024;
    private const int LongestMessage = 1024 * 1024;

    private readonly Stream _stream;
    private readonly byte[] _marker;
    private readonly string _queryId;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _usable;
    private int _end;
    private bool _ended;
    private ClickHouseException? _failure;

    public ResponseBuffer(Stream stream, string? exceptionTag, string queryId)
    {
        _stream = stream;
        _queryId = queryId;
        _marker = exceptionTag is null ? [] : Encoding.ASCII.GetBytes($"\r\n__exception__\r\n{exceptionTag}");
    }

    public ReadOnlySpan<byte> Pending => _bytes.AsSpan(_start, _usable - _start);

    public void Consume(int count) => _start += count;

    /// <summary>Waits for more bytes; false at the end of the result. A failure of the query is thrown once all whole rows are taken.</summary>
    public async ValueTask<bool> FillAsync(bool async, CancellationToken ct)
    {
        var usableBefore = _usable - _start;
        while (!_ended)
        {
            MakeRoom();
            await ReadOnceAsync(async, ct);
            Scan();
            if (_failure is not null)
                await ReadMessageAsync(async, ct);
            // A row larger than the buffer is tried again only after the buffer has filled: else each network packet would.
            var isHalfARow = usableBefore >= InitialSize / 2 && _end < _bytes.Length && !_ended;
            if (_usable - _start > usableBefore && !isHalfARow)
                return true;
        }
        return _failure is null ? false : throw _failure;
    }

    /// <summary>What to throw when the bytes are no rows: the server's own words, where older servers leave them without a tag.</summary>
    public Exception Broken(Exception? cause)
    {
        var tail = Encoding.UTF8.GetString(_bytes, 0, _end);
        return _failure
            ?? ClickHouseException.Within(tail, _queryId)
            ?? new ClickHouseException(ClickHouseException.NetworkError, "The result broke off before its end.", _queryId, cause);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _start = _usable = _end = 0;
        _ended = true;
    }

    private async ValueTask ReadOnceAsync(bool async, CancellationToken ct)
    {
        try
        {
            var free = _bytes.AsMemory(_end);
            var count = async ? await _stream.ReadAsync(free, ct) : _stream.Read(free.Span);
            _end += count;
            _ended = count == 0;
        }
        catch (Exception ex) when (ex is IOException or InvalidDataException or ObjectDisposedException)
        {
            _ended = true;
            if (_failure is null)
                throw Broken(ex);
        }
    }

    private void Scan()
    {
        if (_marker.Length == 0 || _failure is not null)
        {
            _usable = _failure is null ? _end : _usable;
            return;
        }
        var fresh = _bytes.AsSpan(_usable, _end - _usable);
        var found = fresh.IndexOf(_marker);
        if (found >= 0)
        {
            _usable += found;
            _failure = new ClickHouseException(0, "The query failed.", _queryId);
        }
        else
        {
            _usable = _ended ? _end : _end - PossibleStart(fresh);
        }
    }

    /// <summary>How many of the last bytes may be the beginning of the marker; they wait for what follows.</summary>
    private int PossibleStart(ReadOnlySpan<byte> fresh)
    {
        for (var length = Math.Min(_marker.Length - 1, fresh.Length); length > 0; length--)
        {
            if (fresh[^length..].SequenceEqual(_marker.AsSpan(0, length)))
                return length;
        }
        return 0;
    }

    private async ValueTask ReadMessageAsync(bool async, CancellationToken ct)
    {
        while (!_ended && _end - _usable < LongestMessage)
        {
            MakeRoom();
            await ReadOnceAsync(async, ct);
        }
        _ended = true;
        var text = Encoding.UTF8.GetString(_bytes, _usable + _marker.Length, _end - _usable - _marker.Length);
        // After the message stand its length, the tag and the marker again.
        var trailer = text.LastIndexOf("\r\n__exception__", StringComparison.Ordinal);
        var message = trailer < 0 ? text : text[..Math.Max(0, text.LastIndexOf(' ', trailer - 1))].TrimEnd("0123456789".ToCharArray());
        _failure = ClickHouseException.FromText(message, _queryId);
    }

    private void MakeRoom()
    {
        if (_end < _bytes.Length)
            return;
        var kept = _bytes.AsSpan(_start, _end - _start);
        var target = kept.Length > _bytes.Length / 2 ? ArrayPool<byte>.Shared.Rent(_bytes.Length * 2) : _bytes;
        kept.CopyTo(target);
        if (target != _bytes)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = target;
        _usable -= _start;
        _end -= _start;
        _start = 0;
    }
}
