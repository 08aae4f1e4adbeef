using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using PrivateDomainBI.Engine.Native;
using PrivateDomainBI.Engine.Statements;

namespace PrivateDomainBI.Engine.Http;

// Reads a request up to the point where its rows begin, and no further: those are streamed later. As in
// ClickHouse the statement is the `query` of the URL, a line end, and the body.
internal static class QueryRequestReader
{
    private const int LongestStatement = 16 << 20;

    // Null: nothing was asked. ClickHouse answers that as it answers a ping.
    public static async Task<QueryRequest?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var form = request.HasFormContentType && request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await request.ReadFormAsync(ct)
            : null;
        if (form is { Files.Count: > 0 })
        {
            throw new EngineException(48, "NOT_IMPLEMENTED", "External tables are not supported");
        }

        var options = QueryOptionsReader.Read(request, form);
        var body = form is null ? Decompress(request) : Stream.Null;
        var text = new MemoryStream();
        text.Write(Encoding.UTF8.GetBytes(request.Query["query"].ToString() is { Length: > 0 } inUrl ? inUrl + "\n" : ""));
        text.Write(Encoding.UTF8.GetBytes(form?["query"].ToString() ?? ""));
        var buffer = new byte[64 << 10];
        while (true)
        {
            if (StatementReader.Read(Written(text), complete: false) is { } statement)
            {
                return Assemble(statement, Written(text), body, options);
            }

            var read = await body.ReadAsync(buffer, ct);
            if (read == 0)
            {
                return Written(text).Span.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? null : Assemble(StatementReader.Read(Written(text), complete: true)!, Written(text), body, options);
            }

            text.Write(buffer.AsSpan(0, read));
            if (text.Length > LongestStatement)
            {
                throw new EngineException(229, "QUERY_IS_TOO_LARGE", $"The statement is longer than {LongestStatement} bytes; send rows after INSERT … FORMAT");
            }
        }
    }

    private static QueryRequest Assemble(Statement statement, ReadOnlyMemory<byte> text, Stream body, QueryOptions options)
    {
        // The line end after the URL's query is no row.
        var rows = text[statement.RowsStart..];
        return new QueryRequest(statement, rows, body) { Options = options };
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream text) => text.GetBuffer().AsMemory(0, (int)text.Length);

    private static Stream Decompress(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToUpperInvariant() switch
    {
        "" or "IDENTITY" => request.Body,
        "GZIP" or "X-GZIP" => new GZipStream(request.Body, CompressionMode.Decompress),
        "DEFLATE" => new ZLibStream(request.Body, CompressionMode.Decompress),
        "BR" => new BrotliStream(request.Body, CompressionMode.Decompress),
        var other => throw new EngineException(48, "NOT_IMPLEMENTED", $"Content-Encoding {other} is not supported; use gzip, deflate or br"),
    };
}
