using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// A kept answer is told by its query id. It is given again as long as nothing changed, and never after.
public sealed class AnswerCacheTests(TestEngine engine)
{
    private static readonly MetricRequest Question = new(
        "gmv", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), Grain.All, [], new Dictionary<string, IReadOnlyList<string>>());

    [Fact]
    public async Task Answer_AskedAgain_IsKept_UntilALoadOrARebuild()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await LoadAsync(warehouse, "o1,a,2026-01-05,10");
        var first = await warehouse.AskAsync(Question);
        first.Total.Value.ShouldBe(10);
        (await warehouse.AskAsync(Question)).QueryId.ShouldBe(first.QueryId);

        await LoadAsync(warehouse, "o2,b,2026-01-06,5");
        var second = await warehouse.AskAsync(Question);
        second.Total.Value.ShouldBe(15);

        await warehouse.RebuildAsync();
        var third = await warehouse.AskAsync(Question);
        third.Total.Value.ShouldBe(15);
        third.QueryId.ShouldNotBe(second.QueryId);
        third.DataVersion.ShouldBeGreaterThan(second.DataVersion);
    }

    [Fact]
    public async Task Answer_OfAnotherScopeOrQuestion_IsItsOwn()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await LoadAsync(warehouse, "o1,a,2026-01-05,10");
        var whole = await warehouse.AskAsync(Question);
        var none = await warehouse.Queries.AnswerAsync(Question, new AccessScope("nobody's", []), TestContext.Current.CancellationToken);
        none.Total.Value.ShouldBe(0);
        (await warehouse.AskAsync(Question with { Owner = Owner.Acquirer })).QueryId.ShouldNotBe(whole.QueryId);
        (await warehouse.AskAsync(Question with { AsOf = new DateOnly(2026, 1, 4) })).Total.Value.ShouldNotBe(10);
    }

    [Fact]
    public async Task Answer_ReadWhileFactsAreDue_IsNotKept()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await LoadAsync(warehouse, "o1,a,2026-01-05,10");
        await warehouse.RunAsync("INSERT INTO touched SELECT 0, customer_key FROM orders");
        var first = await warehouse.AskAsync(Question);
        (await warehouse.AskAsync(Question)).QueryId.ShouldNotBe(first.QueryId);
    }

    [Fact]
    public async Task State_ReadByManyAtOnce_NeverMissesALoadThatWasDone()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        using var stop = new CancellationTokenSource();
        var others = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await warehouse.Queries.StateAsync(CancellationToken.None);
        })).ToList();
        for (var day = 1; day <= 5; day++)
        {
            await LoadAsync(warehouse, $"o{day},a,2026-01-0{day},10");
            var state = await warehouse.Queries.StateAsync(TestContext.Current.CancellationToken);
            state.CompleteThrough["orders"].ShouldBe(new DateOnly(2026, 1, day));
            state.DataVersion.ShouldBe((ulong)day);
        }

        await stop.CancelAsync();
        await Task.WhenAll(others);
    }

    private static Task LoadAsync(ProofWarehouse warehouse, string row) => warehouse.LoadRowsAsync("orders", null, "order_id,customer,paid_at,amount", row);
}
