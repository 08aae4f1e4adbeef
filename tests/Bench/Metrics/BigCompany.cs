namespace PrivateDomainBI.Bench.Metrics;

// A company of millions, made in the engine itself; only the events differ between a large and a small one.
internal static class BigCompany
{
    public const int Employees = 2_000;

    // On the days on which a customer does anything, and that is on ten on average.
    private const double DaysPerCustomer = 10;
    private const int Slice = 100_000;

    public static readonly DateOnly CompleteThrough = new(2026, 10, 31);

    public static async Task FillAsync(EngineClient engine, int customers, int events, CancellationToken ct)
    {
        var parts = EngineClient.Parts(Path.Combine(AppContext.BaseDirectory, "Metrics", "company.sql"));
        var numbers = new Dictionary<string, object>(StringComparer.Ordinal) { ["customers"] = customers, ["employees"] = Employees };
        foreach (var (name, sql) in parts.Where(part => part.Key != "events" && !part.Key.StartsWith("direct", StringComparison.Ordinal)))
            await engine.RunAsync(sql, numbers, "default", ct);
        for (var from = 0; from < customers; from += Slice)
        {
            var slice = new Dictionary<string, object>(numbers, StringComparer.Ordinal)
            {
                ["from"] = from,
                ["count"] = Math.Min(Slice, customers - from),
                ["each"] = events / (customers * DaysPerCustomer),
            };
            await engine.RunAsync(parts["events"], slice, "default", ct);
        }
    }

    // The same rows for whoever asks the events themselves.
    public static async Task MakeDirectAsync(EngineClient engine, CancellationToken ct)
    {
        var parts = EngineClient.Parts(Path.Combine(AppContext.BaseDirectory, "Metrics", "company.sql"));
        foreach (var (_, sql) in parts.Where(part => part.Key.StartsWith("direct", StringComparison.Ordinal)))
            await engine.RunAsync(sql, new Dictionary<string, object>(), "default", ct);
    }
}
