using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Scorecards;

// A small company whose targets meet everything that can be wrong with one; sixty new customers each in March.
public sealed class ScorecardQueriesTests(TestEngine engine) : IAsyncLifetime
{
    private ProofWarehouse? _warehouse;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _warehouse = await ProofWarehouse.StartAsync(engine);
        await LoadAsync("org_units", "org_unit_id,name,parent_id,type,kpi_mode",
            "hq,HQ,,hq,normal", "north,North,hq,region,normal", "s1,One,north,store,normal", "s2,Two,north,store,normal", "moc,MOC,hq,dept,cost_center");
        await LoadAsync("employees", "employee_id,name,org_unit_id,status", "good,Good,s1,active", "poor,Poor,s2,active", "idle,Idle,s2,active", "moc1,Helper,moc,active");
        await LoadAsync("relations", "customer,employee_id,started_at,ended_at",
            [.. new[] { "good", "poor", "moc1" }.SelectMany(id => Enumerable.Range(0, 60).Select(i => $"t:{id}{i},{id},2026-03-01T10:00:00,"))]);
        await LoadAsync("targets", "scope,scope_id,metric,period,value,weight",
            "employee,good,new_customers,2026-03,30,1", "employee,good,no_such_metric,2026-03,1,", "employee,poor,new_customers,2026-03,120,1",
            "employee,idle,new_customers,2026-03,10,1", "employee,moc1,new_customers,2026-03,60,1", "employee,ghost,new_customers,2026-03,10,1",
            "employee,good,new_customers,2026-04,30,3", "org_unit,s1,new_customers,2026-03,60,1", "org_unit,north,new_customers,2026-03,100,1",
            "org_unit,hq,new_customers,2026-03,500,1", "company,all,new_customers,2026-Q1,360,");
    }

    public async ValueTask DisposeAsync()
    {
        if (_warehouse is not null)
            await _warehouse.DisposeAsync();
    }

    [Fact]
    public async Task Read_Employees_AreScoredRankedAndTheOthersToldWhy()
    {
        var cards = (await ReadAsync("employee", "2026-03", AccessScope.Company)).Cards.ToDictionary(card => card.Id);

        cards["good"].ShouldSatisfyAllConditions(
            it => it.Score.ShouldBe(1.5m, "60 of 30, capped"), it => it.Partial.ShouldBeFalse("what has no weight is not missed"),
            it => it.Targets.Select(line => line.Why).ShouldBe([null, Unscored.UnknownMetric], ignoreOrder: true));
        cards["idle"].Targets.Single().ShouldSatisfyAllConditions(it => it.Value.ShouldBe(0), it => it.Attainment.ShouldBe(0), it => it.Why.ShouldBeNull());
        cards["ghost"].ShouldSatisfyAllConditions(
            it => it.Score.ShouldBeNull(), it => it.Partial.ShouldBeTrue(), it => it.Targets.Single().Value.ShouldBeNull(), it => it.Targets.Single().Why.ShouldBe(Unscored.UnknownMember));
        cards.Values.Where(card => card.Rank is not null).OrderBy(card => card.Rank).Select(card => (card.Id, card.Score)).ShouldBe([("good", 1.5m), ("poor", 0.5m), ("idle", 0m)]);
        (cards["moc1"].Reason, cards["moc1"].Score, cards["ghost"].Reason).ShouldBe((Unplaced.WithoutKpis, 1m, Unplaced.NoScore));
    }

    [Fact]
    public async Task Read_Units_AreAskedByTheirLevelAndHeadquartersByNone()
    {
        var cards = (await ReadAsync("org_unit", "2026-03", AccessScope.Company)).Cards.ToDictionary(card => card.Id);

        (cards["s1"].Level, cards["s1"].Score, cards["s1"].Reason).ShouldBe(("store", 1m, Unplaced.NoPeers));
        (cards["north"].Level, cards["north"].Score).ShouldBe(("region", 1.2m));
        (cards["hq"].Score, cards["hq"].Targets.Single().Why).ShouldBe((null, Unscored.NotSplit));
    }

    // The data end with March, so a quarter that ends with it is over and April has not begun.
    [Fact]
    public async Task Read_OtherPeriods_AreTheirOwn()
    {
        var quarter = (await ReadAsync("company", "2026-Q1", AccessScope.Company)).Cards.Single().Targets.Single();
        (quarter.Value, quarter.Attainment, quarter.Provisional, quarter.Pace).ShouldBe((180m, 0.5m, false, null));

        var april = (await ReadAsync("employee", "2026-04", AccessScope.Company)).Cards.Single();
        (april.Score, april.Partial, april.Targets.Single().Why).ShouldBe((null, true, Unscored.NotBegun));
    }

    // Who sees some customers only is shown no target of all.
    [Fact]
    public async Task Read_LimitedScope_ShowsTheCardsOfItsEmployeesAlone()
    {
        var mine = new AccessScope("mine", ["good"]);

        var own = await ReadAsync("employee", "2026-03", mine);
        own.Cards.Select(card => (card.Id, card.Score, card.Rank)).ShouldBe([("good", 1.5m, (int?)null)]);
        (own.Scope, own.Warnings.Single()).ShouldBe(("mine", "limited_scope"));
        (await ReadAsync("org_unit", "2026-03", mine)).Cards.ShouldBeEmpty();
        (await ReadAsync("company", "2026-Q1", mine)).Cards.ShouldBeEmpty();
    }

    private Task<ScorecardResult> ReadAsync(string kind, string period, AccessScope scope) =>
        _warehouse!.Scorecards.ReadAsync(new ScorecardRequest(kind, TargetPeriod.Parse(period)!), scope, Ct);

    private Task LoadAsync(string dataset, string header, params IReadOnlyList<string> rows) =>
        _warehouse!.LoadRowsAsync(dataset, new DateOnly(2026, 3, 31), header, rows);
}
