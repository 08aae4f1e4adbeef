using System.Buffers.Binary;

namespace PrivateDomainBI.Ingest.Files;

/// <summary>
/// A Parquet file: its bytes go to the warehouse as they are. The warehouse also reads the columns, from a file that
/// consists of this one's end alone: that is where Parquet keeps them.
/// </summary>
internal sealed class ParquetFile : IRowFile
{
    private const int EndLength = 8;

    // More than any real list of columns and row groups takes.
    private const int LongestDescription = 64 << 20;

    private readonly FileStream _whole;

    private ParquetFile(FileStream whole, List<FileColumn> columns)
    {
        _whole = whole;
        Columns = columns;
    }

    public RowShape Shape => RowShape.Parquet;

    public IReadOnlyList<FileColumn> Columns { get; }

    public ulong? Sent => null;

    /// <summary>Parquet is read from its end, so a stream that only goes forward is laid down in a temporary file first.</summary>
    public static async Task<ParquetFile> OpenAsync(
        Stream source, string path, Func<byte[], CancellationToken, Task<List<FileColumn>>> describe, CancellationToken ct)
    {
        var whole = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            await using (source)
                await source.CopyToAsync(whole, ct);
            var description = await ReadDescriptionAsync(whole, path, ct);
            whole.Position = 0;
            return new ParquetFile(whole, await describe(description, ct));
        }
        catch
        {
            await whole.DisposeAsync();
            throw;
        }
    }

    public Task SendAsync(Stream target, CancellationToken ct) => _whole.CopyToAsync(target, 1 << 18, ct);

    public ValueTask DisposeAsync() => _whole.DisposeAsync();

    private static async Task<byte[]> ReadDescriptionAsync(FileStream whole, string path, CancellationToken ct)
    {
        var end = new byte[EndLength];
        if (whole.Length > 2 * EndLength)
        {
            whole.Position = whole.Length - EndLength;
            await whole.ReadExactlyAsync(end, ct);
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(end);
        if (!end.AsSpan(4).SequenceEqual("PAR1"u8) || length <= 0 || length > Math.Min(LongestDescription, whole.Length - EndLength))
            throw new LoadRefusedException($"{path}: the Parquet file is damaged or cut short.");
        var description = new byte[4 + length + EndLength];
        "PAR1"u8.CopyTo(description);
        whole.Position = whole.Length - EndLength - length;
        await whole.ReadExactlyAsync(description.AsMemory(4), ct);
        return description;
    }
}
