namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>
/// Makes small nasty companies: few days and few people, so that same-day repeats, edges of windows, transfers,
/// re-adds, split orders and refunds meet all the time. The same seed makes the same company.
/// </summary>
internal sealed class RandomCompany(int seed)
{
    // Times cluster around a leap day, month ends and midnight.
    public static readonly DateTime Start = new(2023, 12, 1);

    private static readonly string[] Types = ["message_received", "message_sent", "content_viewed", "content_delivered", "cart_added", "group_pushed", "member_enrolled", "follow_up_logged", "group_message", "appointment_booked", "appointment_visited"];
    private static readonly string[] Channels = ["", "douyin", "store_qr"];
    private static readonly string[] AddWays = ["", "1", "1", "3", "201", "202"];

    private readonly Random _random = new(seed);

    public Company Make()
    {
        var employees = Enumerable.Range(1, 5).Select(i => new Employee($"E{i}", i == 5 ? "" : $"S{i % 2}")).ToList();
        var ids = Enumerable.Range(0, _random.Next(4, 40)).Select(i => $"t:c{i}").ToList();
        var customers = new List<Customer>();
        var relations = new List<Relation>();
        var ownership = new List<OwnershipRow>();
        var events = new List<Happening>();
        var orders = new List<Order>();
        var refunds = new List<Refund>();
        var stays = new List<Stay>();
        var tasks = new List<CampaignTask>();
        var listed = new List<Listed>();
        foreach (var id in ids)
        {
            if (Chance(0.8))
            {
                customers.Add(new Customer(
                    id, Chance(0.7) ? Time() : null, Pick(Channels), Chance(0.8) ? Staff() : "",
                    Pick("13800000001", "+8613900000002", "12345", ""), Pick("1990-02-28", "1890-01-01", "", "2025-01-01", "2004-02-29", "2008-03-01", "1963-12-31"), Pick("女", "男", "", "x"), Pick("上海", "", "未知"), Pick("", "", Pick([.. ids]), id), Tags()));
            }

            Relations(id, relations);
            for (var i = _random.Next(0, 3) - 1; i > 0; i--)
            {
                var from = Time();
                ownership.Add(new OwnershipRow(id, Staff(), from, Chance(0.5) ? from.AddHours(_random.Next(0, 900)) : null));
            }

            for (var i = _random.Next(0, 12); i > 0; i--)
                events.Add(new Happening($"e{events.Count}", Pick(Types), Time(), id, Chance(0.3) ? Staff() : "", Pick(Channels), Pick("", "G1", "G2")));
            for (var i = _random.Next(0, 4) - 1; i > 0; i--)
            {
                var from = Time();
                stays.Add(new Stay(id, Pick("G1", "G2", "G3"), from, Chance(0.5) ? from.AddHours(_random.Next(0, 1200)) : null));
            }

            for (var campaign = 1; campaign <= 2; campaign++)
            {
                DateTime? given = Chance(0.7) ? Time() : null;
                if (Chance(0.5))
                    tasks.Add(new CampaignTask($"K{campaign}", id, Chance(0.8) ? "treatment" : "holdout", Chance(0.8) ? Staff() : "", given, Chance(0.6) ? given?.AddHours(_random.Next(0, 300)) : null));
            }

            Orders(id, orders, refunds);
            if (Chance(0.3))
                listed.Add(new Listed(Pick("vips", "testers"), id, Chance(0.5) ? Time() : null, Chance(0.3) ? Time() : null));
        }

        var costs = Enumerable.Range(0, _random.Next(0, 30)).Select(_ => new Cost(
            DateOnly.FromDateTime(Time()), _random.Next(0, 4) * 12.5m, Pick("media", "gift"), Pick(Channels), Chance(0.5) ? Staff() : "")).ToList();

        // One row per key, as the tables hold it.
        return new Company(
            employees, customers, [.. relations.DistinctBy(row => (row.Customer, row.Employee, row.StartedAt))],
            [.. ownership.DistinctBy(row => (row.Customer, row.Employee, row.From))], events, orders, refunds,
            // The third group has stays, but nobody told of it.
            [new Group("G1", "vip", "E1"), new Group("G2", "", "")], [.. stays.DistinctBy(row => (row.Customer, row.Group, row.From))],
            [.. costs.DistinctBy(row => (row.Day, row.Type, row.Channel, row.Employee))], tasks, listed);
    }

    private void Relations(string customer, List<Relation> relations)
    {
        for (var i = _random.Next(0, 4); i > 0; i--)
        {
            var start = Time();
            DateTime? end = Chance(0.5) ? start.AddHours(_random.Next(0, 1500)) : null;
            var handedOver = end is not null && Chance(0.4);
            relations.Add(new Relation(customer, Staff(), start, end, end is null ? "" : handedOver ? "transferred" : Pick("customer_deleted", "employee_deleted", "unknown"), Pick(AddWays)));
            if (handedOver && Chance(0.8))
                relations.Add(new Relation(customer, Staff(), end!.Value, Chance(0.3) ? end.Value.AddHours(_random.Next(1, 400)) : null, Chance(0.5) ? "customer_deleted" : "", Pick("202", "")));
        }
    }

    private void Orders(string customer, List<Order> orders, List<Refund> refunds)
    {
        for (var i = _random.Next(0, 5); i > 0; i--)
        {
            var at = Time();
            var parts = Chance(0.2) ? 2 : 1;
            var parent = parts == 2 || Chance(0.1) ? $"p{orders.Count}" : "";
            for (var part = 0; part < parts; part++)
            {
                var order = new Order(
                    $"o{orders.Count}", customer, at.AddMinutes(_random.Next(0, 2000) * part), _random.Next(0, 5) * 10.25m,
                    Chance(0.9) ? "paid" : "closed", parent, Chance(0.2) ? Staff() : "", Chance(0.08), Pick("", "", "G1"));
                orders.Add(order);
                for (var refund = _random.Next(0, 3); refund > 0; refund--)
                    refunds.Add(new Refund($"r{refunds.Count}", order.Id, order.PaidAt.AddHours(_random.Next(0, 2500)), Chance(0.5) ? order.Amount : 5m, Pick("return", "refund_only", "")));
            }
        }
    }

    private DateTime Time()
    {
        var day = Start.AddDays(Chance(0.3) ? _random.Next(85, 95) : _random.Next(0, 420));
        return _random.Next(4) switch
        {
            0 => day,
            1 => day.AddDays(1).AddMilliseconds(-1),
            _ => day.AddMinutes(_random.Next(0, 1440)),
        };
    }

    private List<string> Tags() => Chance(0.6) ? [] : [.. new[] { Pick("vip", "羊毛党"), Pick("skin:dry", "skin:oily", "skin:", "vip"), Pick("skin:oily", "mood:calm", "skin") }.Distinct()];

    private string Staff() => $"E{_random.Next(1, 6)}";

    private bool Chance(double share) => _random.NextDouble() < share;

    private string Pick(params string[] from) => from[_random.Next(from.Length)];
}
