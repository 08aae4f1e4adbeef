using System.Globalization;
using System.Text.Json;

namespace PrivateDomainBI.Ingest.Tests.Demo;

// Groups, channels, campaigns, spend and targets fit the customers, events and orders they speak of.
[Collection(DemoCompanyFixture.Collection)]
public sealed class DemoMarketingTests(DemoCompanyFixture demo)
{
    [Fact]
    public void Groups_AreOfEveryTypeAndOwnedByEmployees()
    {
        var employees = demo.Good("employees").Select(row => row["employee_id"]).ToHashSet();
        var groups = demo.Good("groups");

        groups.Count.ShouldBeInRange(100, 300);
        groups.Select(row => row["type"]).Distinct().ShouldBe(["store", "flash", "vip", "interest", "experience"], ignoreOrder: true);
        groups.ShouldAllBe(row => employees.Contains(row["owner_employee_id"]));
        groups.Count(row => row["dismissed_at"] != "").ShouldBeInRange(groups.Count / 4, groups.Count * 9 / 10);
    }

    [Fact]
    public void Stays_LieWithinTheLifeOfTheirGroup_AndDoNotOverlap()
    {
        var groups = demo.Good("groups").ToDictionary(row => row["group_id"]);
        var members = demo.Good("group_members");
        var customers = demo.Good("customers").ToDictionary(row => row["customer"], row => row.Time("joined_at"));

        foreach (var stay in members)
        {
            var group = groups[stay["group_id"]];
            stay.Time("joined_at").ShouldBeGreaterThanOrEqualTo(group.Time("created_at"));
            stay.Time("joined_at").ShouldBeGreaterThan(customers[stay["customer"]]);
            if (group["dismissed_at"] != "")
                Left(stay).ShouldBeLessThanOrEqualTo(group.Time("dismissed_at"));
        }

        var again = members.GroupBy(row => (row["group_id"], row["customer"])).Where(stays => stays.Count() > 1).Select(stays => stays.OrderBy(row => row["joined_at"], StringComparer.Ordinal).ToList()).ToList();
        again.ShouldNotBeEmpty();
        again.ShouldAllBe(stays => stays.Zip(stays.Skip(1)).All(pair => Left(pair.First) <= pair.Second.Time("joined_at")));
        members.Select(row => row["join_scene"]).Distinct().Order().ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public void GroupEventsAndOrders_AreOfMembersAtThatMoment()
    {
        var stays = demo.Good("group_members").ToLookup(row => (row["group_id"], row["customer"]));
        var happened = demo.Good("events").Where(row => row["group_id"] != "").Select(row => (Row: row, At: row.Time("occurred_at")))
            .Concat(demo.Good("orders").Where(row => row["group_id"] != "").Select(row => (Row: row, At: row.Time("paid_at")))).ToList();

        happened.Count.ShouldBeGreaterThan(5_000);
        happened.ShouldAllBe(entry => stays[new(entry.Row["group_id"], entry.Row["customer"])].Any(stay => stay.Time("joined_at") <= entry.At && entry.At <= Left(stay)));
        demo.Good("orders").Count(row => row["group_id"] != "").ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Channels_HangTogether_AndNameEveryChannelThatIsUsed()
    {
        var channels = demo.Good("channels").ToDictionary(row => row["channel"]);
        channels.Values.ShouldAllBe(row => row["parent"] == "" || channels.ContainsKey(row["parent"]));
        channels.Values.Select(row => row["reach_base"]).Distinct().ShouldBe(["", "visitors", "clicks", "parcel_cards", "orders"], ignoreOrder: true);
        foreach (var dataset in (string[])["customers", "reach", "costs", "orders"])
            demo.Good(dataset).ShouldAllBe(row => row["channel"] == "" || channels.ContainsKey(row["channel"]), dataset);
        demo.Good("campaigns").ShouldAllBe(row => row["channels"].Split(';', StringSplitOptions.None).All(channels.ContainsKey));
    }

    [Fact]
    public void Reach_IsMoreThanWhoJoined_OnEveryDayAndChannel()
    {
        var joined = demo.Good("customers").Where(row => row["channel"] != "").CountBy(row => (row["channel"], row.Day("joined_at"))).ToDictionary();
        var reached = demo.Good("reach").GroupBy(row => (row["channel"], row.TryDate("day")!.Value)).ToDictionary(rows => rows.Key, rows => rows.Sum(Reached));
        joined.ShouldAllBe(pair => reached[pair.Key] > pair.Value);
        reached.Keys.Select(key => key.Value).Distinct().Count().ShouldBe(demo.Manifest.CompleteThrough.DayNumber - demo.Manifest.From.DayNumber + 1);
        demo.Good("reach").ShouldContain(row => row["campaign_id"] != "");
    }

    [Fact]
    public void Costs_AreThoseOfABelievableBrand()
    {
        var joined = demo.Good("customers").CountBy(row => row["channel"]).ToDictionary();
        var costs = demo.Good("costs");
        costs.Select(row => row["type"]).Distinct().Count().ShouldBe(6);
        var perFriend = costs.Where(row => row["channel"] != "").GroupBy(row => row["channel"]).ToDictionary(rows => rows.Key, rows => rows.Sum(Amount) / joined[rows.Key]);
        perFriend.Count.ShouldBe(9);
        perFriend.Values.ShouldAllBe(cost => cost >= 5 && cost <= 40);
        perFriend["douyin"].ShouldBeGreaterThan(3 * perFriend["parcel_card"]);
        costs.Sum(Amount).ShouldBeLessThan(demo.Good("orders").Sum(Amount));
    }

    [Fact]
    public void CouponCosts_AreTheCouponsRedeemed()
    {
        var redeemed = demo.Good("events").Where(row => row["type"] == "coupon_redeemed")
            .GroupBy(row => (row.Day("occurred_at"), row["campaign_id"])).ToDictionary(rows => rows.Key, rows => rows.Sum(row => decimal.Parse(row["value"], CultureInfo.InvariantCulture)));
        demo.Good("costs").Where(row => row["type"] == "coupon").ToDictionary(row => (row.TryDate("day")!.Value, row["campaign_id"]), Amount).ShouldBe(redeemed, ignoreOrder: true);
    }

    [Fact]
    public void Campaigns_AreKnownWhereverTheyAreNamed()
    {
        var campaigns = demo.Good("campaigns").ToDictionary(row => row["campaign_id"]);
        campaigns.Count.ShouldBeInRange(10, 14);
        campaigns.Values.Select(row => row["mechanic"]).Distinct().ShouldBe(["coupon", "group_buy", "launch", "lottery", "poster", "referral"], ignoreOrder: true);
        foreach (var dataset in (string[])["events", "orders", "campaign_audience", "reach", "costs"])
            demo.Good(dataset).ShouldAllBe(row => row["campaign_id"] == "" || campaigns.ContainsKey(row["campaign_id"]), dataset);
    }

    [Fact]
    public void Audience_HasAHoldout_AndMostOfTheRestWasTold()
    {
        var customers = demo.Good("customers").ToDictionary(row => row["customer"], row => row.Day("joined_at"));
        var campaigns = demo.Good("campaigns").ToDictionary(row => row["campaign_id"]);
        var audience = demo.Good("campaign_audience");
        audience.ShouldAllBe(row => customers[row["customer"]] < campaigns[row["campaign_id"]].Day("starts_at"));
        var (held, treated) = (audience.Where(row => row["arm"] == "holdout").ToList(), audience.Where(row => row["arm"] == "treatment").ToList());
        ((double)held.Count / audience.Count).ShouldBeInRange(0.08, 0.12);
        held.ShouldAllBe(row => row["dispatched_at"] == "" && row["executed_at"] == "");
        treated.ShouldAllBe(row => row["dispatched_at"] != "");
        ((double)treated.Count(row => row["executed_at"] != "") / treated.Count).ShouldBeInRange(0.7, 0.9);

        var took = demo.Good("events").Where(row => row["type"] == "campaign_participated").Select(row => (row["campaign_id"], row["customer"])).ToHashSet();
        Share(treated).ShouldBeGreaterThan(1.5 * Share(held));

        double Share(List<DemoLine> rows) => (double)rows.Count(row => took.Contains((row["campaign_id"], row["customer"]))) / rows.Count;
    }

    [Fact]
    public void Participants_BuyByTheCampaign()
    {
        var took = demo.Good("events").Where(row => row["type"] == "campaign_participated").Select(row => (row["campaign_id"], row["customer"])).ToHashSet();
        var bought = demo.Good("orders").Select(row => (row["campaign_id"], row["customer"])).ToHashSet();
        ((double)took.Count(bought.Contains) / took.Count).ShouldBeInRange(0.05, 0.25);
    }

    [Fact]
    public void Targets_AreOfEveryoneAtADesk_ForEveryMonth()
    {
        var employees = demo.Good("employees").Select(row => row["employee_id"]).ToHashSet();
        var units = demo.Good("org_units").Select(row => row["org_unit_id"]).ToHashSet();
        var targets = demo.Good("targets");
        targets.Where(row => row["scope"] == "employee").ShouldAllBe(row => employees.Contains(row["scope_id"]));
        targets.Where(row => row["scope"] == "org_unit").ShouldAllBe(row => units.Contains(row["scope_id"]));
        var company = targets.Where(row => row["scope"] == "company").ToList();
        company.Select(row => row["metric"]).Distinct().ShouldBe(["new_customers", "net_sales", "first_order_conv"]);
        company.Select(row => row["period"]).Distinct().Count().ShouldBe(16);

        var joined = demo.Good("customers").CountBy(row => row["joined_at"][..7]).ToDictionary();
        company.Where(row => row["metric"] == "new_customers").ShouldAllBe(row => joined[row["period"]] > 0.8m * row.TryMoney("value") && joined[row["period"]] < 1.2m * row.TryMoney("value"));
    }

    [Fact]
    public void Referrals_NameTheReferrerOfTheCustomer()
    {
        var referrers = demo.Good("customers").Where(row => row["referrer"] != "").ToDictionary(row => row["customer"], row => row["referrer"]);
        var accepted = demo.Good("events").Where(row => row["type"] == "referral_accepted").ToDictionary(row => row["customer"], row => Prop(row, "referrer").GetString()!);
        accepted.ShouldBe(referrers, ignoreOrder: true);
        var made = demo.Good("events").Where(row => row["type"] == "referral_made").Select(row => (row["customer"], row.Day("occurred_at"))).ToHashSet();
        demo.Good("customers").Where(row => row["referrer"] != "").ShouldAllBe(row => made.Contains(new(row["referrer"], row.Day("joined_at"))));
    }

    [Fact]
    public void Reactions_CarryWhatMetricsRead()
    {
        var events = demo.Good("events").ToLookup(row => row["type"]);
        events["review_submitted"].ShouldAllBe(row => Prop(row, "score").GetInt32() >= 1 && Prop(row, "score").GetInt32() <= 5);
        events["review_submitted"].Count(row => Prop(row, "default").GetBoolean()).ShouldBeInRange(1, events["review_submitted"].Count() / 2);
        events["survey_submitted"].ShouldAllBe(row => Prop(row, "score").GetInt32() >= 0 && Prop(row, "score").GetInt32() <= 10);
        events["survey_submitted"].Count().ShouldBeLessThan(events["survey_sent"].Count());
        events["survey_submitted"].Where(row => row["content_id"] == "ces").ShouldAllBe(row => Prop(row, "score").GetInt32() <= 7 && Prop(row, "seconds").GetInt32() > 0);
        events["service_case_closed"].Select(row => Prop(row, "case_id").GetString()).ShouldBeSubsetOf(events["service_case_opened"].Select(row => Prop(row, "case_id").GetString()));
        events["member_enrolled"].DistinctBy(row => row["customer"]).Count().ShouldBe(events["member_enrolled"].Count());
        events["item_returned"].ShouldAllBe(row => Prop(row, "order_id").GetString()!.StartsWith('D'));
        ((string[])["content_delivered", "content_viewed", "group_pushed"]).ShouldAllBe(type => events[type].All(row => row["content_id"] != ""));
    }

    [Fact]
    public void NewCustomers_AreGreetedFollowedUpAndAnswer()
    {
        var joined = demo.Good("customers").ToDictionary(row => row["customer"], row => row.Time("joined_at"));
        var until = demo.Manifest.CompleteThrough.AddDays(-7).ToDateTime(TimeOnly.MinValue);
        var mature = joined.Where(pair => pair.Value < until).Select(pair => pair.Key).ToHashSet();
        Share("message_received", (at, join) => at >= join && at < join.AddHours(24)).ShouldBeInRange(0.4, 0.7);
        Share("follow_up_logged", (at, join) => at.Date > join.Date && at.Date <= join.Date.AddDays(7)).ShouldBeInRange(0.45, 0.75);

        double Share(string type, Func<DateTime, DateTime, bool> counts) => (double)demo.Good("events")
            .Where(row => row["type"] == type && mature.Contains(row["customer"]) && counts(row.Time("occurred_at"), joined[row["customer"]]))
            .Select(row => row["customer"]).Distinct().Count() / mature.Count;
    }

    private static DateTime Left(DemoLine stay) => stay["left_at"] == "" ? DateTime.MaxValue : stay.Time("left_at");

    private static decimal Amount(DemoLine row) => row.TryMoney("amount")!.Value;

    private static long Reached(DemoLine row) => long.Parse(row["reached"], CultureInfo.InvariantCulture);

    private static JsonElement Prop(DemoLine row, string name)
    {
        using var props = JsonDocument.Parse(row["props"]);
        return props.RootElement.GetProperty(name).Clone();
    }
}
