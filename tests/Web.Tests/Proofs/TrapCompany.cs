using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>
/// The company of the acceptance traps, loaded from files. Each trap has customers of its own, told apart by their channel
/// (trap1, trap2, …), so that one warehouse serves them all; the data are whole through 2024 whatever is loaded later.
/// </summary>
public sealed class TrapCompany(TestEngine engine) : IAsyncLifetime
{
    private static readonly DateRange Year = new(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));

    private ProofWarehouse? _warehouse;

    internal ProofWarehouse Warehouse => _warehouse!;

    public async ValueTask InitializeAsync()
    {
        _warehouse = await ProofWarehouse.StartAsync(engine);
        await LoadAsync("org_units", "org_unit_id,name,parent_id,type,kpi_mode", "s1,One,,store,normal", "s2,Two,,store,normal", "s3,Back office,,store,none");
        await LoadAsync("employees", "employee_id,name,org_unit_id,valid_from", "e1,Ann,s1,2023-01-01", "e2,Bob,s2,2023-01-01", "e3,Cat,s2,2023-01-01", "e8,Mo,s1,2023-01-01", "e14,Joe,s3,2023-01-01");
        await LoadAsync("customers", "customer,channel",
            [.. Enumerable.Range(0, 100).Select(i => $"passed{i},trap1"), "three,trap2", "back,trap3", "returns,trap5", "keeps,trap5", "splits,trap6", "moved,trap8", "spends,trap11"]);
        await LoadAsync("relations", "customer,employee_id,started_at,ended_at,end_reason,add_way",
            [
                .. Enumerable.Range(0, 100).Select(i => $"passed{i},e1,2024-03-01 10:00,,,1"),
                "three,e1,2024-03-01 10:00,,,1", "three,e2,2024-03-02 10:00,,,1", "three,e3,2024-03-03 10:00,,,1",
                "back,e1,2024-02-28 10:00,2024-02-28 11:00,customer_deleted,1", "back,e1,2024-02-28 12:00,,,1",
                "moved,e8,2024-03-01 10:00,,,1",
                .. Enumerable.Range(0, 60).Select(i => $"asked{i},e14,2024-03-01 10:00,,,1"),
                .. Enumerable.Range(0, 60).Select(i => $"asked{i + 60},e1,2024-03-01 10:00,,,1"),
            ]);
        await LoadAsync("orders", "order_id,customer,paid_at,amount,parent_order_id,employee_id",
            "o1,passed0,2024-03-10 14:59:59,10,,", "o2,passed0,2024-03-10 15:00,10,,",
            "o3,three,2024-03-05 10:00,10,,e1", "o4,three,2024-03-05 10:00,10,,e2", "o5,three,2024-03-05 10:00,10,,e3",
            "o6,returns,2024-01-05 10:00,10,,", "o7,returns,2024-02-05 10:00,10,,", "o8,keeps,2024-01-05 10:00,10,,", "o9,keeps,2024-02-05 10:00,10,,",
            "o10,splits,2024-01-05 10:00,4,p1,", "o11,splits,2024-01-20 10:00,6,p1,",
            "o12,moved,2024-04-10 10:00,10,,", "o13,moved,2024-05-20 10:00,20,,",
            "o14,spends,2024-06-10 10:00,120,,", "o15,nobody,2024-03-05 10:00,7.50,,");
        await LoadAsync("costs", "day,amount,type,channel", "2024-06-10,100,media,trap11", "2024-03-10,1,gift,");
        await LoadAsync("events", "event_id,type,occurred_at,customer", "x1,content_viewed,2024-03-04 10:00,nobody", "x2,member_enrolled,2024-03-04 10:00,three");
        await LoadAsync("group_members", "group_id,customer,joined_at", "g1,nobody,2024-03-04 10:00");
    }

    public async ValueTask DisposeAsync()
    {
        if (_warehouse is not null)
            await _warehouse.DisposeAsync();
    }

    internal Task LoadAsync(string dataset, string header, params IReadOnlyList<string> rows) => Warehouse.LoadRowsAsync(dataset, Year.To.AddDays(-1), header, rows);

    /// <summary>The year 2024, of the customers of one trap; of everyone when it is 0.</summary>
    internal Task<MetricResult> AskAsync(string metric, int trap, string? by = null, Owner? owner = null, Grain grain = Grain.All, Organisation org = Organisation.Then) => Warehouse.AskAsync(new MetricRequest(
        metric, Year, grain, by is null ? [] : [by], trap == 0 ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { ["channel"] = [$"trap{trap}"] }, owner, Org: org));

    internal async Task<decimal?> ValueAsync(string metric, int trap) => (await AskAsync(metric, trap)).Total.Value;
}
