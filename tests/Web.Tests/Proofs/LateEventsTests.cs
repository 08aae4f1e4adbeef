using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Orders of which it may still change whose they are: whatever is made of them says so, and what is not does not.
public sealed class LateEventsTests(TestEngine engine)
{
    private const string Warning = "credited_through: 2026-03-20";

    private static readonly DateRange March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

    private static readonly DateRange February = new(new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EventsReachLessFarThanOrders_ScorecardsAndExplanationsOfEmployeesSaySo()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await LoadAsync("org_units", 31, "org_unit_id,name,parent_id,type,kpi_mode", "hq,HQ,,hq,normal");
        await LoadAsync("employees", 31, "employee_id,name,org_unit_id,status", "e1,One,hq,active");
        await LoadAsync("customers", 31, "customer,joined_at,channel,employee_id", "a,2026-01-01,douyin,e1");
        await LoadAsync("events", 20, "event_id,type,occurred_at,customer,employee_id", "v1,message_sent,2026-02-09 10:00,a,e1");
        await LoadAsync("orders", 31, "order_id,customer,paid_at,amount,status", "o0,a,2026-01-31,10,paid", "o1,a,2026-02-10,10,paid", "o2,a,2026-03-25,30,paid");
        await LoadAsync("targets", 31, "scope,scope_id,metric,period,value,weight",
            "employee,e1,net_sales,2026-03,30,1", "employee,e1,net_sales,2026-02,30,1", "company,all,net_sales,2026-03,30,1");

        (await CardsAsync("employee", "2026-03")).Warnings.ShouldBe([Warning]);
        (await CardsAsync("employee", "2026-02")).Warnings.ShouldBeEmpty();
        (await CardsAsync("company", "2026-03")).Warnings.ShouldBeEmpty();

        (await warehouse.Scorecards.GapAsync(Services.Catalog.Find("net_sales")!, TargetPeriod.Parse("2026-03")!, "employee", AccessScope.Company, Ct))
            .CreditedThrough.ShouldBe(new DateOnly(2026, 3, 20));

        var told = await warehouse.Explainer.ExplainAsync(
            new ExplainRequest("net_sales", March, February, ["channel", "employee"], new Dictionary<string, IReadOnlyList<string>>()), AccessScope.Company, Ct);
        told.State.ShouldBe(ExplainState.Explained);
        told.Dimensions.ToDictionary(dimension => dimension.Dimension, dimension => dimension.CreditedThrough)
            .ShouldBe(new Dictionary<string, DateOnly?> { ["channel"] = null, ["employee"] = new DateOnly(2026, 3, 20) }, ignoreOrder: true);

        Task LoadAsync(string dataset, int through, string header, params string[] rows) => warehouse.LoadRowsAsync(dataset, new DateOnly(2026, 3, through), header, rows);
        Task<ScorecardResult> CardsAsync(string kind, string period) =>
            warehouse.Scorecards.ReadAsync(new ScorecardRequest(kind, TargetPeriod.Parse(period)!), AccessScope.Company, Ct);
    }
}
