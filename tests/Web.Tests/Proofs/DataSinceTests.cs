using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Days before the first that was told are missing, and a period that begins among them is no measure: a company whose orders
// are known since January has not sold nothing in December.
public sealed class DataSinceTests(TestEngine engine)
{
    private const string Header = "order_id,customer,paid_at,amount";

    private static readonly DateOnly Through = new(2026, 3, 31);

    [Fact]
    public async Task Compared_WithDaysBeforeTheFirst_IsWithNothing_UntilTheyAreTold()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", Through, Header, "o1,a,2026-01-01 10:00:00,100", "o2,a,2026-02-10 10:00:00,50", "o3,b,2026-03-05 10:00:00,70");
        var question = new MetricRequest(
            "gmv", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>(), Compare: Comparison.Previous);

        var young = await warehouse.AskAsync(question);
        young.Since.ShouldBe(new DateOnly(2026, 1, 1));
        young.Rows.Select(row => row.Compared?.Value).ShouldBe([null, 100, 50]);
        young.Total.Compared.ShouldBeNull();

        await warehouse.LoadRowsAsync("orders", Through, Header, "o0,a,2025-10-01 10:00:00,30");
        var older = await warehouse.AskAsync(question);
        older.Since.ShouldBe(new DateOnly(2025, 10, 1));
        // Nothing was sold in December.
        older.Rows.Select(row => row.Compared?.Value).ShouldBe([0, 100, 50]);
        older.Total.Compared!.Value.ShouldBe(30);
        (await warehouse.AskAsync(question with { Compare = Comparison.Year })).Rows.ShouldAllBe(row => row.Compared == null);

        var before = await warehouse.AskAsync(question with { Range = new DateRange(new DateOnly(2025, 9, 1), new DateOnly(2026, 1, 1)), Compare = null });
        before.Rows.Select(row => row.Value).ShouldBe([null, 30, 0, 0]);
        before.Rows[0].Warnings.ShouldBe(["before_data"]);
        before.Total.Value.ShouldBe(30);
    }

    // The first to join a group has left it by now, and had joined all the same.
    [Fact]
    public async Task Since_OfRowsWithTwoDays_IsTheFirstOfThem()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("groups", null, "group_id,name", "g,G");
        await warehouse.LoadRowsAsync("group_members", Through, "group_id,customer,joined_at,left_at", "g,a,2026-01-02 10:00:00,2026-03-20 10:00:00", "g,b,2026-02-02 10:00:00,");
        var joins = await warehouse.AskAsync(new MetricRequest(
            "group_joins", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>()));
        joins.Since.ShouldBe(new DateOnly(2026, 1, 2));
        joins.Rows.Select(row => row.Value).ShouldBe([1, 1]);
    }

    // What needs two datasets is known from where both are.
    [Fact]
    public async Task Since_OfAMetricOfSeveralDatasets_IsWhereTheLastOfThemBegins()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", Through, Header, "o1,a,2026-01-05 10:00:00,100", "o2,a,2026-02-10 10:00:00,50");
        await warehouse.LoadRowsAsync("customers", Through, "customer,joined_at,employee_id", "a,2025-06-01 10:00:00,E1");
        await warehouse.LoadRowsAsync("relations", Through, "customer,employee_id,started_at", "a,E1,2025-07-01 10:00:00");
        var question = new MetricRequest(
            "first_order_conv", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), Grain.All, [], new Dictionary<string, IReadOnlyList<string>>());
        (await warehouse.AskAsync(question)).Since.ShouldBe(new DateOnly(2026, 1, 5));
        // She joined in June, when nobody told of orders: that she made none is not known.
        var june = (await warehouse.AskAsync(question with { Range = new DateRange(new DateOnly(2025, 6, 1), new DateOnly(2025, 7, 1)) })).Total;
        (june.Value, june.Low, june.Numerator, june.Denominator).ShouldBe((null, null, 0, 1));
        june.Warnings.ShouldBe(["before_data"]);
        (await warehouse.AskAsync(question with { Metric = "new_customers" })).Since.ShouldBe(new DateOnly(2025, 6, 1));
    }
}
