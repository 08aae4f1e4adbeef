using System.Net;
using System.Net.Http.Headers;

namespace PrivateDomainBI.Warehouse.ClickHouse.Http;

/// <summary>A request body that is copied from a stream as it is read, telling how many bytes have gone.</summary>
internal sealed class StreamedContent : HttpContent
{
    private const int ChunkSize = 128 * 1024;

    private readonly Stream _source;
    private readonly IProgress<long>? _progress;

    public StreamedContent(Stream source, string? encoding, IProgress<long>? progress)
    {
        _source = source;
        _progress = progress;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (encoding is not null)
            Headers.ContentEncoding.Add(encoding);
    }

    /// <summary>What reading the source threw: the HTTP client would hide it behind an error of its own.</summary>
    public Exception? SourceError { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var chunk = new byte[ChunkSize];
        long sent = 0;
        for (int count; (count = await ReadSourceAsync(chunk, cancellationToken)) > 0;)
        {
            await stream.WriteAsync(chunk.AsMemory(0, count), cancellationToken);
            _progress?.Report(sent += count);
        }
    }

    private async ValueTask<int> ReadSourceAsync(byte[] chunk, CancellationToken ct)
    {
        try
        {
            return await _source.ReadAsync(chunk, ct);
        }
        catch (Exception ex)
        {
            SourceError = ex;
            throw;
        }
    }
}
