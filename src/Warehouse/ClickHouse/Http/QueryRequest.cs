using System.Text;

namespace PrivateDomainBI.Warehouse.ClickHouse.Http;

/// <summary>One statement on its way to the server.</summary>
internal sealed record QueryRequest(string Sql, string QueryId)
{
    public string Database { get; init; } = "";

    public string SessionId { get; init; } = "";

    public Dictionary<string, string> Parameters { get; init; } = [];

    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>How long to wait before giving up on a server that says nothing; null for ever.</summary>
    public TimeSpan? GiveUpAfter { get; init; }

    /// <summary>The rows of an INSERT; the statement then travels in the address.</summary>
    public HttpContent? Data { get; init; }

    public const string ResultFormat = "RowBinaryWithNamesAndTypes";

    // Request lines above 8 KiB are refused by some servers and proxies.
    private const int LongestAddress = 4096;

    public HttpRequestMessage ToMessage(string path)
    {
        var address = new StringBuilder(path).Append("?default_format=").Append(ResultFormat);
        Append(address, "query_id", QueryId);
        if (Database.Length > 0)
            Append(address, "database", Database);
        if (SessionId.Length > 0)
            Append(address, "session_id", SessionId);
        foreach (var (name, value) in Settings)
            Append(address, name, value);
        if (Data is not null)
            Append(address, "query", Sql);
        var bare = address.Length;
        foreach (var (name, value) in Parameters)
            Append(address, $"param_{name}", value);
        var fits = Data is not null || address.Length <= LongestAddress;
        if (!fits)
            address.Length = bare;
        return new HttpRequestMessage(HttpMethod.Post, new Uri(address.ToString(), UriKind.Relative))
        {
            Content = Data ?? (fits ? new StringContent(Sql, Encoding.UTF8, "text/plain") : Form()),
        };
    }

    private static void Append(StringBuilder address, string name, string value) =>
        address.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));

    private MultipartFormDataContent Form()
    {
        var form = new MultipartFormDataContent { { new StringContent(Sql), "query" } };
        foreach (var (name, value) in Parameters)
            form.Add(new StringContent(value), $"param_{name}");
        return form;
    }
}
