namespace PrivateDomainBI.Engine.Http;

// Formats that are read from their end and hold positions of their parts. They cannot come through a
// pipe; and libchdb, which counts positions anew in each chunk of a streamed result, writes them damaged.
internal static class FileFormats
{
    private static readonly string[] Names = ["Parquet", "ORC", "Arrow"];

    public static bool Contain(string format) => Names.Contains(format, StringComparer.OrdinalIgnoreCase);
}
