using System.Globalization;

namespace PrivateDomainBI.Ingest.Tests.Demo;

// What the manifest says of the files, and what the files promise each other, checked from the files alone.
[Collection(DemoCompanyFixture.Collection)]
public sealed class DemoFilesTests(DemoCompanyFixture demo)
{
    private static readonly string[] Vocabulary =
    [
        "message_received", "message_sent", "content_delivered", "content_viewed", "content_shared", "mini_program_viewed", "cart_added",
        "group_joined", "group_message", "profile_field_filled", "coupon_issued", "coupon_redeemed", "review_submitted",
        "campaign_participated", "appointment_booked", "appointment_visited", "appointment_no_show", "store_visited", "live_entered",
        "channel_video_shared", "feedback_submitted", "referral_made", "referral_accepted", "ad_clicked", "follow_up_logged", "group_left",
        "group_pushed", "official_account_followed", "official_account_unfollowed", "member_enrolled", "survey_sent", "survey_submitted",
        "friend_applied", "item_returned", "item_exchanged", "group_buy_opened", "group_buy_completed", "lottery_assisted", "service_case_opened", "service_case_closed",
    ];

    public static TheoryData<string> Datasets { get; } =
    [
        "org_units", "employees", "channels", "groups", "campaigns", "customers", "relations", "ownership", "group_members",
        "campaign_audience", "events", "orders", "refunds", "reach", "costs", "targets",
    ];

    [Fact]
    public void Files_AreListedInLoadOrder() =>
        demo.Manifest.Files.Select(file => file.Dataset).ShouldBe(Ingest.Loads.Datasets.Names.Except(["list_members"]));

    [Fact]
    public void Events_AreOfEveryKindThatAMetricReads() =>
        demo.Good("events").Select(row => row["type"]).Distinct().ShouldBe(Vocabulary, ignoreOrder: true);

    [Theory, MemberData(nameof(Datasets))]
    public void Manifest_CountsRowsAndDuplicates_AsTheFileHasThem(string dataset)
    {
        var file = demo.Manifest.Files.Single(file => file.Dataset == dataset);
        var lines = demo.Raw(dataset);

        lines.Count.ShouldBe((int)file.Rows);
        (lines.Count - lines.DistinctBy(line => line.Text).Count()).ShouldBe((int)file.Duplicates);
        demo.Good(dataset).Count.ShouldBe((int)file.GoodRows);
    }

    [Theory, MemberData(nameof(Datasets))]
    public void Manifest_ListsExactlyTheUnusableRows(string dataset) =>
        demo.Raw(dataset).Where(line => !IsUsable(dataset, line)).Select(line => line.Number)
            .ShouldBe(demo.Manifest.Files.Single(file => file.Dataset == dataset).BadRows.Select(row => row.Line));

    [Theory, InlineData("customers"), InlineData("relations"), InlineData("events"), InlineData("orders"), InlineData("refunds")]
    [InlineData("groups"), InlineData("group_members"), InlineData("campaign_audience"), InlineData("reach"), InlineData("costs"), InlineData("targets")]
    public void LargeFiles_HaveDuplicatesAndBadRows(string dataset)
    {
        var file = demo.Manifest.Files.Single(file => file.Dataset == dataset);
        file.Duplicates.ShouldBeGreaterThan(0);
        file.BadRows.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("org_units", "org_unit_id,valid_from")]
    [InlineData("employees", "employee_id,valid_from")]
    [InlineData("customers", "customer")]
    [InlineData("relations", "customer,employee_id,started_at")]
    [InlineData("ownership", "customer,employee_id,valid_from")]
    [InlineData("events", "event_id")]
    [InlineData("orders", "order_id")]
    [InlineData("refunds", "refund_id")]
    [InlineData("channels", "channel")]
    [InlineData("groups", "group_id")]
    [InlineData("campaigns", "campaign_id")]
    [InlineData("group_members", "group_id,customer,joined_at")]
    [InlineData("campaign_audience", "campaign_id,customer")]
    [InlineData("reach", "day,channel,campaign_id")]
    [InlineData("costs", "day,type,channel,campaign_id,employee_id")]
    [InlineData("targets", "scope,scope_id,metric,period")]
    public void GoodRows_HaveUniqueKeys(string dataset, string key)
    {
        var columns = key.Split(',');
        var rows = demo.Good(dataset);
        rows.DistinctBy(row => string.Join('|', columns.Select(column => row[column]))).Count().ShouldBe(rows.Count);
    }

    [Fact]
    public void Customers_InRelationsOwnershipAndReferrals_Exist()
    {
        var customers = demo.Good("customers").Select(row => row["customer"]).ToHashSet();
        customers.Count.ShouldBe(DemoCompanyFixture.Company.Customers);
        demo.Good("relations").ShouldAllBe(row => customers.Contains(row["customer"]));
        demo.Good("ownership").ShouldAllBe(row => customers.Contains(row["customer"]));
        demo.Good("customers").ShouldAllBe(row => row["referrer"] == "" || customers.Contains(row["referrer"]));
    }

    [Theory, InlineData("orders"), InlineData("events")]
    public void UnknownCustomers_AreTheWalkInsAlone(string dataset)
    {
        var customers = demo.Good("customers").Select(row => row["customer"]).ToHashSet();
        var unknown = demo.Good(dataset).Select(row => row["customer"]).Where(customer => !customers.Contains(customer)).Distinct().ToList();
        unknown.ShouldNotBeEmpty();
        unknown.ShouldAllBe(customer => customer.StartsWith("member_id:M", StringComparison.Ordinal));
    }

    [Fact]
    public void Employees_Everywhere_Exist()
    {
        var employees = demo.Good("employees").Select(row => row["employee_id"]).ToHashSet();
        foreach (var dataset in (string[])["customers", "relations", "ownership", "events", "orders", "campaign_audience", "costs"])
            demo.Good(dataset).ShouldAllBe(row => row["employee_id"] == "" || employees.Contains(row["employee_id"]), dataset);
    }

    [Fact]
    public void Employees_WorkInUnitsThatExist_AndUnitsHangTogether()
    {
        var units = demo.Good("org_units").Select(row => row["org_unit_id"]).ToHashSet();
        demo.Good("employees").ShouldAllBe(row => units.Contains(row["org_unit_id"]));
        demo.Good("org_units").ShouldAllBe(row => units.Contains(row["parent_id"]) || row["type"] == "hq");
        demo.Good("org_units").Count(row => row["type"] == "region").ShouldBe(8);
        demo.Good("org_units").ShouldContain(row => row["kpi_mode"] == "cost_center");
    }

    [Fact]
    public void Refunds_AreOfOrdersPaidBefore_AndNeverExceedThem()
    {
        var orders = demo.Good("orders").ToDictionary(row => row["order_id"]);
        foreach (var refunds in demo.Good("refunds").GroupBy(row => row["order_id"]))
        {
            var order = orders[refunds.Key];
            refunds.Sum(refund => refund.TryMoney("amount")).ShouldNotBeNull().ShouldBeLessThanOrEqualTo(order.TryMoney("amount")!.Value);
            refunds.ShouldAllBe(refund => refund.Time("refunded_at") >= order.Time("paid_at"));
            order["status"].ShouldBe("paid");
        }
    }

    [Fact]
    public void Transfers_EndOneRelationAtTheInstantTheNextStarts()
    {
        var relations = demo.Good("relations");
        var takeovers = relations.Where(row => row["add_way"] is "201" or "202").ToLookup(row => (row["customer"], row["started_at"]));
        var transferred = relations.Where(row => row["end_reason"] == "transferred").ToList();

        transferred.Count.ShouldBeGreaterThan(100);
        transferred.ShouldAllBe(row => takeovers[new(row["customer"], row["ended_at"])].Any(next => next["employee_id"] != row["employee_id"]));
        takeovers.Count.ShouldBe(transferred.Count);
        relations.Select(row => row["add_way"]).Intersect(["201", "202"]).Count().ShouldBe(2);
    }

    [Fact]
    public void Departed_HaveNoCustomerLeft()
    {
        var departed = demo.Good("employees").Where(row => row["status"] == "departed").ToDictionary(row => row["employee_id"], row => row["valid_to"]);
        departed.Count.ShouldBeGreaterThan(5);
        demo.Good("relations").Where(row => departed.ContainsKey(row["employee_id"]))
            .ShouldAllBe(row => row["ended_at"] != "" && string.CompareOrdinal(row["ended_at"], departed[row["employee_id"]]) < 0);
    }

    [Fact]
    public void Movers_HaveTwoPostingsThatMeet()
    {
        var movers = demo.Good("employees").GroupBy(row => row["employee_id"]).Where(rows => rows.Count() == 2).ToList();
        movers.ShouldNotBeEmpty();
        movers.ShouldAllBe(rows => rows.First()["valid_to"] == rows.Last()["valid_from"] && rows.First()["org_unit_id"] != rows.Last()["org_unit_id"]);
    }

    [Fact]
    public void Readds_HappenOnTheSameDayToo()
    {
        var relations = demo.Good("relations").Where(row => row["add_way"] is not ("201" or "202")).ToLookup(row => (row["customer"], row["employee_id"]));
        relations.SelectMany(rows => rows.Zip(rows.Skip(1))).Count(pair => pair.First["ended_at"] != "" && pair.First.Day("ended_at") == pair.Second.Day("started_at"))
            .ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Times_LieWithinThePeriod_AndEveryDayHasItsSale()
    {
        var (from, until) = (demo.Manifest.From, demo.Manifest.CompleteThrough);
        foreach (var (dataset, column) in ((string, string)[])[("customers", "joined_at"), ("relations", "started_at"), ("events", "occurred_at"), ("orders", "paid_at"), ("refunds", "refunded_at")])
        {
            var days = demo.Good(dataset).Select(row => row.Day(column)).ToHashSet();
            days.Min().ShouldBeGreaterThanOrEqualTo(from, dataset);
            days.Max().ShouldBe(until, dataset);
            if (dataset is "orders" or "events")
                days.Count.ShouldBe(until.DayNumber - from.DayNumber + 1, dataset);
        }
        demo.Good("relations").ShouldAllBe(row => row["ended_at"] == "" || (row.Time("ended_at") >= row.Time("started_at") && row.Day("ended_at") <= until));
    }

    [Fact]
    public void EventsAndOrders_StandInTheOrderOfTime()
    {
        foreach (var (dataset, column) in ((string, string)[])[("events", "occurred_at"), ("orders", "paid_at")])
        {
            var times = demo.Good(dataset).Select(row => row[column]).ToList();
            times.SequenceEqual(times.Order(StringComparer.Ordinal)).ShouldBeTrue(dataset);
        }
    }

    private static bool IsUsable(string dataset, DemoLine line) => line.IsWhole && dataset switch
    {
        "customers" => line["customer"] != "" && line.TryTime("joined_at") is not null,
        "relations" => line["customer"] != "" && line["employee_id"] != "" && line.TryTime("started_at") is not null,
        "events" => line["event_id"] != "" && line["customer"] != "" && line.TryTime("occurred_at") is not null && Vocabulary.Contains(line["type"]),
        "orders" => line["order_id"] != "" && line["customer"] != "" && line.TryTime("paid_at") is not null && line.TryMoney("amount") >= 0,
        "refunds" => line["refund_id"] != "" && line["order_id"] != "" && line.TryTime("refunded_at") is not null && line.TryMoney("amount") >= 0,
        "groups" => line["group_id"] != "" && line["name"] != "" && line.TryTime("created_at") is { } created && (line["dismissed_at"] == "" || line.TryTime("dismissed_at") >= created),
        "group_members" => line["group_id"] != "" && line["customer"] != "" && line.TryTime("joined_at") is { } joined && (line["left_at"] == "" || line.TryTime("left_at") >= joined),
        "campaigns" => line.TryTime("starts_at") is { } starts && line.TryTime("ends_at") >= starts && ((string[])["discount", "holdout_share", "margin"]).All(share => line.TryMoney(share) is >= 0 and <= 1),
        "campaign_audience" => line["campaign_id"] != "" && line["customer"] != "" && line["arm"] is "treatment" or "holdout" && (line["executed_at"] == "" || line.TryTime("executed_at") >= line.TryTime("dispatched_at")),
        "reach" => line["channel"] != "" && line.TryDate("day") is not null && long.TryParse(line["reached"], NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "costs" => line["type"] is "media" or "coupon" or "gift" or "commission" or "labour" or "tool" && line.TryDate("day") is not null && line.TryMoney("amount") >= 0,
        "targets" => line["scope"] is "employee" or "org_unit" or "company" && line["scope_id"] != "" && line["metric"] != "" && DateOnly.TryParseExact(line["period"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && line.TryMoney("value") >= 0,
        _ => true,
    };
}
