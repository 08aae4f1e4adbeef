namespace PrivateDomainBI.Engine.Http;

// The media type of a result in one of ClickHouse's formats.
internal static class ContentTypes
{
    private static readonly string[] Binary =
        ["RowBinary", "Native", "Parquet", "Arrow", "ORC", "Avro", "Protobuf", "CapnProto", "MsgPack", "BSON", "Npy", "Buffers"];

    public static string Of(string format) => format switch
    {
        _ when format.StartsWith("JSONEachRow", StringComparison.Ordinal) || format is "JSONLines" or "NDJSON" or "JSONStringsEachRow"
            || (format.StartsWith("JSONCompact", StringComparison.Ordinal) && format.Contains("EachRow", StringComparison.Ordinal)) => "application/x-ndjson; charset=UTF-8",
        _ when format.StartsWith("JSON", StringComparison.Ordinal) => "application/json; charset=UTF-8",
        "CSV" => "text/csv; charset=UTF-8; header=absent",
        _ when format.StartsWith("CSVWithNames", StringComparison.Ordinal) => "text/csv; charset=UTF-8; header=present",
        _ when format.StartsWith("TabSeparated", StringComparison.Ordinal) || format.StartsWith("TSV", StringComparison.Ordinal) => "text/tab-separated-values; charset=UTF-8",
        "XML" => "application/xml; charset=UTF-8",
        _ when Array.Exists(Binary, b => format.StartsWith(b, StringComparison.Ordinal)) => "application/octet-stream",
        _ => "text/plain; charset=UTF-8",
    };
}
