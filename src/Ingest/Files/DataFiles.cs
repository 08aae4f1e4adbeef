using System.IO.Compression;

namespace PrivateDomainBI.Ingest.Files;

/// <summary>
/// Opens data files as what their names say they are, and refuses what only looks like one.
/// <paramref name="describe"/> finds the columns in the end of a Parquet file.
/// </summary>
internal sealed class DataFiles(Func<byte[], CancellationToken, Task<List<FileColumn>>> describe)
{
    public async Task<IRowFile> OpenAsync(string path, char delimiter, Action<long> onRead, CancellationToken ct)
    {
        var stream = await OpenBytesAsync(path, onRead, ct);
        try
        {
            return Kind(path) switch
            {
                ".csv" or ".txt" => await CsvFile.OpenAsync(stream, path, delimiter, ct),
                ".tsv" => await CsvFile.OpenAsync(stream, path, '\t', ct),
                ".jsonl" or ".ndjson" or ".json" => await JsonLinesFile.OpenAsync(stream, path, ct),
                ".parquet" => await ParquetFile.OpenAsync(stream, path, describe, ct),
                _ => throw new LoadRefusedException(
                    $"{path}: a data file is named .csv, .jsonl or .parquet, each also with .gz behind it."),
            };
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static string Kind(string path) =>
        Path.GetExtension(IsGzip(path) ? Path.GetFileNameWithoutExtension(path) : path).ToLowerInvariant();

    private static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static async Task<Stream> OpenBytesAsync(string path, Action<long> onRead, CancellationToken ct)
    {
        if (Directory.Exists(path))
            throw new LoadRefusedException($"{path}: this is a directory; name the files, or a pattern such as {path.TrimEnd('/')}/*.csv.");
        if (!File.Exists(path))
            throw new LoadRefusedException($"{path}: there is no such file.");
        try
        {
            var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 1 << 18 });
            await RefuseOtherKindsAsync(file, path, ct);
            var counted = new CountedStream(file, onRead);
            return IsGzip(path) ? new GZipStream(counted, CompressionMode.Decompress) : counted;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LoadRefusedException($"{path}: {e.Message}");
        }
    }

    private static async Task RefuseOtherKindsAsync(FileStream file, string path, CancellationToken ct)
    {
        var start = new byte[4];
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        file.Position = 0;
        var wrong = start.AsSpan(0, length) switch
        {
            not [(byte)'P', (byte)'A', (byte)'R', (byte)'1'] when Kind(path) == ".parquet" && !IsGzip(path) => "this is not a Parquet file",
            [0x1F, 0x8B, ..] when !IsGzip(path) => "the file is compressed with gzip; its name must end with .gz",
            not [0x1F, 0x8B, ..] when IsGzip(path) => "the name ends with .gz but the file is not compressed with gzip",
            [(byte)'P', (byte)'K', 3, 4] => "this is a spreadsheet or zip file; save the sheet as 'CSV UTF-8'",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "the text is UTF-16; save it as UTF-8",
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1'] when Kind(path) != ".parquet" => "this is a Parquet file; its name must end with .parquet",
            _ => null,
        };
        if (wrong is null)
            return;
        await file.DisposeAsync();
        throw new LoadRefusedException($"{path}: {wrong}.");
    }
}
