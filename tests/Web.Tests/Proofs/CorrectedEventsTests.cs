using System.Globalization;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Web.Tests.Oracle;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Events that come late, come again, or were told otherwise at first — of another type, customer or time — leave the facts
// that a single load of the last word gives.
public sealed class CorrectedEventsTests(TestEngine engine)
{
    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    public async Task Load_LateRepeatedAndCorrected_GivesTheFactsOfTheLastWord(int seed)
    {
        var random = new Random(seed);
        var company = new RandomCompany(seed).Make();
        var events = company.Events;
        var wrong = events.Where(_ => random.Next(3) == 0).Select(told =>
        {
            var other = events[random.Next(events.Count)];
            return random.Next(4) switch
            {
                0 => told with { Type = other.Type, Props = other.Props },
                1 => told with { Customer = other.Customer },
                2 => told with { At = other.At },
                _ => told with { Content = other.Content, Props = "" },
            };
        }).ToList();
        var late = events.Where(_ => random.Next(2) == 0).ToList();

        await using var once = await StartAsync(company);
        await LoadAsync(once, events);
        await using var many = await StartAsync(company);
        await LoadAsync(many, wrong);
        await many.SettleAsync();
        await LoadAsync(many, [.. events.Except(late).Reverse()]);
        await LoadAsync(many, [.. late, .. late.Take(10)]);

        var expected = await once.FactsAsync();
        expected.ShouldContain("contact_facts\t");
        (await many.FactsAsync()).ShouldBeSameFacts(expected, $"seed {seed}, told in parts");
        await many.RebuildAsync();
        (await many.FactsAsync()).ShouldBeSameFacts(expected, $"seed {seed}, rebuilt");
    }

    private async Task<ProofWarehouse> StartAsync(Company company)
    {
        var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("employees", null, "employee_id,name", [.. company.Employees.Select(row => $"{row.Id},{row.Id}")]);
        await warehouse.LoadRowsAsync("relations", null, "customer,employee_id,started_at,ended_at", [.. company.Relations.Select(row => $"{row.Customer},{row.Employee},{Text(row.StartedAt)},{Text(row.EndedAt)}")]);
        await warehouse.LoadRowsAsync("orders", null, "order_id,customer,paid_at,amount", "o1,t:c0,2024-01-05,10");
        return warehouse;
    }

    private static Task LoadAsync(ProofWarehouse warehouse, IReadOnlyList<Happening> events) => warehouse.LoadRowsAsync(
        "events", null, "event_id,type,occurred_at,customer,employee_id,channel,group_id,content_id,value,props", [.. events.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Id},{row.Type},{Text(row.At)},{row.Customer},{row.Employee},{row.Channel},{row.Group},{row.Content},{row.Value},\"{row.Props.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))]);

    private static string Text(DateTime? at) => at is { } time ? time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) : "";
}
