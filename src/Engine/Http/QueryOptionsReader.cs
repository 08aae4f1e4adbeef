using Microsoft.AspNetCore.Http;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Http;

// Sorts the names of a ClickHouse URL: what HTTP itself needs, param_… values, and settings: all the rest.
internal static class QueryOptionsReader
{
    // Known to ClickHouse's HTTP interface and either read below or without meaning here: there are no
    // sessions, quotas or roles.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "query", "database", "default_format", "query_id", "user", "password", "quota_key", "role",
        "session_id", "session_timeout", "session_check", "close_session", "stacktrace", "buffer_size",
        "wait_end_of_query", "compress", "decompress", "enable_http_compression", "readonly",
        "client_protocol_version", "send_progress_in_http_headers", "http_headers_progress_interval_ms",
        "http_zlib_compression_level", "add_http_cors_header", "log_comment",
    };

    public static QueryOptions Read(HttpRequest request, IFormCollection? form)
    {
        var byName = new Dictionary<string, string>();
        foreach (var (name, value) in request.Query.Concat(form ?? FormCollection.Empty))
        {
            byName[name] = value.ToString();
        }

        if (IsOn(byName, "compress") || IsOn(byName, "decompress"))
        {
            throw new EngineException(48, "NOT_IMPLEMENTED", "ClickHouse's own block compression is not supported; use gzip and enable_http_compression=1");
        }

        return new QueryOptions
        {
            QueryId = First(byName.GetValueOrDefault("query_id"), request.Headers["X-ClickHouse-Query-Id"], Guid.NewGuid().ToString()),
            DefaultFormat = First(request.Headers["X-ClickHouse-Format"], byName.GetValueOrDefault("default_format"), QueryOptions.ImpliedFormat),
            Database = First(request.Headers["X-ClickHouse-Database"], byName.GetValueOrDefault("database"), ""),
            ReadOnly = !HttpMethods.IsPost(request.Method) || byName.GetValueOrDefault("readonly") is "1" or "2",
            WaitEndOfQuery = IsOn(byName, "wait_end_of_query"),
            CompressResult = IsOn(byName, "enable_http_compression") && request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase),
            Parameters = [.. byName.Where(IsParameter).Select(p => KeyValuePair.Create(p.Key["param_".Length..], p.Value))],
            Settings = byName.Where(s => !IsParameter(s) && !Reserved.Contains(s.Key)).ToDictionary(),
        };
    }

    private static bool IsParameter(KeyValuePair<string, string> field) => field.Key.StartsWith("param_", StringComparison.Ordinal);

    private static bool IsOn(Dictionary<string, string> fields, string name) => fields.GetValueOrDefault(name) is not (null or "" or "0" or "false");

    private static string First(string? wanted, string? other, string otherwise) =>
        !string.IsNullOrEmpty(wanted) ? wanted : !string.IsNullOrEmpty(other) ? other : otherwise;
}
