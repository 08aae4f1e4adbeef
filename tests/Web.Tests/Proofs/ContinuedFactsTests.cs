using System.Globalization;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Web.Tests.Oracle;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Events that come in their order, some days at a time: whose facts were continued has the facts that a single load gives.
public sealed class ContinuedFactsTests(TestEngine engine)
{
    private const string Events = "event_id,type,occurred_at,customer,employee_id,channel,touchpoint,campaign_id,group_id,content_id,value,props";
    private const string Orders = "order_id,customer,paid_at,amount,status,parent_order_id,employee_id,channel,campaign_id,group_id,is_test";

    // Contacts and events of customers whose facts were continued; and messages, and other contacts, that stood settled and were told again.
    private const string Continued =
        "SELECT countIf(NOT hides_customer) > 0, (SELECT countIf(NOT hides_customer) FROM event_facts_fresh) > 0, "
        + "countIf(NOT hides_customer AND kind = 'conversation' AND contact_id IN (SELECT contact_id FROM contact_facts_settled)) > 0, "
        + "countIf(NOT hides_customer AND kind != 'conversation' AND contact_id IN (SELECT contact_id FROM contact_facts_settled)) > 0 "
        + "FROM contact_facts_fresh";

    private const string Counts = "SELECT (SELECT count() FROM customer_facts), (SELECT count() FROM contact_facts), (SELECT count() FROM event_facts)";

    [Theory]
    [InlineData(201)]
    [InlineData(205)]
    public async Task Load_PartAfterPart_GivesTheFactsOfTheWhole(int seed)
    {
        var random = new Random(seed);
        var company = new RandomCompany(seed).Make();
        var moments = company.Events.Select(row => row.At).Concat(company.Orders.Select(row => row.PaidAt)).Order().ToList();
        // Some parts end between a beginning and what follows it, and some between the messages of a day.
        var begun = company.Events.Where(row => row.Type is "content_delivered" or "survey_sent" or "appointment_booked").ToList();
        var talked = company.Events.Where(row => row.Type == "message_received" && company.Events.Any(other =>
            other.Type.StartsWith("message", StringComparison.Ordinal) && other.Customer == row.Customer && other.At > row.At && other.At.Date == row.At.Date)).ToList();
        List<DateTime> ends =
        [
            moments[random.Next(moments.Count)],
            .. Enumerable.Range(0, 2).SelectMany(_ => new[] { begun[random.Next(begun.Count)], talked[random.Next(talked.Count)] }).Select(row => row.At.AddMilliseconds(1)),
        ];
        ends = [.. ends.Distinct().Order(), DateTime.MaxValue];
        // Some come a part late, and are no news.
        var late = company.Events.Where(_ => random.Next(20) == 0).ToHashSet();

        await using var once = await StartAsync(company);
        await LoadAsync(once, company.Events, company.Orders);
        await using var many = await StartAsync(company);
        var from = DateTime.MinValue;
        var met = new bool[4];
        foreach (var (end, before) in ends.Zip(ends.Prepend(from)))
        {
            await LoadAsync(
                many,
                [.. company.Events.Where(row => late.Contains(row) ? row.At >= from && row.At < before : row.At >= before && row.At < end), .. company.Events.Where(row => end == DateTime.MaxValue && row.At >= before && late.Contains(row))],
                [.. company.Orders.Where(row => row.PaidAt >= before && row.PaidAt < end)]);
            met = [.. met.Zip((await many.RunAsync(Continued)).Split('\t'), (earlier, now) => earlier || now == "1")];
            if (random.Next(3) > 0 && end < DateTime.MaxValue)
                await many.SettleAsync();
            from = before;
        }

        var expected = await once.FactsAsync();
        (await many.FactsAsync()).ShouldBeSameFacts(expected, $"seed {seed}, part after part");
        (await CountsWhileAsync(many, many.SettleAsync())).ShouldHaveSingleItem();
        (await many.FactsAsync()).ShouldBeSameFacts(expected, $"seed {seed}, settled");
        await many.RebuildAsync();
        (await many.FactsAsync()).ShouldBeSameFacts(expected, $"seed {seed}, rebuilt");
        met.ShouldAllBe(isThere => isThere);
    }

    private static async Task<List<string>> CountsWhileAsync(ProofWarehouse warehouse, Task settling)
    {
        var counts = new HashSet<string>(StringComparer.Ordinal);
        while (!settling.IsCompleted)
            counts.Add(await warehouse.RunAsync(Counts));
        await settling;
        return [.. counts];
    }

    private async Task<ProofWarehouse> StartAsync(Company company)
    {
        var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("employees", null, "employee_id,name", [.. company.Employees.Select(row => $"{row.Id},{row.Id}")]);
        await warehouse.LoadRowsAsync("campaigns", null, "campaign_id,name,starts_at,ends_at", [.. company.Campaigns.Select(row => $"{row.Id},{row.Id},{Text(row.Start)},{Text(row.End)}")]);
        await warehouse.LoadRowsAsync("customers", null, "customer,joined_at,channel,employee_id,city,referrer,tags", [.. company.Customers.Select(row => $"{row.Id},{Text(row.JoinedAt)},{row.Channel},{row.Employee},{row.City},{row.Referrer},\"{string.Join(';', row.Tags)}\"")]);
        await warehouse.LoadRowsAsync("relations", null, "customer,employee_id,started_at,ended_at,end_reason,add_way", [.. company.Relations.Select(row => $"{row.Customer},{row.Employee},{Text(row.StartedAt)},{Text(row.EndedAt)},{row.EndReason},{row.AddWay}")]);
        await warehouse.LoadRowsAsync("ownership", null, "customer,employee_id,valid_from,valid_to", [.. company.Ownership.Select(row => $"{row.Customer},{row.Employee},{Text(row.From)},{Text(row.To)}")]);
        await warehouse.LoadRowsAsync("group_members", null, "group_id,customer,joined_at,left_at", [.. company.Stays.Select(row => $"{row.Group},{row.Customer},{Text(row.From)},{Text(row.To)}")]);
        await warehouse.LoadRowsAsync("campaign_audience", null, "campaign_id,customer,arm,employee_id,dispatched_at,executed_at", [.. company.Tasks.Select(row => $"{row.Campaign},{row.Customer},{row.Arm},{row.Employee},{Text(row.GivenAt)},{Text(row.DoneAt)}")]);
        return warehouse;
    }

    // Orders first, so that the events of these days come after some of them and before others.
    private static async Task LoadAsync(ProofWarehouse warehouse, IReadOnlyList<Happening> events, IReadOnlyList<Order> orders)
    {
        if (orders.Count > 0)
        {
            await warehouse.LoadRowsAsync("orders", null, Orders, [.. orders.Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Id},{row.Customer},{Text(row.PaidAt)},{row.Amount},{row.Status},{row.Parent},{row.Employee},{row.Channel},{row.Campaign},{row.Group},{row.IsTest}"))]);
        }

        if (events.Count > 0)
        {
            await warehouse.LoadRowsAsync("events", null, Events, [.. events.Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Id},{row.Type},{Text(row.At)},{row.Customer},{row.Employee},{row.Channel},{row.Touchpoint},{row.Campaign},{row.Group},{row.Content},{row.Value},\"{row.Props.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))]);
        }
    }

    private static string Text(DateTime? at) => at is { } time ? time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) : "";
}
