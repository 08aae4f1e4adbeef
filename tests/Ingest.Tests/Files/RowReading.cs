using System.Text;
using PrivateDomainBI.Ingest.Files;

namespace PrivateDomainBI.Ingest.Tests.Files;

/// <summary>A row as a file sends it to the warehouse.</summary>
internal sealed record SentRow(ulong Line, string Broken, string Raw, string[] Values)
{
    public override string ToString() => Broken.Length > 0 ? $"{Line}!{Broken}:{Raw}" : $"{Line}:{string.Join('|', Values)}";
}

internal static class RowReading
{
    /// <summary>What a CSV text becomes when it arrives in pieces of so many bytes.</summary>
    public static Task<List<SentRow>> CsvAsync(string text, int piece = int.MaxValue) => CsvAsync(Encoding.UTF8.GetBytes(text), piece);

    public static async Task<List<SentRow>> CsvAsync(byte[] bytes, int piece = int.MaxValue)
    {
        await using var file = await CsvFile.OpenAsync(new PiecemealStream(bytes, piece), "f.csv", ',', TestContext.Current.CancellationToken);
        return await RowsAsync(file, file.Columns.Count);
    }

    public static async Task<List<SentRow>> JsonAsync(string text, int piece = int.MaxValue)
    {
        await using var file = await JsonLinesFile.OpenAsync(new PiecemealStream(Encoding.UTF8.GetBytes(text), piece), "f.jsonl", TestContext.Current.CancellationToken);
        return await RowsAsync(file, columns: 0);
    }

    private static async Task<List<SentRow>> RowsAsync(IRowFile file, int columns)
    {
        using var sent = new MemoryStream();
        await file.SendAsync(sent, TestContext.Current.CancellationToken);
        sent.Position = 0;
        using var reader = new BinaryReader(sent);
        var rows = new List<SentRow>();
        while (sent.Position < sent.Length)
            rows.Add(new SentRow(reader.ReadUInt64(), Text(reader), Text(reader), [.. Enumerable.Range(0, columns).Select(_ => Text(reader))]));
        file.Sent.ShouldBe((ulong)rows.Count);
        return rows;
    }

    private static string Text(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes(reader.Read7BitEncodedInt()));
}

/// <summary>Gives a few bytes a time, as a pipe or a slow disk does.</summary>
internal sealed class PiecemealStream(byte[] bytes, int piece) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
}
