namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>
/// Makes small nasty companies: few days and few people, so that same-day repeats, edges of windows, transfers,
/// re-adds, split orders and refunds meet all the time. The same seed makes the same company.
/// </summary>
internal sealed class RandomCompany(int seed)
{
    // Times cluster around a leap day, month ends and midnight.
    public static readonly DateTime Start = new(2023, 12, 1);

    private static readonly string[] Types =
    [
        "message_received", "message_sent", "content_viewed", "content_delivered", "cart_added", "group_pushed", "member_enrolled", "follow_up_logged", "group_message",
        "campaign_participated", "campaign_participated", "ad_clicked", "appointment_booked", "appointment_booked",
        "store_visited", "appointment_visited", "referral_made", "referral_made",
    ];
    private static readonly string[] CampaignIds = ["", "K1", "K2", "K3"];
    // What happens to one customer is of one of these, so that beginnings meet what follows them.
    private static readonly string[][] Themes =
    [
        ["survey_sent", "survey_sent", "survey_submitted", "survey_submitted", "survey_submitted"],
        ["content_delivered", "content_delivered", "content_viewed", "content_viewed", "content_shared"],
        ["message_received", "message_sent", "message_sent"],
        ["appointment_booked", "appointment_booked", "appointment_visited", "appointment_no_show", "service_case_opened", "service_case_closed"],
        ["review_submitted", "review_submitted", "feedback_submitted", "channel_video_shared", "service_case_opened", "message_received", "content_delivered", "survey_submitted"],
    ];
    private static readonly TimeSpan[] Offsets =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(61), TimeSpan.FromHours(5), TimeSpan.FromHours(72),
        TimeSpan.FromHours(72) + TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(14), TimeSpan.FromDays(15), TimeSpan.FromDays(16), -TimeSpan.FromMinutes(1),
    ];
    private static readonly string[] Channels = ["", "douyin", "store_qr"];
    private static readonly string[] AddWays = ["", "1", "1", "3", "201", "202"];

    private readonly Random _random = new(seed);

    // Draws of its own, so that every seed draws the rest as it did.
    private readonly Random _ofFollowers = new(~seed);

    public Company Make()
    {
        var (employees, units) = Organisation();
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
                events.Add(new Happening($"e{events.Count}", Pick(Types), Time(), id, Chance(0.3) ? Staff() : "", Pick(Channels), Pick("", "G1", "G2"), Pick(CampaignIds)));
            Contacts(id, events);
            Edges(id, events);
            for (var i = _random.Next(0, 4) - 1; i > 0; i--)
            {
                var from = Time();
                stays.Add(new Stay(id, Pick("G1", "G2", "G3"), from, Chance(0.5) ? from.AddHours(_random.Next(0, 1200)) : null));
            }

            for (var campaign = 1; campaign <= 3; campaign++)
            {
                DateTime? given = Chance(0.7) ? Time() : null;
                if (Chance(0.5))
                    tasks.Add(new CampaignTask($"K{campaign}", id, Chance(0.7) ? "treatment" : "holdout", Chance(0.8) ? Staff() : "", given, Chance(0.6) ? given?.AddHours(_random.Next(0, 300)) : null));
            }

            Orders(id, orders, refunds);
            foreach (var order in orders.Where(order => order.Customer == id && Chance(0.6)))
                Before(order, events, stays);
            if (Chance(0.3))
                listed.Add(new Listed(Pick("vips", "testers"), id, Chance(0.5) ? Time() : null, Chance(0.3) ? Time() : null));
        }

        Applications(relations, events);
        foreach (var id in ids)
            Follows(id, relations, events);
        var costs = Enumerable.Range(0, _random.Next(0, 30)).Select(_ => new Cost(
            DateOnly.FromDateTime(Time()), _random.Next(0, 4) * 12.5m, Pick("media", "gift"), Pick(Channels), Chance(0.5) ? Staff() : "", Pick(CampaignIds))).ToList();
        var reaches = Enumerable.Range(0, _random.Next(0, 30)).Select(_ => new Reach(DateOnly.FromDateTime(Time()), Pick("douyin", "store_qr", "parcel_card", "live"), _random.Next(0, 40))).ToList();

        // One row per key, as the tables hold it.
        return new Company(
            employees, units, customers, [.. relations.DistinctBy(row => (row.Customer, row.Employee, row.StartedAt))],
            [.. ownership.DistinctBy(row => (row.Customer, row.Employee, row.From))], events, orders, refunds,
            // The third group has stays, but nobody told of it.
            [new Group("G1", "vip", "E1", "S1", null, Chance(0.5) ? Time() : null), new Group("G2", "", "", Pick("S0", "S1", ""), Time(), null), new Group("G4", "", "E2", "S0", Time(), null)], [.. stays.DistinctBy(row => (row.Customer, row.Group, row.From))],
            [.. costs.DistinctBy(row => (row.Day, row.Type, row.Channel, row.Campaign, row.Employee))], tasks,
            // One channel reached people in no base that anybody declared; another declared one and reached nobody.
            [new ChannelRow("douyin", Pick("clicks", "orders")), new ChannelRow("store_qr", Pick("visitors", "parcel_cards", "clicks")), new ChannelRow("parcel_card", "parcel_cards"), new ChannelRow("live", "")],
            [.. reaches.DistinctBy(row => (row.Day, row.Channel))],
            // Events and orders tell of a third campaign that nobody described.
            [Campaign("K1", Pick("coupon", "launch"), Chance(0.5) ? 0.6m : null), Campaign("K2", "launch", 0.1234m)], listed);
    }

    // Employees who move between teams and stores, and units that move between regions, some of them in rings; the last
    // employee has no unit, and one team is in no store. Of some only today's state is told, of others every day since ever.
    private (List<Employee> Employees, List<Unit> Units) Organisation()
    {
        List<Unit> units =
        [
            new("R0", "region", []), new("R1", "region", []),
            new("S0", "store", Postings("R0", "R1", "")), new("S1", "store", Postings("R0", "R1", "T0")),
            new("D0", "dept", Postings("R0", "S1", "")),
            new("T0", "team", Postings("S0", "S1", "D0", "R1")), new("T1", "team", Postings("D0", "", "unknown")),
        ];
        var employees = Enumerable.Range(1, 5).Select(i => new Employee($"E{i}", i == 5 ? [new Posting(default, null, "")] : Postings("S0", "S1", "T0", "T1", "D0", ""))).ToList();
        return (employees, units);
    }

    private List<Posting> Postings(params string[] places)
    {
        var days = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => DateOnly.FromDateTime(Time())).Distinct().Order().ToList();
        if (Chance(0.3))
            days[0] = new DateOnly(1970, 1, 1);
        return [.. days.Select((day, i) => new Posting(day, i + 1 < days.Count && Chance(0.7) ? days[i + 1] : Chance(0.3) ? day.AddDays(_random.Next(1, 90)) : null, Pick(places)))];
    }

    private Campaign Campaign(string id, string mechanic, decimal? margin)
    {
        var start = Time();
        return new Campaign(id, start, start.AddHours(_random.Next(0, 1000)), mechanic, margin);
    }

    // Some friendships were applied for, up to eight days before or the day after. Made of what there is, so that every seed draws as it did.
    private static void Applications(List<Relation> relations, List<Happening> events)
    {
        foreach (var (relation, i) in relations.Select((relation, i) => (relation, i)).Where(pair => pair.i % 3 == 0))
            events.Add(new Happening($"e{events.Count}", "friend_applied", relation.StartedAt.AddDays(1 - (i / 3 % 10)), relation.Customer, "", ""));
    }

    // Some follow one of two accounts and turn away again, around the hours in which they were added or deleted; some turn away
    // from what they never followed, or at the moment they follow it.
    private void Follows(string customer, List<Relation> relations, List<Happening> events)
    {
        if (_ofFollowers.Next(5) < 3)
            return;
        var moments = relations.Where(row => row.Customer == customer).SelectMany(row => (DateTime[])[row.StartedAt, row.EndedAt ?? row.StartedAt.AddDays(40)])
            .Append(Start.AddDays(_ofFollowers.Next(0, 420)).AddMinutes(_ofFollowers.Next(0, 1440))).ToList();
        for (var i = _ofFollowers.Next(1, 6); i > 0; i--)
        {
            var at = moments[_ofFollowers.Next(moments.Count)].AddMinutes(_ofFollowers.Next(-3, 4) * 720);
            events.Add(new Happening(
                $"e{events.Count}", _ofFollowers.Next(5) < 3 ? "official_account_followed" : "official_account_unfollowed", at, customer, "", "",
                Touchpoint: _ofFollowers.Next(4) == 0 ? "shop" : "official_account"));
        }
    }

    // A few moments to each customer, and all that happens at them, or at the edge of a window after: answers before their
    // questions and at the same moment, two questions at once, views of nothing that was sent.
    private void Contacts(string customer, List<Happening> events)
    {
        var (moments, types) = (Enumerable.Range(0, 3).Select(_ => Time()).ToList(), Themes[_random.Next(Themes.Length)]);
        for (var i = _random.Next(0, 30); i > 0; i--)
        {
            var type = Pick(types);
            var at = moments[_random.Next(moments.Count)] + Offsets[_random.Next(Offsets.Length)];
            events.Add(new Happening(
                $"e{events.Count}", type, at, customer, Chance(0.4) ? Staff() : "", Pick(Channels), "", "",
                Pick("", "k1", "k1", "k2", "NPS", "csat"), Chance(0.15) ? _random.Next(0, 12) : null, Props(type)));
        }
    }

    // What follows exactly when its window ends, or just too late, with nothing else in its thread.
    private void Edges(string customer, List<Happening> events)
    {
        var at = Time();
        var late = Chance(0.5);
        var (first, then, after) = _random.Next(3) switch
        {
            0 => ("survey_sent", "survey_submitted", TimeSpan.FromDays(late ? 15 : 14)),
            1 => ("content_delivered", "content_viewed", TimeSpan.FromHours(72) + TimeSpan.FromMilliseconds(late ? 1 : 0)),
            _ => ("appointment_booked", Pick("appointment_visited", "appointment_no_show"), TimeSpan.FromDays(late ? 16 : 15)),
        };
        var props = first == "content_delivered" ? "" : "{\"survey\":\"csat\",\"score\":5,\"appointment_id\":\"a9\"}";
        events.Add(new Happening($"e{events.Count}", first, at, customer, "", "", Content: "k9", Props: props));
        events.Add(new Happening($"e{events.Count}", then, at + after, customer, "", "", Content: "k9", Props: props));
    }

    private string Props(string type)
    {
        var props = new List<string>();
        switch (type)
        {
            case "survey_sent":
                props.Add(Pick("", "", "\"reminder\":true"));
                break;
            case "survey_submitted":
                props.Add(Pick("", "", "\"seconds\":2.9", "\"seconds\":3", "\"seconds\":\"1\"", "\"valid\":false", "\"valid\":true"));
                break;
            case "review_submitted":
                props.Add(Pick("", "", "\"default\":true", "\"default\":false", "\"is_default\":\"true\"", "\"default\":1"));
                break;
            case "appointment_booked" or "appointment_visited" or "appointment_no_show":
                return Chance(0.1) ? "{\"appointment_id\":\"a1\"}" : "";
            case "service_case_opened" or "service_case_closed":
                return Chance(0.3) ? "{\"case_id\":17}" : "";
            default:
                return "";
        }

        if (type != "review_submitted")
        {
            props.Add(Pick("", "", "\"survey\":\"csat\"", "\"survey\":\"NPS\"", "\"survey\":\"ces\"", "\"survey\":\"other\""));
            props.Add(Pick("", "", "\"survey_id\":\"s1\""));
        }

        if (type != "survey_sent")
        {
            props.Add(Pick("", "\"score\":1", "\"score\":3", "\"score\":4", "\"score\":5", "\"score\":6", "\"score\":7", "\"score\":9", "\"score\":10", "\"score\":\" 4 \"", "\"score\":0", "\"score\":11", "\"score\":4.5", "\"score\":\"good\"", "\"score\":null"));
            props.Add(Pick("", "", "", "\"scale\":5", "\"scale\":10", "\"scale\":\"7\"", "\"scale\":null"));
        }

        props.RemoveAll(text => text.Length == 0);
        return props.Count == 0 ? "" : $"{{{string.Join(',', props)}}}";
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
                    Chance(0.9) ? "paid" : "closed", parent, Chance(0.2) ? Staff() : "", Chance(0.08), Pick("", "", "G1"), Chance(0.3) ? Pick(CampaignIds) : "", Pick("", "", "", "live"));
                orders.Add(order);
                for (var refund = _random.Next(0, 3); refund > 0; refund--)
                    refunds.Add(new Refund($"r{refunds.Count}", order.Id, order.PaidAt.AddHours(_random.Next(0, 2500)), Chance(0.5) ? order.Amount : 5m, Pick("return", "refund_only", "")));
            }
        }
    }

    // What was sent in a group, and a channel the customer was met in, exactly as long before an order as counts, or too long.
    private void Before(Order order, List<Happening> events, List<Stay> stays)
    {
        var late = TimeSpan.FromMilliseconds(_random.Next(0, 2));
        var group = Pick("G1", "G2");
        events.Add(new Happening($"e{events.Count}", "group_pushed", order.PaidAt - TimeSpan.FromHours(Chance(0.5) ? 48 : 3) - late, order.Customer, "", "", group));
        events.Add(new Happening($"e{events.Count}", "content_viewed", order.PaidAt - TimeSpan.FromDays(Chance(0.5) ? 7 : 1) - late, order.Customer, "", Pick("douyin", "store_qr")));
        var from = order.PaidAt.Date.AddDays(Chance(0.8) ? -_random.Next(0, 30) : 1).AddHours(1);
        stays.Add(new Stay(order.Customer, Pick(group, "G3"), from, Chance(0.5) ? null : from < order.PaidAt && Chance(0.5) ? order.PaidAt.Date.AddHours(_random.Next(-2, 2)) : from.AddDays(1)));
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
