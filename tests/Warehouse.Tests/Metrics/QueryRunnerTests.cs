using Microsoft.Extensions.Logging.Abstractions;
using PrivateDomainBI.Engine;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Tests.Metrics;

public sealed class QueryRunnerTests(TestEngine engine) : IDisposable
{
    private const int Milliseconds = 200;
    private const string Endless = "SELECT sum(sleepEachRow(0.01)) FROM numbers(1000000) SETTINGS max_block_size = 10";

    private static readonly Dictionary<string, object?> None = new(StringComparer.Ordinal);

    private readonly ClickHouseDataSource _source = Connect.To(engine);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task Read_ManyAtOnce_AFewRunTogether()
    {
        using var runner = NewRunner();

        var began = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await runner.ReadAsync(
            "nap", "SELECT toUnixTimestamp64Milli(now64(3)), sleep(0.2)", None, QueryRunner.NewQueryId(), row => row.GetInt64(0), Ct)).Single()));

        // Each runs at least as long as its nap.
        var together = began.Max(start => began.Count(other => other <= start && start < other + Milliseconds));
        together.ShouldBeInRange(2, QueryRunner.Together);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_ThoseBeforeWentAway_TheirTurnsAreFree()
    {
        using var runner = NewRunner();
        using var page = new CancellationTokenSource();
        // Some run and some wait when the page is closed.
        var closed = Enumerable.Range(0, QueryRunner.Together * 2).Select(_ =>
            runner.ReadAsync("endless", Endless, None, QueryRunner.NewQueryId(), row => row.GetValue(0), page.Token)).ToList();
        await Task.Delay(Milliseconds, Ct);

        await page.CancelAsync();

        foreach (var question in closed)
            await Should.ThrowAsync<OperationCanceledException>(() => question);
        (await runner.ReadAsync("next", "SELECT 1", None, QueryRunner.NewQueryId(), row => row.GetByte(0), Ct)).ShouldBe([1]);
        // The engine ends a statement some moments after its client has gone.
        while ((await RunningAsync(runner)) > 0)
            await Task.Delay(Milliseconds, Ct);
    }

    [Fact]
    public async Task ReadKept_UntilSomethingIsWritten_IsOneReading()
    {
        // An engine of its own: on the shared one somebody always writes.
        await using var own = await TestEngine.StartAsync(new EngineOptions());
        await using var source = await Connect.ToNewDatabaseAsync(own);
        var files = SqlFiles.Locate();
        await new Migrator(source, files, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        using var runner = new QueryRunner(source, files, NullLogger<QueryRunner>.Instance);
        Task<List<string>> PlacesAsync(string id) => runner.ReadKeptFileAsync(
            "pages/employees.sql", new Dictionary<string, object?> { ["id"] = id, ["search"] = "", ["limit"] = 10 }, row => row.GetString(0), Ct);
        await source.ExecuteAsync("INSERT INTO employee_places (employee_id) VALUES ('e1')");

        var first = await PlacesAsync("");
        (await PlacesAsync("")).ShouldBeSameAs(first);
        (await PlacesAsync("e2")).ShouldBeEmpty();
        await source.ExecuteAsync("INSERT INTO employee_places (employee_id) VALUES ('e2')");
        (await PlacesAsync("")).ShouldBe(["e1", "e2"]);
        (await PlacesAsync("e2")).ShouldBe(["e2"]);
    }

    private static async Task<ulong> RunningAsync(QueryRunner runner) => (await runner.ReadAsync(
        "processes", "SELECT count() FROM system.processes WHERE query LIKE '%numbers(1000000)%' AND query NOT LIKE '%processes%'", None, QueryRunner.NewQueryId(), row => row.GetFieldValue<ulong>(0), Ct)).Single();

    private QueryRunner NewRunner() => new(_source, SqlFiles.Locate(), NullLogger<QueryRunner>.Instance);
}
