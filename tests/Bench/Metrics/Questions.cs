using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PrivateDomainBI.Bench.Metrics;

// Every metric by month over a year and by employee over a quarter, each computed: no two requests are alike, so none is kept.
internal sealed class Questions(HttpClient client)
{
    private const int Runs = 5;

    private static int _limit = 100_000;

    public static DateOnly From { get; } = BigCompany.CompleteThrough.AddDays(1).AddYears(-1);

    public static DateOnly To { get; } = BigCompany.CompleteThrough.AddDays(1);

    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken ct)
    {
        using var catalog = JsonDocument.Parse(await client.GetStringAsync("/api/v1/metrics", ct));
        return [.. catalog.RootElement.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()!)];
    }

    public Task<double> ByMonthAsync(string metric, CancellationToken ct) => MedianAsync(metric, From, "grain=month", ct);

    public Task<double> ByEmployeeAsync(string metric, CancellationToken ct) => MedianAsync(metric, To.AddMonths(-3), "grain=all&by=employee", ct);

    // Numerator and denominator of each month, or its value alone for what is no rate.
    public async Task<Dictionary<string, (long Numerator, long Denominator)>> MonthsAsync(string metric, CancellationToken ct)
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync(Path(metric, From, "grain=month"), ct));
        return answer.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(
            row => row.GetProperty("period").GetString()!,
            row => row.GetProperty("numerator").ValueKind == JsonValueKind.Number
                ? (row.GetProperty("numerator").GetInt64(), row.GetProperty("denominator").GetInt64())
                : ((long)row.GetProperty("value").GetDecimal(), 0L),
            StringComparer.Ordinal);
    }

    private async Task<double> MedianAsync(string metric, DateOnly from, string rest, CancellationToken ct)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(Path(metric, from, rest), ct);
            var answer = await response.Content.ReadAsStringAsync(ct);
            // To say that there is no data is quick, and no answer.
            if (!response.IsSuccessStatusCode || answer.Contains("no_data", StringComparison.Ordinal))
                throw new InvalidOperationException($"{metric}: {answer}");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times.Order().ElementAt(Runs / 2);
    }

    private static string Path(string metric, DateOnly from, string rest) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/metrics/{metric}?from={from:yyyy-MM-dd}&to={To:yyyy-MM-dd}&{rest}&limit={_limit--}");
}
