using System.Diagnostics;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Ingest.Tests.Loads;

public class CrashTests(TestEngine engine)
{
    private const string Header = "order_id,customer,paid_at,amount\n";
    private const string First = Header + "o1,a,2026-01-01,1\no2,b,2026-01-01,2\no3,a,2026-01-02,3\n";

    // One row new, one the same, one changed, one moved to another customer, one refused.
    private const string Second = Header + "o4,d,2026-01-03,4\no1,a,2026-01-01,1\no2,b,2026-01-01,2.50\no3,c,2026-01-02,3\no5,c,never,1\n";

    [Theory]
    [InlineData("Landed", false)]
    [InlineData("Planned", false)]
    [InlineData("Planned", true)]
    [InlineData("Applied", false)]
    public async Task Load_ProcessEndsBeforeAStep_TheNextOneGoesOn(string before, bool afterWriting)
    {
        await using var reference = await Company.StartAsync(engine);
        await reference.LoadAsync("orders", First);
        var expected = await reference.LoadAsync("orders", Second);

        await using var company = await Company.StartAsync(engine);
        await company.LoadAsync("orders", First);
        var steps = company.Loads.Run.Steps;
        steps.BeforeStep = async batch =>
        {
            if (batch.State.ToString() != before)
                return;
            if (afterWriting)
                await steps.WriteAsync(batch, _ => { }, TestContext.Current.CancellationToken);
            throw new PowerCut();
        };
        await Should.ThrowAsync<PowerCut>(() => company.LoadAsync("orders", Second));
        await company.RunAsync("OPTIMIZE TABLE orders FINAL");
        await company.RunAsync("OPTIMIZE TABLE order_keys FINAL");

        await company.NewProcess().RecoverAsync(TestContext.Current.CancellationToken);
        await ShouldEqualAsync(company, reference);
        (await company.RowsAsync("SELECT loaded, replaced, duplicate, quarantined, state FROM batches FINAL WHERE batch = 2"))
            .ShouldBe([$"{expected.Loaded}|{expected.Replaced}|{expected.Duplicate}|{expected.Quarantined}|done"]);
        (await company.RowsAsync("SELECT count() FROM system.tables WHERE database = currentDatabase() AND match(name, '_2')")).ShouldBe(["0"]);

        (await company.LoadAsync("orders", Second)).Duplicate.ShouldBe(4UL);
        await ShouldEqualAsync(company, reference, quarantine: false);
    }

    [Fact]
    public async Task Load_ProcessEndsWhileReceiving_NothingOfItStays()
    {
        await using var company = await Company.StartAsync(engine);
        await company.RunAsync("INSERT INTO batches (batch, dataset, source, time_zone, files, state, step) VALUES (1, 'orders', 'file', 'Asia/Shanghai', ['f.csv'], 'receiving', 0)");
        await company.RunAsync("INSERT INTO landing (dataset, batch, file, line, row) VALUES ('orders', 1, 'f.csv', 2, {'order_id': 'o1'})");
        await company.RunAsync("CREATE TABLE receive_1_0 (_line UInt64) ENGINE = Null");
        await company.Loads.RecoverAsync(TestContext.Current.CancellationToken);
        (await company.RowsAsync("SELECT state, error FROM batches FINAL")).ShouldBe(["failed|interrupted, load it again"]);
        (await company.RowsAsync("SELECT count() FROM landing")).ShouldBe(["0"]);
        (await company.RowsAsync("SELECT count() FROM system.tables WHERE database = currentDatabase() AND name LIKE 'receive%'")).ShouldBe(["0"]);
        (await company.LoadAsync("orders", First)).Batch.ShouldBe(2UL);
    }

    [Fact]
    public async Task Load_EngineIsKilledInTheMiddle_TheLoadGoesOnWithTheNextOne()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 60_000).Select(i => FormattableString.Invariant($"o{i},c{i % 5000},2026-01-{1 + (i % 28):00} 10:00:00,{i % 100}.50\n")));
        await using var reference = await Company.StartAsync(engine);
        await reference.LoadAsync("orders", text);

        // One of its own, so that the others need not be ready for its end.
        await using var mortal = new TestEngine();
        await mortal.InitializeAsync();
        await using var company = await Company.StartAsync(mortal);
        foreach (var delay in new[] { 60, 400, 1100 })
        {
            var load = company.LoadAsync("orders", text);
            await Task.Delay(delay);
            using (var process = Process.GetProcessById(mortal.ProcessId))
                process.Kill();
            var result = await load;
            result.Read.ShouldBe(60_000UL);
            (result.Loaded + result.Duplicate).ShouldBe(60_000UL);
        }

        // Also waits for the engine, should it have been killed after the load.
        (await company.LoadAsync("orders", text)).Duplicate.ShouldBe(60_000UL);
        await ShouldEqualAsync(company, reference);
    }

    // Whoever makes them anew takes the note of what they were made from away first, so that half of them are never taken for all.
    [Theory]
    [InlineData("CREATE OR REPLACE FUNCTION load_functions AS () -> 'of another version'")]
    [InlineData("DROP FUNCTION load_functions")]
    public async Task Load_FunctionsOfAnotherVersionOrCutShort_AreMadeAnew(string noted)
    {
        await using var company = await Company.StartAsync(engine);
        await company.LoadAsync("orders", First);
        await company.RunAsync("CREATE OR REPLACE FUNCTION load_text AS (row, name) -> ''");
        await company.RunAsync(noted);

        (await company.LoadAsync("orders", First)).ShouldSatisfyAllConditions(told => told.Duplicate.ShouldBe(told.Read), told => told.Quarantined.ShouldBe(0UL));
    }

    [Fact]
    public async Task Load_TwoAtOnce_TakeTurns()
    {
        await using var company = await Company.StartAsync(engine);
        var one = company.Loads;
        var other = company.NewProcess();
        var file = await company.WriteAsync("a.csv", First);
        var steps = new List<LoadStep>();
        var results = await Task.WhenAll(
            one.LoadAsync(new LoadRequest("orders", [file]), new Progress<LoadProgress>(), TestContext.Current.CancellationToken),
            other.LoadAsync(new LoadRequest("orders", [file]), new Progress<LoadProgress>(), TestContext.Current.CancellationToken));
        results.Select(result => result.Batch).Order().ShouldBe([1UL, 2UL]);
        results.Sum(result => (long)result.Loaded).ShouldBe(3);
        results.Sum(result => (long)result.Duplicate).ShouldBe(3);
    }

    private static async Task ShouldEqualAsync(Company company, Company reference, bool quarantine = true)
    {
        (await company.EntitiesAsync("orders")).ShouldBe(await reference.EntitiesAsync("orders"));
        (await company.EntitiesAsync("order_keys")).ShouldBe(await reference.EntitiesAsync("order_keys"));
        (await company.RowsAsync("SELECT dataset, complete_through FROM completeness FINAL")).ShouldBe(await reference.RowsAsync("SELECT dataset, complete_through FROM completeness FINAL"));
        (await company.RowsAsync("SELECT DISTINCT customer_key FROM touched ORDER BY customer_key")).ShouldBe(await reference.RowsAsync("SELECT DISTINCT customer_key FROM touched ORDER BY customer_key"));
        if (quarantine)
            (await company.QuarantineAsync()).ShouldBe(await reference.QuarantineAsync());
    }

    private sealed class PowerCut : Exception;
}
