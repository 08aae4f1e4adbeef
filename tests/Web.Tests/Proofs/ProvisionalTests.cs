using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// A period that the data do not reach the end of is never shown as if it were over.
public sealed class ProvisionalTests(TestEngine engine)
{
    [Fact]
    public async Task Answer_RangeThatEndsWithTheData_LeavesItsLastPeriodProvisional()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", null, "order_id,customer,paid_at,amount", "o1,a,2025-12-05,10", "o2,b,2026-01-06,5");

        var answer = await warehouse.AskAsync(new MetricRequest(
            "gmv", new DateRange(new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 7)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>()));

        answer.Rows.Select(row => (row.Value, row.Provisional)).ShouldBe([(10m, false), (5m, true)]);
        answer.Total.Provisional.ShouldBeFalse();
    }
}
