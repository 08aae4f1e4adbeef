using System.Net;
using System.Net.Http.Headers;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;
using PrivateDomainBI.Warehouse.ClickHouse.Types;

namespace PrivateDomainBI.Warehouse.ClickHouse.Http;

/// <summary>A request body that encodes rows as they are drawn, a chunk at a time.</summary>
internal sealed class RowsContent : HttpContent
{
    private const int ChunkSize = 128 * 1024;

    private readonly string[] _names;
    private readonly ColumnType[] _types;
    private readonly string[] _typeNames;
    private readonly IAsyncEnumerable<object?[]> _rows;
    private readonly IProgress<long>? _progress;

    public RowsContent(string[] names, string[] typeNames, IAsyncEnumerable<object?[]> rows, IProgress<long>? progress)
    {
        (_names, _typeNames, _rows, _progress) = (names, typeNames, rows, progress);
        _types = [.. typeNames.Select(TypeCatalog.Get)];
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    public long RowsWritten { get; private set; }

    /// <summary>What drawing or encoding the rows threw: the HTTP client may hide it behind an error of its own.</summary>
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
        using var writer = new RowWriter();
        WriteHead(writer);
        await using var rows = _rows.GetAsyncEnumerator(cancellationToken);
        while (await EncodeNextAsync(rows, writer))
        {
            if (writer.Length >= ChunkSize)
                await FlushAsync(stream, writer, cancellationToken);
        }
        await FlushAsync(stream, writer, cancellationToken);
    }

    private void WriteHead(RowWriter writer)
    {
        writer.WriteLength(_names.Length);
        foreach (var text in _names.Concat(_typeNames))
            writer.WriteString(text);
    }

    private async ValueTask<bool> EncodeNextAsync(IAsyncEnumerator<object?[]> rows, RowWriter writer)
    {
        try
        {
            if (!await rows.MoveNextAsync())
                return false;
            Encode(writer, rows.Current);
            RowsWritten++;
            return true;
        }
        catch (Exception ex)
        {
            SourceError = ex;
            throw;
        }
    }

    private void Encode(RowWriter writer, object?[] row)
    {
        if (row.Length != _types.Length)
            throw new InvalidCastException($"Row {RowsWritten + 1} has {row.Length} values for {_types.Length} columns.");
        for (var i = 0; i < row.Length; i++)
        {
            try
            {
                _types[i].WriteObject(writer, row[i]);
            }
            catch (Exception ex) when (ex is InvalidCastException or OverflowException or FormatException or ArgumentException)
            {
                throw new InvalidCastException($"Row {RowsWritten + 1}, column '{_names[i]}': {ex.Message}", ex);
            }
        }
    }

    private async ValueTask FlushAsync(Stream stream, RowWriter writer, CancellationToken ct)
    {
        await stream.WriteAsync(writer.Written, ct);
        _progress?.Report(RowsWritten);
        writer.Clear();
    }
}
