using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Web.Rankings;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Rankings;

// A small company with a unit that only helps others: whoever is in or under it is shown, and never ranked.
public sealed class NeverRankedTests(TestEngine engine) : IAsyncLifetime
{
    private const string Metric = "relation_retention_d1";

    private ProofWarehouse? _warehouse;

    public async ValueTask InitializeAsync()
    {
        _warehouse = await ProofWarehouse.StartAsync(engine);
        await LoadAsync("org_units", "org_unit_id,name,parent_id,type,kpi_mode",
            "hq,HQ,,hq,normal", "north,North,hq,region,normal", "s1,One,north,store,normal", "s2,Two,north,store,normal",
            "moc,MOC赋能中心,hq,dept,cost_center", "data,Data,moc,team,normal", "idle,Idle,hq,region,none", "s9,Nine,idle,store,normal");
        await LoadAsync("employees", "employee_id,name,org_unit_id,status",
            "good,Good,s1,active", "poor,Poor,s2,active", "few,Few,s2,active", "gone,Gone,s1,departed", "moc1,Helper,data,active", "idle1,Nobody,s9,active");
        await LoadAsync("relations", "customer,employee_id,started_at,ended_at",
            [.. Relations("good", 60, 3), .. Relations("poor", 60, 30), .. Relations("few", 29, 0), .. Relations("gone", 60, 0), .. Relations("moc1", 60, 0), .. Relations("idle1", 60, 0), .. Relations("", 60, 5)]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_warehouse is not null)
            await _warehouse.DisposeAsync();
    }

    [Theory]
    [InlineData("employee", "good poor", "few:BelowMinN gone:Departed idle1:WithoutKpis moc1:WithoutKpis unattributed:Unattributed")]
    [InlineData("store", "s1 s2", "s9:WithoutKpis unattributed:Unattributed")]
    [InlineData("region", "north", "idle:WithoutKpis unattributed:Unattributed")]
    [InlineData("dept", "", "moc:WithoutKpis unattributed:Unattributed")]
    [InlineData("team", "", "data:WithoutKpis unattributed:Unattributed")]
    [InlineData("channel", "", "unknown:Unattributed")]
    public async Task Ranking_UnitsWithoutKpisAndWhoIsUnderThem_AreShownUnranked(string by, string ranked, string unranked)
    {
        var ranking = await RankAsync(by);

        ranking.Members.Where(member => member.Ranked).OrderBy(member => member.Rank).Select(member => member.Id).ShouldBe(ranked.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        ranking.Members.Where(member => !member.Ranked).Select(member => $"{member.Id}:{member.Reason}").Order(StringComparer.Ordinal).ShouldBe(unranked.Split(' '));
        ranking.Members.ShouldAllBe(member => member.Value != null && member.Low <= member.Value && member.Value <= member.High);
    }

    // A unit's mode counts from the moment it is loaded, without anything else being loaded.
    [Fact]
    public async Task Ranking_UnitGivenKpis_IsRankedAtOnce()
    {
        await LoadAsync("org_units", "org_unit_id,name,parent_id,type,kpi_mode", "moc,MOC赋能中心,hq,dept,normal");

        (await RankAsync("employee")).Members.Single(member => member.Id == "moc1").Rank.ShouldBe(1);
    }

    private async Task<RankingResult> RankAsync(string by)
    {
        var questions = new RankingQuestions(Services.Catalog, _warehouse!.Queries, _warehouse.NeverRanked, TimeProvider.System);
        var (result, problems) = await questions.RankAsync(
            Metric, [KeyValuePair.Create("by", by), KeyValuePair.Create("from", "2026-03-01"), KeyValuePair.Create("to", "2026-03-02")], AccessScope.Company, TestContext.Current.CancellationToken);
        problems.ShouldBeEmpty();
        return result!;
    }

    // So many customers of an employee, of whom the first few leave the same day.
    private static IEnumerable<string> Relations(string employee, int count, int lost) => Enumerable.Range(0, count)
        .Select(i => $"t:{employee}{i},{(employee.Length > 0 ? employee : "unattributed")},2026-03-01T10:00:00,{(i < lost ? "2026-03-01T20:00:00" : "")}");

    private Task LoadAsync(string dataset, string header, params IReadOnlyList<string> rows) =>
        _warehouse!.LoadRowsAsync(dataset, new DateOnly(2026, 3, 31), header, rows);
}
