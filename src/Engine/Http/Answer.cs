using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Http;

// The reply to one statement. Headers leave with the first bytes; an error that comes later is written
// into the body between marks that carry the tag announced in X-ClickHouse-Exception-Tag.
internal sealed class Answer(HttpContext context, QueryRequest request, ServerIdentity server) : IAsyncDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly string _tag = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 16);
    private FileBufferingWriteStream? _waiting;
    private Stream? _output;

    public QueryCounts Counts { get; set; }

    private bool HasStarted => _output is not null && _waiting is null;

    public async Task WriteAsync(Stream bytes, CancellationToken ct)
    {
        _output ??= Open();
        await bytes.CopyToAsync(_output, ct);
        if (_waiting is null)
        {
            await _output.FlushAsync(ct);
        }
    }

    public async Task CompleteAsync(CancellationToken ct)
    {
        if (_output is null)
        {
            SetHeaders(compressed: false);
            return;
        }

        if (_waiting is null)
        {
            await _output.DisposeAsync();
            return;
        }

        SetHeaders(request.Options.CompressResult);
        await using var body = OpenBody();
        await _waiting.DrainBufferAsync(body, ct);
    }

    public async Task FailAsync(EngineException error, CancellationToken ct)
    {
        if (!HasStarted)
        {
            await ErrorAnswer.WriteAsync(context, error, server, request.Options.QueryId, ct);
            return;
        }

        // TRICKY: in one write, since clients look for the whole of it in the chunk where it begins.
        var text = error.Message + server.VersionSuffix;
        var length = Encoding.UTF8.GetByteCount(text).ToString(CultureInfo.InvariantCulture);
        await _output!.WriteAsync(Encoding.UTF8.GetBytes($"\r\n__exception__\r\n{_tag}\r\n{text}{length} {_tag}\r\n__exception__\r\n"), ct);
        await _output.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_waiting is not null)
        {
            await _waiting.DisposeAsync();
        }
    }

    private Stream Open()
    {
        if (request.Options.WaitEndOfQuery)
        {
            return _waiting = new FileBufferingWriteStream();
        }

        SetHeaders(request.Options.CompressResult);
        return OpenBody();
    }

    private Stream OpenBody() => request.Options.CompressResult
        ? new GZipStream(context.Response.Body, CompressionLevel.Fastest)
        : context.Response.Body;

    private void SetHeaders(bool compressed)
    {
        var response = context.Response;
        server.Sign(response, request.Options.QueryId);
        response.ContentType = ContentTypes.Of(request.Format);
        response.Headers["X-ClickHouse-Format"] = request.Format;
        response.Headers["X-ClickHouse-Exception-Tag"] = _tag;
        response.Headers["X-ClickHouse-Summary"] = Summary();
        if (compressed)
        {
            response.Headers.ContentEncoding = "gzip";
        }
    }

    private string Summary() => string.Create(CultureInfo.InvariantCulture,
        $$"""{"read_rows":"{{Counts.ReadRows}}","read_bytes":"{{Counts.ReadBytes}}","written_rows":"{{Counts.WrittenRows}}","written_bytes":"{{Counts.WrittenBytes}}","total_rows_to_read":"0","result_rows":"{{Counts.ResultRows}}","result_bytes":"{{Counts.ResultBytes}}","elapsed_ns":"{{(long)Stopwatch.GetElapsedTime(_started).TotalNanoseconds}}"}""");
}
