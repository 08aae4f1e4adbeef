using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Ingest.Tests.Loads;

public class OrderLoadTests(TestEngine engine)
{
    [Fact]
    public async Task Load_Csv_WritesTypedRowsAndCounts()
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync("orders", """
            note,amount,paid_at,customer,order_id,is_test
            hello,12.50,2026-01-31 23:30:00,wecom_external_userid:wmA1,o1,
            ,0,2026-02-01,17850,o2,true
            ,7.1,2026-01-31T16:30:00Z,17850,o3,no
            """);
        (result.Read, result.Loaded, result.Replaced, result.Duplicate, result.Quarantined, result.Waiting).ShouldBe((3UL, 3UL, 0UL, 0UL, 0UL, 3UL));
        result.CompleteThrough.ShouldBe(new DateOnly(2026, 2, 1));
        result.Notices.ShouldBe(["columns kept but not used: note"]);
        (await company.RowsAsync("SELECT order_id, customer, paid_at, paid_day, amount, status, is_test FROM orders FINAL ORDER BY order_id")).ShouldBe(
        [
            "o1|wecom_external_userid:wmA1|2026-01-31 15:30:00.000|2026-01-31|12.5|paid|false",
            "o2|file:17850|2026-01-31 16:00:00.000|2026-02-01|0|paid|true",
            "o3|file:17850|2026-01-31 16:30:00.000|2026-02-01|7.1|paid|false",
        ]);
        (await company.RowsAsync("SELECT line, row['note'] FROM landing ORDER BY line")).ShouldBe(["2|hello", "3|", "4|"]);
        company.Refreshed.Count.ShouldBe(1);
        company.Refreshed[0].Touched.Length.ShouldBe(2);
        (await company.RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND match(name, '_1')")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Load_WrongRows_AreQuarantinedWithEveryReason()
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync("orders", """
            order_id,customer,paid_at,amount,status,domain,is_test
            ok,c,2026-01-01,1,CLOSED,Private,0
            ,,,,,,
            ,c,2026-01-01,1,,,
            o4,:x,1969-12-31 23:59:59,-1,,,
            o5,x:,2026-11-23 12:00:01,1.005,,,
            o6,c,2026-02-30,1e3,free,moon,maybe
            o7,c,2026-01-01 24:00:00,"1,000",,,
            o8,c,2026-11-23 12:00:00,1.50000,,,
            o9,c,2026-00-11T12:00:00,1,,,
            """);
        (result.Read, result.Loaded, result.Quarantined).ShouldBe((8UL, 2UL, 6UL));
        (await company.QuarantineAsync()).ShouldBe(
        [
            "4|order_id||required",
            "5|amount|-1|negative",
            "5|customer|:x|bad_customer",
            "5|paid_at|1969-12-31 23:59:59|before_1970",
            "6|amount|1.005|more_than_two_places",
            "6|customer|x:|bad_customer",
            "6|paid_at|2026-11-23 12:00:01|in_the_future",
            "7|amount|1e3|not_a_number",
            "7|domain|moon|unknown_value",
            "7|is_test|maybe|not_a_yes_or_no",
            "7|paid_at|2026-02-30|not_a_time",
            "7|status|free|unknown_value",
            "8|amount|1,000|not_a_number",
            "8|paid_at|2026-01-01 24:00:00|not_a_time",
            "10|paid_at|2026-00-11T12:00:00|not_a_time",
        ]);
        (await company.RowsAsync("SELECT DISTINCT row['order_id'] FROM quarantine WHERE line = 6")).ShouldBe(["o5"]);
        // A day that has not come yet is not whole, whatever a row says.
        result.CompleteThrough.ShouldBe(new DateOnly(2026, 11, 22));
    }

    [Fact]
    public async Task Load_Twice_ChangesNothing()
    {
        await using var company = await Company.StartAsync(engine);
        const string file = "order_id,customer,paid_at,amount\no1,a,2026-01-01,1\no2,b,2026-01-02,2\n";
        await company.LoadAsync("orders", file);
        var before = await company.RowsAsync("SELECT * FROM orders FINAL ORDER BY ALL");
        var again = await company.LoadAsync("orders", file);
        (again.Read, again.Loaded, again.Replaced, again.Duplicate).ShouldBe((2UL, 0UL, 0UL, 2UL));
        (await company.RowsAsync("SELECT * FROM orders FINAL ORDER BY ALL")).ShouldBe(before);
        company.Refreshed[1].Touched.ShouldBeEmpty();
    }

    [Fact]
    public async Task Load_OneKeySeveralTimes_LastLineWinsAndEachIsCounted()
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync("orders", "order_id,customer,paid_at,amount\no1,a,2026-01-01,1\no1,a,2026-01-01,2\no1,a,2026-01-01,2\no1,a,2026-01-01,3\n");
        (result.Loaded, result.Replaced, result.Duplicate).ShouldBe((1UL, 2UL, 1UL));
        (await company.RowsAsync("SELECT order_id, amount FROM orders FINAL")).ShouldBe(["o1|3"]);
    }

    [Fact]
    public async Task Load_OrderMovesToAnotherCustomer_LeavesTheOldOneAndTouchesBoth()
    {
        await using var company = await Company.StartAsync(engine);
        const string header = "order_id,customer,paid_at,amount\n";
        await company.LoadAsync("orders", header + "o1,a,2026-01-01,1\no2,a,2026-01-01,5\n");
        var moved = await company.LoadAsync("orders", header + "o1,b,2026-01-01,1\n");
        (moved.Loaded, moved.Replaced).ShouldBe((0UL, 1UL));
        (await company.RowsAsync("SELECT order_id, customer FROM orders FINAL ORDER BY order_id")).ShouldBe(["o1|file:b", "o2|file:a"]);
        company.Refreshed[1].Touched.Length.ShouldBe(2);

        await company.LoadAsync("orders", header + "o1,a,2026-01-01,1\n");
        await company.RunAsync("OPTIMIZE TABLE orders FINAL");
        (await company.RowsAsync("SELECT order_id, customer FROM orders FINAL ORDER BY order_id")).ShouldBe(["o1|file:a", "o2|file:a"]);
        (await company.RowsAsync("SELECT order_id, customer_key = sipHash64('file:a') FROM order_keys FINAL ORDER BY order_id")).ShouldBe(["o1|1", "o2|1"]);
    }

    [Fact]
    public async Task Load_TwoHalvesInEitherOrder_GiveTheSameRows()
    {
        await using var one = await Company.StartAsync(engine);
        await using var other = await Company.StartAsync(engine);
        const string header = "order_id,customer,paid_at,amount\n", first = "o1,a,2026-01-01,1\no2,b,2026-01-02,2\n", second = "o3,a,2026-01-03,3\n";
        await one.LoadAsync("orders", header + first);
        await one.LoadAsync("orders", header + second);
        await other.LoadAsync("orders", header + second);
        await other.LoadAsync("orders", header + first);
        (await other.EntitiesAsync("orders")).ShouldBe(await one.EntitiesAsync("orders"));
        (await other.RowsAsync("SELECT dataset, complete_through, since FROM completeness FINAL")).ShouldBe(["orders|2026-01-03|2026-01-01"]);
    }
}
