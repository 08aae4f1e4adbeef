using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Ingest.Tests.Loads;

public class RuleTests(TestEngine engine)
{
    [Theory]
    [InlineData("org_units", "org_unit_id,name,parent_id,type,kpi_mode,valid_from,valid_to",
        "u,n,u,planet,sometimes,2026-02-30,2026-01-01x",
        "kpi_mode|sometimes|unknown_value", "parent_id|u|its_own_parent", "type|planet|unknown_value", "valid_from|2026-02-30|not_a_date", "valid_to|2026-01-01x|not_a_date")]
    [InlineData("org_units", "org_unit_id,name,valid_from,valid_to",
        ",,1969-12-31,1969-12-30",
        "name||required", "org_unit_id||required", "valid_from|1969-12-31|before_1970", "valid_to|1969-12-30|before_1970", "valid_to|1969-12-30|ends_before_it_starts")]
    [InlineData("employees", "employee_id,name,employment_type,valid_from,valid_to",
        "e,,robot,2026-02-01,2026-01-31",
        "employment_type|robot|unknown_value", "name||required", "valid_to|2026-01-31|ends_before_it_starts")]
    [InlineData("customers", "customer,joined_at", ",yesterday", "customer||required", "joined_at|yesterday|not_a_time")]
    [InlineData("relations", "customer,employee_id,started_at,ended_at,end_reason",
        "c,,2026-02-01,2026-01-31,bored",
        "employee_id||required", "end_reason|bored|unknown_value", "ended_at|2026-01-31|ends_before_it_starts")]
    [InlineData("relations", "customer,employee_id,started_at,ended_at",
        "c,e,,9999-12-31",
        "ended_at|9999-12-31|in_the_future", "started_at||required")]
    [InlineData("ownership", "customer,employee_id,valid_from,valid_to",
        "c,,2026-02-01,x",
        "employee_id||required", "valid_to|x|not_a_time")]
    [InlineData("ownership", "customer,employee_id,valid_from,valid_to",
        "c,e,2026-02-01,2026-01-01",
        "valid_to|2026-01-01|ends_before_it_starts")]
    [InlineData("events", "event_id,type,occurred_at,customer,value,props",
        ",teleported,1970-01-01 7:59,c,many,[1]",
        "event_id||required", "occurred_at|1970-01-01 7:59|not_a_time", "props|[1]|not_json", "type|teleported|unknown_type", "value|many|not_a_number")]
    [InlineData("events", "event_id,type,occurred_at,customer,value,props",
        "v,,1969-12-31T15:59:59Z,c,1.00001,{",
        "occurred_at|1969-12-31T15:59:59Z|before_1970", "props|{|not_json", "type||required", "value|1.00001|more_than_four_places")]
    [InlineData("refunds", "refund_id,order_id,refunded_at,amount,type",
        ",,2026-01-01 10:60,-0.01,theft",
        "amount|-0.01|negative", "order_id||required", "refund_id||required", "refunded_at|2026-01-01 10:60|not_a_time", "type|theft|unknown_value")]
    [InlineData("channels", "channel,parent,reach_base", "a,a,rumours", "parent|a|its_own_parent", "reach_base|rumours|unknown_value")]
    [InlineData("channels", "channel,label", ",抖音", "channel||required")]
    [InlineData("groups", "group_id,name,created_at,dismissed_at",
        ",,2026-02-01,2026-01-31",
        "dismissed_at|2026-01-31|ends_before_it_starts", "group_id||required", "name||required")]
    [InlineData("groups", "group_id,name,created_at,dismissed_at", "g,n,soon,2027-01-01", "created_at|soon|not_a_time", "dismissed_at|2027-01-01|in_the_future")]
    [InlineData("group_members", "group_id,customer,joined_at,left_at",
        ",x:,2026-02-01,2026-01-31",
        "customer|x:|bad_customer", "group_id||required", "left_at|2026-01-31|ends_before_it_starts")]
    [InlineData("group_members", "group_id,customer,joined_at,left_at", "g,,,2026-13-01", "customer||required", "joined_at||required", "left_at|2026-13-01|not_a_time")]
    [InlineData("campaigns", "campaign_id,name,starts_at,ends_at,discount,holdout_share,margin",
        ",,2026-11-11,2026-11-10,85,-0.1,0.60001",
        "campaign_id||required", "discount|85|not_a_share", "ends_at|2026-11-10|ends_before_it_starts", "holdout_share|-0.1|negative", "margin|0.60001|more_than_four_places", "name||required")]
    [InlineData("campaigns", "campaign_id,name,starts_at,ends_at,discount,holdout_share",
        "k,n,9999-12-31,,15%,1.0001",
        "discount|15%|not_a_number", "ends_at||required", "holdout_share|1.0001|not_a_share", "starts_at|9999-12-31|not_a_time")]
    [InlineData("campaigns", "campaign_id,name,starts_at,ends_at", "k,n,1969-01-01,later", "ends_at|later|not_a_time", "starts_at|1969-01-01|before_1970")]
    [InlineData("list_members", "list,customer,added_at,removed_at", "VIP list,c,2026-02-01,2026-01-01", "list|VIP list|unknown_value", "removed_at|2026-01-01|ends_before_it_starts")]
    [InlineData("list_members", "list,customer,added_at", ",,2026-01-01", "customer||required", "list||required")]
    [InlineData("campaign_audience", "campaign_id,customer,arm,dispatched_at,executed_at",
        ",,control,2026-02-01,2026-01-31",
        "arm|control|unknown_value", "campaign_id||required", "customer||required", "executed_at|2026-01-31|ends_before_it_starts")]
    [InlineData("campaign_audience", "campaign_id,customer,dispatched_at,executed_at", "k,c,2026-11-24,now", "dispatched_at|2026-11-24|in_the_future", "executed_at|now|not_a_time")]
    [InlineData("reach", "day,channel,reached", "2026-11-24,,-1", "channel||required", "day|2026-11-24|in_the_future", "reached|-1|negative")]
    [InlineData("reach", "day,channel,reached", "2026-11-31,c,1.5", "day|2026-11-31|not_a_date", "reached|1.5|not_whole")]
    [InlineData("reach", "day,channel,reached", ",c,many", "day||required", "reached|many|not_a_number")]
    [InlineData("reach", "day,channel,reached", "1969-12-31,c,", "day|1969-12-31|before_1970", "reached||required")]
    [InlineData("costs", "day,amount,type", "2026-11-24,-0.01,bribe", "amount|-0.01|negative", "day|2026-11-24|in_the_future", "type|bribe|unknown_value")]
    [InlineData("costs", "day,amount,type,channel", ",,,c", "amount||required", "day||required", "type||required")]
    [InlineData("targets", "scope,scope_id,metric,period,value,weight",
        "team,,,2026-13,-1,-0.1",
        "metric||required", "period|2026-13|not_a_period", "scope|team|unknown_value", "scope_id||required", "value|-1|negative", "weight|-0.1|negative")]
    [InlineData("targets", "scope,scope_id,metric,period,value", "company,,m,2025-W53,a lot", "period|2025-W53|not_a_period", "value|a lot|not_a_number")]
    [InlineData("targets", "scope,scope_id,metric,period,value", ",x,m,,", "period||required", "scope||required", "value||required")]
    public async Task Load_WrongRow_NamesEveryColumnAndReason(string dataset, string columns, string row, params string[] problems)
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync(dataset, $"{columns}\n{row}\n");
        (result.Read, result.Loaded, result.Quarantined).ShouldBe((1UL, 0UL, 1UL));
        (await company.QuarantineAsync()).Select(line => line["2|".Length..]).ShouldBe(problems);
        (await company.EntitiesAsync(dataset)).ShouldBeEmpty();
        (await company.RowsAsync("SELECT count() FROM completeness")).ShouldBe(["0"]);
    }

    [Theory]
    [InlineData("Europe/London", "2026-03-29 01:30:00", "2026-03-29 00:30:00.000|2026-03-29")]
    [InlineData("Europe/London", "2026-10-25 01:30:00", "2026-10-25 00:30:00.000|2026-10-25")]
    [InlineData("Europe/London", "2026-07-01", "2026-06-30 23:00:00.000|2026-07-01")]
    [InlineData("America/New_York", "2026-07-01T02:00:00Z", "2026-07-01 02:00:00.000|2026-06-30")]
    [InlineData("America/New_York", "1970-01-01", "1970-01-01 05:00:00.000|1970-01-01")]
    [InlineData("Asia/Shanghai", "1970-01-01", "1969-12-31 16:00:00.000|1970-01-01")]
    [InlineData("Asia/Shanghai", "2026-01-01T00:00:00.123456789+0530", "2025-12-31 18:30:00.123|2026-01-01")]
    [InlineData("Asia/Shanghai", "2026-01-01 10:00:00 Z", "2026-01-01 10:00:00.000|2026-01-01")]
    public async Task Load_Times_AreReadInTheBusinessZone(string zone, string text, string expected)
    {
        await using var company = await Company.StartAsync(engine, zone);
        var result = await company.LoadAsync("orders", $"order_id,customer,paid_at,amount\no,c,{text},1\n");
        result.Loaded.ShouldBe(1UL);
        (await company.RowsAsync("SELECT paid_at, paid_day FROM orders")).ShouldBe([expected]);
    }

    [Fact]
    public async Task Load_BrokenRows_KeepTheirTextAndTheRestLoads()
    {
        await using var company = await Company.StartAsync(engine);
        var csv = await company.LoadAsync("orders", "order_id,customer,paid_at,amount\no1,c,2026-01-01,1,extra,2\n\"o2\"x,c,2026-01-01,1\no3,c\no4,c,2026-01-01,1\n");
        (csv.Read, csv.Loaded, csv.Quarantined).ShouldBe((4UL, 1UL, 3UL));
        (await company.QuarantineAsync()).ShouldBe(["2|||too_many_values", "3|||text_after_quote", "4|amount||required", "4|paid_at||required"]);
        (await company.RowsAsync("SELECT row['_raw'] FROM quarantine WHERE line = 3")).ShouldBe(["\"o2\"x,c,2026-01-01,1"]);

        var json = await company.LoadAsync("orders", "{\"order_id\":\"o5\",\"customer\":7,\"paid_at\":\"2026-01-01\",\"amount\":1.25,\"is_test\":false}\n{broken\n[1]\n\"text\"\n", "f.jsonl");
        (json.Read, json.Loaded, json.Quarantined).ShouldBe((4UL, 1UL, 3UL));
        (await company.RowsAsync("SELECT customer, amount, is_test FROM orders FINAL WHERE order_id = 'o5'")).ShouldBe(["file:7|1.25|false"]);
    }

    [Theory]
    [InlineData("2026", "2026-01-01|2027-01-01")]
    [InlineData("2024-02", "2024-02-01|2024-03-01")]
    [InlineData("2026-12", "2026-12-01|2027-01-01")]
    [InlineData("2026-Q1", "2026-01-01|2026-04-01")]
    [InlineData("2026-q4", "2026-10-01|2027-01-01")]
    [InlineData("2026-W01", "2025-12-29|2026-01-05")]
    [InlineData("2026-W46", "2026-11-09|2026-11-16")]
    [InlineData("2020-W53", "2020-12-28|2021-01-04")]
    [InlineData("1971", "1971-01-01|1972-01-01")]
    [InlineData("2147-Q4", "2147-10-01|2148-01-01")]
    [InlineData("1970", null)]
    [InlineData("2148", null)]
    [InlineData("2021-W53", null)]
    [InlineData("2026-W00", null)]
    [InlineData("2026-W1", null)]
    [InlineData("2026-Q5", null)]
    [InlineData("2026-00", null)]
    [InlineData("2026-11-01", null)]
    [InlineData("26-11", null)]
    public async Task Load_Periods_HaveTheDaysOfTheCalendar(string period, string? days)
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync("targets", $"scope,scope_id,metric,period,value\ncompany,,m,{period},1\n");
        result.Quarantined.ShouldBe(days is null ? 1UL : 0UL);
        (await company.RowsAsync("SELECT period_from_day, period_to_day FROM targets")).ShouldBe(days is null ? [] : [days]);
    }

    [Fact]
    public async Task Load_WaitingReferences_AreCountedAndJoinLater()
    {
        await using var company = await Company.StartAsync(engine);
        (await company.LoadAsync("refunds", "refund_id,order_id,refunded_at,amount\nf1,o1,2026-01-05,1\n")).Waiting.ShouldBe(1UL);
        company.Refreshed[^1].Touched.ShouldBeEmpty();
        (await company.LoadAsync("orders", "order_id,customer,paid_at,amount,employee_id\no1,c,2026-01-01,1,e1\n")).Waiting.ShouldBe(1UL);
        var sql = await File.ReadAllTextAsync(Path.Combine(Warehouse.Migrations.SqlFiles.Locate().Folder, "load/waiting.sql"));
        (await company.RowsAsync(sql)).ShouldBe(["orders|customer|1|file:c", "orders|employee|1|e1"]);
        (await company.LoadAsync("customers", "customer\nc\n")).Waiting.ShouldBe(0UL);
        await company.LoadAsync("employees", "employee_id,name\ne1,n\n");
        (await company.RowsAsync(sql)).ShouldBeEmpty();

        // A refund of a known order, and one corrected to belong to another, make their customers due.
        await company.LoadAsync("refunds", "refund_id,order_id,refunded_at,amount\nf2,o1,2026-01-05,1\n");
        company.Refreshed[^1].Touched.Length.ShouldBe(1);
        await company.LoadAsync("orders", "order_id,customer,paid_at,amount\no2,d,2026-01-01,1\n");
        await company.LoadAsync("refunds", "refund_id,order_id,refunded_at,amount\nf2,o2,2026-01-05,1\n");
        company.Refreshed[^1].Touched.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Load_WaitingMarketing_IsCountedAndJoinsLater()
    {
        await using var company = await Company.StartAsync(engine);
        (await company.LoadAsync("groups", "group_id,name,owner_employee_id\ng1,n,e1\ng2,n,\n")).Waiting.ShouldBe(1UL);
        (await company.LoadAsync("group_members", "group_id,customer,joined_at\ng1,c,2026-01-01\ng9,c,2026-01-01\n")).Waiting.ShouldBe(2UL);
        company.Refreshed[^1].Touched.Length.ShouldBe(1);
        (await company.LoadAsync("campaign_audience", "campaign_id,customer,employee_id\nk1,c,e1\nk1,d,\n")).Waiting.ShouldBe(2UL);
        company.Refreshed[^1].Touched.Length.ShouldBe(2);
        (await company.LoadAsync("reach", "day,channel,reached,campaign_id\n2026-01-01,qr,1,\n2026-01-01,qr,1,k1\n")).Waiting.ShouldBe(2UL);
        // What was spent can be told without a list of channels.
        (await company.LoadAsync("costs", "day,amount,type,channel,campaign_id,employee_id\n2026-01-01,1,media,qr,,\n2026-01-01,1,media,qr,k1,\n2026-01-01,1,media,qr,,e1\n")).Waiting.ShouldBe(2UL);
        (await company.LoadAsync("targets", "scope,scope_id,metric,period,value,campaign_id\nemployee,e1,m,2026,1,\norg_unit,u1,m,2026,1,\nchannel,qr,m,2026,1,\ncompany,,m,2026,1,k1\ncompany,,m,2026,1,\n")).Waiting.ShouldBe(4UL);
        var sql = await File.ReadAllTextAsync(Path.Combine(Warehouse.Migrations.SqlFiles.Locate().Folder, "load/waiting.sql"));
        (await company.RowsAsync("SELECT dataset, reference, rows FROM (" + sql + ")")).ShouldBe(
        [
            "campaign_audience|campaign|2", "campaign_audience|customer|2", "campaign_audience|employee|1",
            "costs|campaign|1", "costs|employee|1", "group_members|customer|2", "group_members|group|1", "groups|employee|1",
            "reach|campaign|1", "reach|channel|2", "targets|campaign|1", "targets|channel|1", "targets|employee|1", "targets|org unit|1",
        ]);

        await company.LoadAsync("employees", "employee_id,name\ne1,n\n");
        await company.LoadAsync("org_units", "org_unit_id,name\nu1,n\n");
        await company.LoadAsync("channels", "channel\nqr\n");
        await company.LoadAsync("groups", "group_id,name\ng9,n\n");
        await company.LoadAsync("campaigns", "campaign_id,name,starts_at,ends_at\nk1,n,2026-01-01,2026-02-01\n");
        await company.LoadAsync("customers", "customer\nc\nd\n");
        (await company.RowsAsync(sql)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Load_CostsOfOneKey_LastLineWinsAndNothingAddsUp()
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync("costs", "day,amount,type,channel\n2026-01-01,1,media,qr\n2026-01-01,2,media,qr\n2026-01-01,4,coupon,qr\n2026-01-01,8,media,\n");
        (result.Loaded, result.Replaced, result.Duplicate).ShouldBe((3UL, 1UL, 0UL));
        (await company.RowsAsync("SELECT sum(amount) FROM costs FINAL")).ShouldBe(["14"]);
    }

    [Theory]
    [InlineData("group_members", "group_id,customer,joined_at,left_at", "g,c,2026-01-01,2026-03-01", "2026-03-01")]
    [InlineData("group_members", "group_id,customer,joined_at", "g,c,2026-11-23 11:00", "2026-11-22")]
    [InlineData("campaign_audience", "campaign_id,customer,dispatched_at,executed_at", "k,c,2026-01-01,2026-01-05", "2026-01-05")]
    [InlineData("campaign_audience", "campaign_id,customer,dispatched_at", "k,c,2026-01-01", "2026-01-01")]
    [InlineData("campaign_audience", "campaign_id,customer,executed_at", "k,c,2026-11-23 11:00", "2026-11-22")]
    [InlineData("campaign_audience", "campaign_id,customer", "k,c", null)]
    [InlineData("reach", "day,channel,reached", "2026-11-23,c,1", "2026-11-22")]
    [InlineData("costs", "day,amount,type", "2026-11-21,1,media", "2026-11-21")]
    [InlineData("campaigns", "campaign_id,name,starts_at,ends_at", "k,n,2027-01-01,2027-02-01", null)]
    public async Task Load_CompleteThrough_IsTheLatestDayThatHasCome(string dataset, string columns, string row, string? through)
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync(dataset, $"{columns}\n{row}\n");
        result.Loaded.ShouldBe(1UL);
        result.CompleteThrough.ShouldBe(through is null ? null : DateOnly.Parse(through, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Load_EventMovesInTimeAndToAnotherCustomer_LeavesNoTrace()
    {
        await using var company = await Company.StartAsync(engine);
        const string header = "event_id,type,occurred_at,customer\n";
        await company.LoadAsync("events", header + "v1,store_visited,2026-01-01,a\nv2,store_visited,2026-01-01,a\n");
        (await company.LoadAsync("events", header + "v1,store_visited,2026-01-02,a\n")).Replaced.ShouldBe(1UL);
        (await company.LoadAsync("events", header + "v1,store_visited,2026-01-02,b\n")).Replaced.ShouldBe(1UL);
        company.Refreshed[^1].Touched.Length.ShouldBe(2);
        (await company.LoadAsync("events", header + "v1,store_visited,2026-01-01,a\n")).Replaced.ShouldBe(1UL);
        await company.RunAsync("OPTIMIZE TABLE events FINAL");
        await company.RunAsync("OPTIMIZE TABLE event_keys FINAL");
        (await company.RowsAsync("SELECT event_id, day, customer FROM events FINAL ORDER BY event_id")).ShouldBe(["v1|2026-01-01|file:a", "v2|2026-01-01|file:a"]);
        (await company.RowsAsync("SELECT event_id FROM event_keys FINAL ORDER BY event_id")).ShouldBe(["v1", "v2"]);
        (await company.LoadAsync("events", header + "v1,store_visited,2026-01-01,a\n")).Duplicate.ShouldBe(1UL);
    }

    [Fact]
    public async Task Load_DeclaredCompleteness_WinsOverTheData()
    {
        await using var company = await Company.StartAsync(engine);
        const string file = "order_id,customer,paid_at,amount\no1,c,2026-01-01,1\n";
        (await company.LoadAsync("orders", file, completeThrough: new DateOnly(2026, 1, 31))).CompleteThrough.ShouldBe(new DateOnly(2026, 1, 31));
        (await company.LoadAsync("orders", file)).CompleteThrough.ShouldBe(new DateOnly(2026, 1, 31));
        (await company.LoadAsync("orders", file, completeThrough: new DateOnly(2025, 12, 31))).CompleteThrough.ShouldBe(new DateOnly(2025, 12, 31));
    }
}
