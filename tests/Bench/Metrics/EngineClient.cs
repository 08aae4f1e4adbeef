using System.Globalization;
using System.Text.RegularExpressions;
using PrivateDomainBI.Engine;

namespace PrivateDomainBI.Bench.Metrics;

// SQL straight to the engine of a data directory, beside the server under test.
internal sealed partial class EngineClient(string data) : IDisposable
{
    private readonly HttpClient _client = new Func<HttpClient>(() =>
    {
        var client = EngineSocket.CreateClient(EngineSocket.PathFor(data));
        client.BaseAddress = new Uri("http://engine");
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    })();

    public void Dispose() => _client.Dispose();

    public async Task<string> RunAsync(string sql, IReadOnlyDictionary<string, object> parameters, string database, CancellationToken ct)
    {
        using var response = await SendAsync(sql, parameters, database, ct);
        return await response.Content.ReadAsStringAsync(ct);
    }

    public async Task SaveAsync(string sql, string file, CancellationToken ct)
    {
        // A hundred million rows are more than an answer may be.
        using var response = await SendAsync(sql, new Dictionary<string, object>(), "default", ct, "&max_result_bytes=0");
        await using var written = File.Create(file);
        await response.Content.CopyToAsync(written, ct);
    }

    // The parts of a file of SQL, each under its '-- name:'.
    public static Dictionary<string, string> Parts(string file) => PartPattern().Matches(File.ReadAllText(file))
        .ToDictionary(part => part.Groups["name"].Value, part => part.Groups["sql"].Value, StringComparer.Ordinal);

    private async Task<HttpResponseMessage> SendAsync(string sql, IReadOnlyDictionary<string, object> parameters, string database, CancellationToken ct, string settings = "")
    {
        var query = string.Concat(parameters.Select(pair => $"&param_{pair.Key}={Convert.ToString(pair.Value, CultureInfo.InvariantCulture)}"));
        var request = new HttpRequestMessage(HttpMethod.Post, $"/?database={database}{settings}{query}") { Content = new StringContent(sql) };
        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return response.IsSuccessStatusCode ? response : throw new InvalidOperationException(await response.Content.ReadAsStringAsync(ct));
    }

    [GeneratedRegex(@"^-- name: (?<name>\w+)\n(?<sql>.*?)(?=^-- name: |\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartPattern();
}
