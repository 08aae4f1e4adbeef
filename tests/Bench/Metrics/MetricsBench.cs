using System.Diagnostics;
using System.Globalization;

namespace PrivateDomainBI.Bench.Metrics;

// Every metric over 100 million events, against the direct SQL from the events, and against ten times fewer events of
// the same customers. Prints a line for each metric and then what was promised.
internal static class MetricsBench
{
    private const int PageRuns = 5;

    public static async Task<int> RunAsync(int customers, int events, string folder, CancellationToken ct)
    {
        var large = await MeasureAsync(customers, events, Path.Combine(folder, "large"), isLarge: true, ct);
        var small = await MeasureAsync(customers, events / 10, Path.Combine(folder, "small"), isLarge: false, ct);
        Print(large, small);

        var slowest = large.Times.MaxBy(time => Math.Max(time.Value.Month, time.Value.Employee));
        var growth = large.Times.Sum(time => time.Value.Month + time.Value.Employee) / small.Times.Sum(time => time.Value.Month + time.Value.Employee);
        var retention = large.DuckDb["active_retention_d1"].Milliseconds / large.Times["active_retention_d1"].Month;
        List<(string What, double Value, string Unit, double Target, bool AtMost)> promises =
        [
            ($"slowest metric ({slowest.Key})", Math.Max(slowest.Value.Month, slowest.Value.Employee), "ms", 50, true),
            ("metrics over 50 ms", large.Times.Count(time => Math.Max(time.Value.Month, time.Value.Employee) > 50), "", 0, true),
            ("day-1 retention, times faster than DuckDB", retention, "x", 100, false),
            ("ten times the events cost", growth, "x", 1.2, true),
            ("one employee's page, first time", large.Page, "ms", 100, true),
            ("100,000 events loaded and in answers", large.LoadOf100K, "s", 5, true),
            ("1,000 events loaded and in answers", large.LoadOf1K, "s", 1, true),
            ("peak memory of the engine", large.EngineMiB, "MiB", 6 * 1024, true),
            ("peak memory of web", large.WebMiB, "MiB", 400, true),
        ];
        foreach (var (what, value, unit, target, atMost) in promises)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48} {value,10:#,0.0} {unit,-4} {(atMost ? "at most" : "at least")} {target,6:#,0.0} {(value <= target == atMost ? "ok" : "MISSED")}"));
        return promises.All(promise => promise.Value <= promise.Target == promise.AtMost) ? 0 : 1;
    }

    private static async Task<Measured> MeasureAsync(int customers, int events, string folder, bool isLarge, CancellationToken ct)
    {
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(folder);
        var (server, _) = await Server.StartAsync(data, ct);
        await using var running = server;
        using var engine = new EngineClient(data);
        var began = Stopwatch.GetTimestamp();
        await BigCompany.FillAsync(engine, customers, events, ct);
        Say($"{events:#,0} events made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        var (rebuilt, _) = await Programs.RunAsync(["rebuild", "--facts", "--data", data], ct);
        Say($"facts of {customers:#,0} customers built in {rebuilt:0} s");

        var questions = new Questions(server.Client);
        var times = await questions.MediansAsync(ct);
        Say($"{times.Count} metrics asked, by month in {times.Values.Average(time => time.Month):0} ms and by employee in {times.Values.Average(time => time.Employee):0} ms on average; {Slowest(times)}");
        if (!isLarge)
            return new Measured(times, [], [], 0, 0, 0, 0, 0);

        var page = await PageAsync(server.Client, ct);
        var (engineMiB, webMiB) = (Programs.PeakMiB(server.EngineId), Programs.PeakMiB(server.WebId));
        Say($"an employee's page in {page:0} ms; engine {engineMiB:0} MiB, web {webMiB:0} MiB");
        await BigCompany.MakeDirectAsync(engine, ct);
        var inEngine = await DirectSql.InEngineAsync(engine, ct);
        Say($"direct SQL in the engine: {string.Join(", ", inEngine.Select(answer => $"{answer.Key} {answer.Value.Milliseconds:0} ms"))}");
        var inDuckDb = await DirectSql.InDuckDbAsync(engine, Path.Combine(folder, "duckdb"), ct);
        Say($"direct SQL in DuckDB: {string.Join(", ", inDuckDb.Select(answer => $"{answer.Key} {answer.Value.Milliseconds:0} ms"))}");
        foreach (var name in DirectSql.Queries.Keys)
            Check(name, await questions.MonthsAsync(name, ct), inEngine[name], inDuckDb[name]);

        var loads = new FreshLoads(server.Client, data, folder, customers);
        var large = await loads.MeasureAsync("hundred", 100_000, ct);
        var small = await loads.MeasureAsync("one", 1_000, ct);
        Say($"in the answers: 100,000 events after {large:0.0} s, 1,000 after {small:0.0} s");
        return new Measured(times, inEngine, inDuckDb, page, large, small, Math.Max(engineMiB, 0), Math.Max(webMiB, Programs.PeakMiB(server.WebId)));
    }

    // Half an hour is long without a word, and whoever stops it early keeps what was measured.
    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static string Slowest(Dictionary<string, (double Month, double Employee)> times) => string.Join(", ", times
        .OrderByDescending(time => Math.Max(time.Value.Month, time.Value.Employee)).Take(12)
        .Select(time => FormattableString.Invariant($"{time.Key} {time.Value.Month:0}/{time.Value.Employee:0}")));

    // A page whose numbers nobody has asked for yet.
    private static async Task<double> PageAsync(HttpClient client, CancellationToken ct)
    {
        var times = new List<double>();
        for (var run = 0; run < PageRuns; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await client.GetStringAsync($"/employees/e{100 + run}", ct);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times.Order().ElementAt(PageRuns / 2);
    }

    // Fast and wrong would be worth nothing: all three must say the same.
    private static void Check(string name, Dictionary<string, (long Numerator, long Denominator)> ours, params DirectAnswer[] others)
    {
        foreach (var row in others.SelectMany(other => other.Rows))
        {
            var (numerator, denominator) = ours[row[0][..10]];
            var (theirs, over) = (long.Parse(row[1], CultureInfo.InvariantCulture), long.Parse(row[2], CultureInfo.InvariantCulture));
            // A ratio of sums answers with its value alone.
            var isSame = denominator > 0 || over == 0 ? (theirs, over) == (numerator, denominator) : theirs / over == numerator;
            if (!isSame)
                throw new InvalidOperationException($"{name} of {row[0]}: ours {numerator}/{denominator}, direct {theirs}/{over}");
        }
    }

    private static void Print(Measured large, Measured small)
    {
        Console.WriteLine($"{"milliseconds",-28} {"by month",9} {"by employee",11} {"a tenth",9} {"a tenth",9} {"engine",9} {"DuckDB",9}");
        foreach (var (name, (month, employee)) in large.Times)
        {
            var (fewerMonth, fewerEmployee) = small.Times[name];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28} {month,9:#,0} {employee,11:#,0} {fewerMonth,9:#,0} {fewerEmployee,9:#,0} {Direct(large.Engine, name),9} {Direct(large.DuckDb, name),9}"));
        }
    }

    private static string Direct(Dictionary<string, DirectAnswer> answers, string name) =>
        answers.TryGetValue(name, out var answer) ? answer.Milliseconds.ToString("#,0", CultureInfo.InvariantCulture) : "";

    private sealed record Measured(
        Dictionary<string, (double Month, double Employee)> Times, Dictionary<string, DirectAnswer> Engine, Dictionary<string, DirectAnswer> DuckDb,
        double Page, double LoadOf100K, double LoadOf1K, double EngineMiB, double WebMiB);
}
