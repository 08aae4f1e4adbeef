using System.Globalization;
using System.Text.Json;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>What the server says a query did (X-ClickHouse-Summary), with the id it ran under.</summary>
public sealed record ClickHouseSummary(string QueryId, long ReadRows, long ReadBytes, long WrittenRows, long WrittenBytes, TimeSpan Elapsed)
{
    internal static ClickHouseSummary Parse(string queryId, string? header)
    {
        if (string.IsNullOrEmpty(header))
            return new ClickHouseSummary(queryId, 0, 0, 0, 0, TimeSpan.Zero);
        using var json = JsonDocument.Parse(header);
        var root = json.RootElement;
        return new ClickHouseSummary(
            queryId,
            Number(root, "read_rows"),
            Number(root, "read_bytes"),
            Number(root, "written_rows"),
            Number(root, "written_bytes"),
            TimeSpan.FromTicks(Number(root, "elapsed_ns") / 100));
    }

    // ClickHouse writes its numbers as text.
    private static long Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && long.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
