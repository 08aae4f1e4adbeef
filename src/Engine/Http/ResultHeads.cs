namespace PrivateDomainBI.Engine.Http;

// TRICKY: libchdb formats every chunk of a streamed result by itself. Formats of rows alone can be strung
// together as they are; those that begin with names and types repeat them in each chunk; the others (JSON,
// Parquet …) make a document of each chunk, so such a result must not be streamed.
internal sealed class ResultHeads(string format)
{
    private byte[]? _head;

    public static bool CanStream(string format) =>
        format is "Native" or "LineAsString" or "RawBLOB" or "MsgPack" or "JSONStringsEachRow"
        || StartsWithAny(format, "TabSeparated", "TSV", "CSV", "RowBinary", "JSONEachRow", "JSONLines", "NDJSON", "JSONCompactEachRow", "JSONCompactStringsEachRow");

    // How many bytes of a chunk repeat what the first one began with.
    public int Repeated(ReadOnlySpan<byte> chunk)
    {
        if (_head is not null)
        {
            return chunk.StartsWith(_head) ? _head.Length : 0;
        }

        _head = chunk[..Length(chunk)].ToArray();
        return 0;
    }

    private int Length(ReadOnlySpan<byte> chunk)
    {
        var lines = format.EndsWith("WithNamesAndTypes", StringComparison.Ordinal) ? 2 : format.EndsWith("WithNames", StringComparison.Ordinal) ? 1 : 0;
        return lines == 0 ? 0 : format.StartsWith("RowBinary", StringComparison.Ordinal) ? BinaryLength(chunk, lines) : TextLength(chunk, lines);
    }

    private static int TextLength(ReadOnlySpan<byte> chunk, int lines)
    {
        var quoted = false;
        for (var at = 0; at < chunk.Length; at++)
        {
            // A quote doubled within a CSV name closes and opens again.
            quoted ^= chunk[at] == '"';
            if (chunk[at] == '\n' && !quoted && --lines == 0)
            {
                return at + 1;
            }
        }

        return chunk.Length;
    }

    private static int BinaryLength(ReadOnlySpan<byte> chunk, int lists)
    {
        var at = 0;
        for (var left = ReadNumber(chunk, ref at) * lists; left > 0; left--)
        {
            var length = ReadNumber(chunk, ref at);
            at += length;
        }

        return at;
    }

    private static int ReadNumber(ReadOnlySpan<byte> chunk, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = chunk[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }

    private static bool StartsWithAny(string format, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (format.StartsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
