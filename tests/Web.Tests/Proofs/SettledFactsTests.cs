using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Settling tidies up and says nothing new: the rows that questions read are the same before, meanwhile and afterwards.
public sealed class SettledFactsTests(TestEngine engine)
{
    private const string Orders = "order_id,customer,paid_at,amount,status";
    private const string Sales = "SELECT count(), uniqExact(customer_id), sum(amount) FROM order_facts";

    private const string Derived =
        "SELECT (SELECT arraySort(groupArray((customer, to_day < '2149-06-06'))) FROM relation_facts), (SELECT arraySort(groupArray((customer, toString(group_id), to_day < '2149-06-06'))) FROM group_stays), "
        + "(SELECT arraySort(groupArray((customer, toString(employee), isNotNull(executed_day)))) FROM campaign_tasks), (SELECT arraySort(groupArray((order_id, campaign_id))) FROM campaign_orders)";

    private static readonly string[] Read = ["customer_facts", "order_facts", "contact_facts", "event_facts", "customer_months_now", "purchases", "relation_facts", "group_stays", "campaign_tasks", "campaign_orders", "campaign_participations", "campaign_referrals", "invitations", "services", "applications"];

    private static readonly string AllFacts =
        string.Join(" UNION ALL ", Read.Select(facts => $"SELECT toString(tuple('{facts}', * EXCEPT (version, is_deleted, hides_customer))) AS row FROM {facts}"));

    [Fact]
    public async Task Settle_FactsOfManyLoads_LeavesTheSameRowsAndNoneFresh()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", null, Orders, "o1,a,2026-01-05,10,paid", "o2,b,2026-01-06,5,paid", "o3,c,2026-01-06,2,paid");
        await warehouse.SettleAsync();
        await warehouse.LoadRowsAsync("orders", null, Orders, "o2,b,2026-01-06,7,paid", "o4,d,2026-01-07,1,paid");
        var before = await FactsAsync(warehouse);

        await warehouse.SettleAsync();

        (await FactsAsync(warehouse)).ShouldBe(before);
        (await warehouse.RunAsync(Sales)).ShouldBe("4\t4\t20");
        (await warehouse.RunAsync("SELECT (SELECT count() FROM customer_facts_fresh), (SELECT count() FROM order_facts_fresh), (SELECT count() FROM customer_facts_settled), (SELECT count() FROM order_facts_settled)"))
            .ShouldBe("0\t0\t4\t4");
    }

    // What nobody has to hide is not looked for; what a load writes is seen at once, also where it was cut short between the two.
    [Fact]
    public async Task Views_OnceNothingIsFresh_ShowSettledRowsAloneUntilALoadWrites()
    {
        const string LookingForFresh = "SELECT countIf(as_select LIKE '%\\_fresh%'), count() FROM system.tables WHERE database = currentDatabase() AND name IN "
            + "('customer_facts', 'order_facts', 'contact_facts', 'event_facts', 'customer_months_now', 'purchases_now', 'relation_facts_now', 'group_stays_now', 'campaign_tasks_now', "
            + "'campaign_participations_now', 'campaign_touches_now', 'invitations_now', 'services_now', 'applications_now')";
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", null, Orders, "o1,a,2026-01-05,10,paid");
        (await warehouse.RunAsync(LookingForFresh)).ShouldBe("14\t14");

        await warehouse.SettleAsync();
        (await warehouse.RunAsync(LookingForFresh)).ShouldBe("0\t14");

        await warehouse.RunAsync("CREATE OR REPLACE VIEW customer_facts_next AS SELECT 1 AS cut_short");
        await warehouse.LoadRowsAsync("orders", null, Orders, "o2,b,2026-01-06,5,paid");
        (await warehouse.RunAsync(LookingForFresh)).ShouldBe("14\t14");
        (await warehouse.RunAsync(Sales)).ShouldBe("2\t2\t15");
    }

    // Settling takes as long as a small company's whole load; a large one's questions do not feel a few fresh rows.
    [Theory]
    [InlineData(100_000, 0, false)]
    [InlineData(100_001, 0, true)]
    [InlineData(20_000, 90_000, false)]
    [InlineData(20_001, 90_000, true)]
    [InlineData(22_000, 1_100_000, false)]
    [InlineData(22_001, 1_100_000, true)]
    public async Task SettleWhenMany_SoManyFreshBesideSoManySettled_IsWorthItOrNot(int fresh, int settled, bool worth)
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        // A million rows of all columns at once are more than the engine may hold.
        const int AtOnce = 100_000;
        for (var first = 0; first < settled; first += AtOnce)
            await warehouse.RunAsync($"INSERT INTO customer_facts_settled (customer_id, version) SELECT sipHash64(number), 1 FROM numbers({first}, {Math.Min(AtOnce, settled - first)})");
        await warehouse.RunAsync($"INSERT INTO customer_facts_fresh (customer_id, version) SELECT sipHash64(number, 'fresh'), 1 FROM numbers({fresh})");

        await warehouse.SettleWhenManyAsync();

        (await warehouse.RunAsync("SELECT (SELECT count() FROM customer_facts_fresh), (SELECT count() FROM customer_facts_settled)"))
            .ShouldBe(worth ? $"0\t{fresh + settled}" : $"{fresh}\t{settled}");
    }

    // A load that waits is let in, unless questions have slowed down a lot by then.
    [Theory]
    [InlineData(60_000, false)]
    [InlineData(100_001, true)]
    public async Task SettleWhenMany_WhileALoadWaits_GivesWayUnlessThereAreVeryMany(int fresh, bool settled)
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.RunAsync("INSERT INTO customer_facts_settled (customer_id, version) SELECT sipHash64(number), 1 FROM numbers(90000)");
        await warehouse.RunAsync($"INSERT INTO customer_facts_fresh (customer_id, version) SELECT sipHash64(number, 'fresh'), 1 FROM numbers({fresh})");
        var load = Task.CompletedTask;

        await warehouse.AloneUntilAwaitedAsync(async (awaited, _) =>
        {
            load = warehouse.LoadRowsAsync("customers", null, "customer,joined_at", "a,2026-01-01");
            await Task.Delay(TimeSpan.FromSeconds(20), awaited).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            awaited.IsCancellationRequested.ShouldBeTrue();
            load.IsCompleted.ShouldBeFalse();
            await warehouse.SettleNowAsync(awaited);
            (await warehouse.RunAsync("SELECT count() FROM customer_facts_fresh")).ShouldBe(settled ? "0" : $"{fresh}");
        });
        await load;

        // The load did what was left to it.
        (await warehouse.RunAsync("SELECT count() FROM customer_facts_fresh")).ShouldBe(settled ? "1" : "0");
        (await warehouse.RunAsync("SELECT count() FROM customer_facts")).ShouldBe($"{90_000 + fresh + 1}");
    }

    // Wherever it stops, questions read what they read before, and the next time it is done.
    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public async Task SettleWhenMany_CutShortByALoad_LeavesTheSameRows(int milliseconds)
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", null, Orders, [.. Enumerable.Range(0, 400).Select(i => $"o{i},c{i},2026-01-05,1,paid")]);
        await warehouse.SettleAsync();
        await warehouse.LoadRowsAsync("orders", null, Orders, [.. Enumerable.Range(200, 400).Select(i => $"o{i},c{i},2026-01-05,2,paid")]);
        await warehouse.RunAsync("INSERT INTO customer_facts_settled (customer_id, version) SELECT sipHash64(number), 1 FROM numbers(90000)");
        await warehouse.RunAsync("INSERT INTO customer_facts_fresh (customer_id, version) SELECT sipHash64(number, 'fresh'), 1 FROM numbers(60000)");
        var before = await SumOfFactsAsync(warehouse);

        using var awaited = new CancellationTokenSource(milliseconds);
        await warehouse.SettleWhenManyAsync(awaited.Token);

        (await SumOfFactsAsync(warehouse)).ShouldBe(before);
        (await warehouse.RunAsync(Sales)).ShouldBe("600\t600\t1000");
        await warehouse.SettleWhenManyAsync();
        (await SumOfFactsAsync(warehouse)).ShouldBe(before);
        (await warehouse.RunAsync("SELECT (SELECT count() FROM customer_facts_fresh), (SELECT count() FROM customer_facts_settled)")).ShouldBe("0\t150600");
    }

    // A load may be followed by the next; a company so small is read as fast as it is. Beside 1,001 customers one row in each other table
    // hides what might be settled of the one that was loaded.
    [Theory]
    [InlineData(100_001, 0, 1_004)]
    [InlineData(100_001, 600, 0)]
    [InlineData(90_000, 0, 0)]
    public async Task SettleWhenQuiet_FewFreshRows_WaitsUntilNoLoadHasCome(int settled, int quietSeconds, ulong done)
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.RunAsync($"INSERT INTO customer_facts_settled (customer_id, version) SELECT sipHash64(number), 1 FROM numbers({settled})");
        await warehouse.RunAsync("INSERT INTO customer_facts_fresh (customer_id, version) SELECT sipHash64(number, 'fresh'), 1 FROM numbers(1000)");
        await warehouse.LoadRowsAsync("customers", null, "customer,joined_at", "a,2026-01-01");

        // A load notes how long it took to a hundredth of a second.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        (await warehouse.SettleWhenQuietAsync(TimeSpan.FromSeconds(quietSeconds))).ShouldBe(done);

        (await warehouse.RunAsync("SELECT count() FROM customer_facts_fresh")).ShouldBe(done == 0 ? "1001" : "0");
        (await warehouse.RunAsync("SELECT count() FROM customer_facts")).ShouldBe($"{settled + 1001}");
    }

    // The tables of orders have no part at all to replace.
    [Fact]
    public async Task Settle_CustomersWithoutAnyOrder_IsNoError()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("customers", null, "customer,joined_at", "a,2026-01-01", "b,2026-01-02");

        await warehouse.SettleAsync();

        (await warehouse.RunAsync("SELECT count() FROM customer_facts_settled")).ShouldBe("2");
    }

    [Fact]
    public async Task Load_OfOrdersThatAreSettled_MovesChangesAndRemovesThem()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", null, Orders, "o1,a,2026-01-05,10,paid", "o2,b,2026-01-06,5,paid", "o3,c,2026-01-06,2,paid");
        await warehouse.SettleAsync();
        (await warehouse.RunAsync(Sales)).ShouldBe("3\t3\t17");

        await warehouse.LoadRowsAsync("orders", null, Orders, "o1,a,2026-01-05,10,closed", "o2,c,2026-01-06,6,paid");

        (await warehouse.RunAsync(Sales)).ShouldBe("2\t1\t8");
        var changed = await FactsAsync(warehouse);
        await warehouse.SettleAsync();
        (await FactsAsync(warehouse)).ShouldBe(changed);
        await warehouse.RebuildAsync();
        (await FactsAsync(warehouse)).ShouldBe(changed);
    }

    // Of whom nothing is left, the load writes one row that hides what is settled.
    [Fact]
    public async Task Load_OfEventsThatAreSettled_MovesChangesAndRemovesWhatIsMadeOfThem()
    {
        const string Columns = "event_id,type,occurred_at,customer,employee_id";
        const string Made = "SELECT (SELECT arraySort(groupArray((kind, customer))) FROM contact_facts), (SELECT arraySort(groupArray((toString(type), customer))) FROM event_facts)";
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync(
            "events", null, Columns, "v1,review_submitted,2026-01-05 10:00,a,", "v2,store_visited,2026-01-05 11:00,a,E1", "v3,feedback_submitted,2026-01-05 12:00,c,");
        await warehouse.SettleAsync();

        await warehouse.LoadRowsAsync("events", null, Columns, "v1,review_submitted,2026-01-05 10:00,b,", "v2,message_sent,2026-01-05 11:00,a,E1");

        (await warehouse.RunAsync(Made)).ShouldBe("[('feedback','t:c'),('review','t:b')]\t[]");
        var changed = await FactsAsync(warehouse);
        await warehouse.SettleAsync();
        (await FactsAsync(warehouse)).ShouldBe(changed);
        await warehouse.RebuildAsync();
        (await FactsAsync(warehouse)).ShouldBe(changed);
    }

    [Fact]
    public async Task Settle_BesideQuestions_ChangesNoneOfTheirAnswers()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", null, Orders, [.. Enumerable.Range(0, 400).Select(i => $"o{i},c{i},2026-01-05,1,paid")]);
        await warehouse.SettleAsync();
        await warehouse.LoadRowsAsync("orders", null, Orders, [.. Enumerable.Range(200, 400).Select(i => $"o{i},c{i},2026-01-05,2,paid")]);

        var settling = warehouse.SettleAsync();
        var answers = new List<string>();
        while (!settling.IsCompleted)
            answers.Add(await warehouse.RunAsync(Sales));
        await settling;

        answers.Count.ShouldBeGreaterThan(3);
        answers.Distinct().ShouldBe(["600\t600\t1000"]);
    }

    // A view takes its other form while questions read it, and fresh rows come right after: each question sees one moment, and no
    // view is ever missing.
    [Fact]
    public async Task Questions_WhileFreshRowsComeAndGo_CountEachOrderOnce()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", null, Orders, [.. Enumerable.Range(0, 400).Select(i => $"o{i},c{i},2026-01-05,1,paid")]);
        await warehouse.SettleAsync();

        var asking = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync()));
        while (!asking.IsCompleted)
        {
            await warehouse.ShowAsync(fresh: true);
            await warehouse.RunAsync("INSERT INTO order_facts_fresh SELECT * FROM order_facts_settled");
            await warehouse.RunAsync("TRUNCATE TABLE order_facts_fresh");
            await warehouse.ShowAsync(fresh: false);
        }

        (await asking).SelectMany(answers => answers).Distinct().ShouldBe(["400\t400\t400"]);

        async Task<List<string>> AskAsync()
        {
            var answers = new List<string>();
            for (var i = 0; i < 200; i++)
                answers.Add(await warehouse.RunAsync(Sales));
            return answers;
        }
    }

    // A rebuild empties the tables that a load writes: each waits for the other.
    [Fact]
    public async Task Load_BesideWorkThatIsAlone_WaitsForItsEnd()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var alone = warehouse.AloneAsync(async _ =>
        {
            begun.SetResult();
            await end.Task;
        });
        await begun.Task;

        var load = warehouse.LoadRowsAsync("orders", null, Orders, "o1,a,2026-01-05,10,paid");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        load.IsCompleted.ShouldBeFalse();
        (await warehouse.RunAsync("SELECT count() FROM orders")).ShouldBe("0");
        end.SetResult();
        await Task.WhenAll(alone, load);
        (await warehouse.RunAsync(Sales)).ShouldBe("1\t1\t10");
    }

    // What is made of customers has no fresh rows of its own: a view makes them, also of those of whom a list alone tells.
    [Fact]
    public async Task Load_OfRelationsStaysAndTasksThatAreSettled_ChangesWhatIsMadeOfThem()
    {
        const string Relations = "customer,employee_id,started_at,ended_at,end_reason";
        const string Members = "group_id,customer,joined_at,left_at";
        const string Audience = "campaign_id,customer,arm,employee_id,dispatched_at,executed_at";
        const string Campaigns = "campaign_id,name,starts_at,ends_at";
        const string Events = "event_id,type,occurred_at,customer,campaign_id";
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("campaigns", null, Campaigns, "C1,one,2026-01-01,2026-01-31", "C2,two,2026-01-01,2026-01-31");
        await warehouse.LoadRowsAsync("relations", null, Relations, "a,E1,2026-01-01,,", "b,E1,2026-01-02,,", "c,E2,2026-01-03,2026-01-04,customer_deleted");
        await warehouse.LoadRowsAsync("group_members", null, Members, "G1,a,2026-01-05,", "G1,b,2026-01-05,", "G2,b,2026-01-06,");
        await warehouse.LoadRowsAsync("campaign_audience", null, Audience, "C1,a,treatment,E1,2026-01-07,", "C1,b,holdout,,,", "C1,nobody,treatment,E2,2026-01-07,");
        await warehouse.LoadRowsAsync("events", null, Events, "p1,campaign_participated,2026-01-08 10:00,a,C1", "p2,campaign_participated,2026-01-09 10:00,a,C2");
        await warehouse.LoadRowsAsync("orders", null, Orders, "o1,a,2026-01-10 10:00,10,paid");
        await warehouse.SettleAsync();
        (await warehouse.RunAsync(Derived)).ShouldBe("[('t:a',0),('t:b',0),('t:c',1)]\t[('t:a','G1',0),('t:b','G1',0),('t:b','G2',0)]\t[('t:a','E1',0),('t:b','unattributed',0),('t:nobody','E2',0)]\t[('o1','C2')]");
        (await warehouse.RunAsync("SELECT (SELECT count() FROM relation_facts_settled), (SELECT count() FROM group_stays_settled), (SELECT count() FROM campaign_tasks_settled)")).ShouldBe("3\t3\t3");

        await warehouse.LoadRowsAsync("relations", null, Relations, "b,E1,2026-01-02,2026-01-09,customer_deleted");
        await warehouse.LoadRowsAsync("group_members", null, Members, "G2,b,2026-01-06,2026-01-08");
        await warehouse.LoadRowsAsync("campaign_audience", null, Audience, "C1,nobody,treatment,E2,2026-01-07,2026-01-08");
        // C2 ended earlier than was told: the order falls to the campaign before it.
        await warehouse.LoadRowsAsync("campaigns", null, Campaigns, "C2,two,2026-01-01,2026-01-05");

        (await warehouse.RunAsync(Derived)).ShouldBe("[('t:a',0),('t:b',1),('t:c',1)]\t[('t:a','G1',0),('t:b','G1',0),('t:b','G2',1)]\t[('t:a','E1',0),('t:b','unattributed',0),('t:nobody','E2',1)]\t[('o1','C1')]");
        var changed = await FactsAsync(warehouse);
        await warehouse.SettleAsync();
        (await FactsAsync(warehouse)).ShouldBe(changed);
        await warehouse.RebuildAsync();
        (await FactsAsync(warehouse)).ShouldBe(changed);
    }

    // Orders leave events alone, and yet who took part is told by both.
    [Fact]
    public async Task Load_OfOrdersAlone_ChangesParticipationsThatAreSettled()
    {
        const string Took = "SELECT arraySort(groupArray((customer, campaign_id, toString(touched_day), arrayMap(day -> toString(day), bought_days)))) FROM campaign_participations";
        const string Campaigns = "campaign_id,name,starts_at,ends_at";
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("campaigns", null, Campaigns, "C1,one,2026-01-01,2026-01-31", "C2,two,2026-01-01,2026-01-31");
        await warehouse.LoadRowsAsync(
            "events", null, "event_id,type,occurred_at,customer,campaign_id", "p1,campaign_participated,2026-01-08 10:00,a,C1", "p2,campaign_participated,2026-01-09 10:00,a,C2");
        await warehouse.SettleAsync();
        (await warehouse.RunAsync(Took)).ShouldBe("[('t:a','C1','2026-01-08',[]),('t:a','C2','2026-01-09',[])]");

        await warehouse.LoadRowsAsync("orders", null, $"{Orders},campaign_id", "o1,a,2026-01-10 10:00,10,paid,", "o2,b,2026-01-11 10:00,10,paid,C1");

        const string Bought = "[('t:a','C1','2026-01-08',[]),('t:a','C2','2026-01-09',['2026-01-10']),('t:b','C1','2026-01-11',['2026-01-11'])]";
        (await warehouse.RunAsync(Took)).ShouldBe(Bought);
        (await warehouse.RunAsync("SELECT count() FROM event_facts_fresh")).ShouldBe("0");
        await warehouse.SettleAsync();
        (await warehouse.RunAsync(Took)).ShouldBe(Bought);

        // C2 ended earlier than was told: the order falls to the campaign before it.
        await warehouse.LoadRowsAsync("campaigns", null, Campaigns, "C2,two,2026-01-01,2026-01-05");
        (await warehouse.RunAsync(Took)).ShouldBe("[('t:a','C1','2026-01-08',['2026-01-10']),('t:a','C2','2026-01-09',[]),('t:b','C1','2026-01-11',['2026-01-11'])]");
    }

    private static Task<string> FactsAsync(ProofWarehouse warehouse) => warehouse.RunAsync($"SELECT * FROM ({AllFacts}) ORDER BY row");

    private static Task<string> SumOfFactsAsync(ProofWarehouse warehouse) => warehouse.RunAsync($"SELECT count(), groupBitXor(sipHash64(row)) FROM ({AllFacts})");
}
