using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PrivateDomainBI.Bench.Metrics;

// Every metric by month over a year and by employee over a quarter, each computed: no two requests are alike, so none is kept.
internal sealed class Questions(HttpClient client)
{
    private const int Rounds = 5;

    private static int _limit = 100_000;

    public static DateOnly From { get; } = BigCompany.CompleteThrough.AddDays(1).AddYears(-1);

    public static DateOnly To { get; } = BigCompany.CompleteThrough.AddDays(1);

    // The median milliseconds of each metric. All are asked round after round: asked five times in a row, the third of them that
    // meets a slow minute of the machine, or a merge, would look half as slow again.
    public async Task<Dictionary<string, (double Month, double Employee)>> MediansAsync(CancellationToken ct)
    {
        var (months, employees) = (new Dictionary<string, List<double>>(StringComparer.Ordinal), new Dictionary<string, List<double>>(StringComparer.Ordinal));
        var names = await NamesAsync(ct);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var name in names)
            {
                Add(months, name, await AskAsync(name, From, "grain=month", ct));
                Add(employees, name, await AskAsync(name, To.AddMonths(-3), "grain=all&by=employee", ct));
            }
        }

        return names.ToDictionary(name => name, name => (DirectSql.Median(months[name]), DirectSql.Median(employees[name])), StringComparer.Ordinal);
    }

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

    private async Task<IReadOnlyList<string>> NamesAsync(CancellationToken ct)
    {
        using var catalog = JsonDocument.Parse(await client.GetStringAsync("/api/v1/metrics", ct));
        return [.. catalog.RootElement.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()!)];
    }

    private async Task<double> AskAsync(string metric, DateOnly from, string rest, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(Path(metric, from, rest), ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        // To say that there is no data is quick, and no answer.
        if (!response.IsSuccessStatusCode || answer.Contains("no_data", StringComparison.Ordinal))
            throw new InvalidOperationException($"{metric}: {answer}");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void Add(Dictionary<string, List<double>> times, string name, double milliseconds)
    {
        if (!times.TryGetValue(name, out var list))
            times.Add(name, list = []);
        list.Add(milliseconds);
    }

    private static string Path(string metric, DateOnly from, string rest) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/metrics/{metric}?from={from:yyyy-MM-dd}&to={To:yyyy-MM-dd}&{rest}&limit={_limit--}");
}
