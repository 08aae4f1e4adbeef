using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Web.Rankings;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>The traps a system like this must not fall into, by their numbers in the design: files in, answers out.</summary>
public sealed class AcceptanceTrapTests(TrapCompany company, TestEngine engine) : IClassFixture<TrapCompany>
{
    [Fact]
    public async Task Trap01_HundredCustomersTransferred_AreNeitherNewNorLost_AndChangeOwnerAtTheTakeover()
    {
        var before = (await company.ValueAsync("new_customers", 1), await company.ValueAsync("new_relations", 1), await company.ValueAsync("pool_size", 1));
        await company.LoadAsync("relations", "customer,employee_id,started_at,ended_at,end_reason,add_way",
            [.. Enumerable.Range(0, 100).SelectMany(i => new[] { $"passed{i},e1,2024-03-01 10:00,2024-03-10 15:00,transferred,1", $"passed{i},e2,2024-03-10 15:00,,,202" })]);

        (await company.ValueAsync("new_customers", 1), await company.ValueAsync("new_relations", 1), await company.ValueAsync("pool_size", 1)).ShouldBe(before);
        before.ShouldBe((100, 100, 100));
        foreach (var grain in new[] { Grain.Day, Grain.Month })
        {
            (await company.AskAsync("lost_customers", 1, grain: grain)).Rows.ShouldAllBe(row => row.Value == 0);
            (await company.AskAsync("relation_loss_rate", 1, grain: grain)).Rows.ShouldAllBe(row => row.Numerator == 0);
        }

        By(await company.AskAsync("pool_size", 1, "employee")).ShouldBe("e2=100");
        By(await company.AskAsync("pool_size", 1, "employee", Owner.Acquirer)).ShouldBe("e1=100");
        // One order a second before the takeover, one in its second.
        By(await company.AskAsync("gmv", 1, "employee")).ShouldBe("e1=10 e2=10");
    }

    [Fact]
    public async Task Trap02_CustomerOfThreeEmployees_CountsOnceInTotal_AndOnceForEach()
    {
        (await company.ValueAsync("new_customers", 2)).ShouldBe(1);
        (await company.ValueAsync("pool_size", 2)).ShouldBe(1);
        By(await company.AskAsync("new_relations", 2, "employee")).ShouldBe("e1=1 e2=1 e3=1");
        var buyers = await company.AskAsync("buyers", 2, "employee");
        By(buyers).ShouldBe("e1=1 e2=1 e3=1");
        buyers.Total.Value.ShouldBe(1);
        // The answer itself says that its parts do not add up.
        buyers.Metric.Additive.ShouldBeFalse();
    }

    [Fact]
    public async Task Trap03_DeletedAndAddedAgainTheSameDay_IsOneNewCustomer_AndRetained()
    {
        (await company.ValueAsync("new_customers", 3)).ShouldBe(1);
        var retained = (await company.AskAsync("relation_retention_d1", 3)).Total;
        (retained.Numerator, retained.Denominator).ShouldBe((1, 1));
        (await company.AskAsync("same_day_loss_rate", 3)).Total.Numerator.ShouldBe(0);
    }

    [Fact]
    public async Task Trap04_CohortMaturesOnTheDayItsWindowIsWhole_AcrossALeapDay()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);

        // Day 1 of 28 February and day 90 of 1 December are the leap day; day 365 of 1 March 2023 is, too, and settles on 7 March.
        var short1 = new DateRange(new DateOnly(2024, 2, 28), new DateOnly(2024, 2, 29));
        var quarter = new DateRange(new DateOnly(2023, 12, 1), new DateOnly(2023, 12, 2));
        var year = new DateRange(new DateOnly(2023, 3, 1), new DateOnly(2023, 3, 2));
        await ThroughAsync(new DateOnly(2024, 2, 28));
        (await StateAsync("relation_retention_d1", short1)).ShouldBe((null, 0, 1));
        (await StateAsync("relation_retention_q", quarter)).ShouldBe((null, 0, 1));
        await ThroughAsync(new DateOnly(2024, 2, 29));
        (await StateAsync("relation_retention_d1", short1)).ShouldBe((1, 1, 0));
        (await StateAsync("relation_retention_q", quarter)).ShouldBe((1, 1, 0));
        await ThroughAsync(new DateOnly(2024, 3, 6));
        (await StateAsync("repurchase_12m", year)).ShouldBe((null, 0, 1));
        await ThroughAsync(new DateOnly(2024, 3, 7));
        (await StateAsync("repurchase_12m", year)).ShouldBe((1, 1, 0));

        async Task ThroughAsync(DateOnly day)
        {
            await warehouse.LoadRowsAsync("relations", day, "customer,employee_id,started_at", "anna,e1,2024-02-28 23:59:59", "ben,e1,2023-12-01 00:00");
            await warehouse.LoadRowsAsync("orders", day, "order_id,customer,paid_at,amount", "o1,cara,2023-03-01 10:00,5", "o2,cara,2024-02-28 10:00,5");
        }

        async Task<(decimal?, long?, long)> StateAsync(string metric, DateRange days) =>
            await warehouse.TotalAsync(metric, days) is var row ? (row.Value, row.Denominator, row.Immature) : default;
    }

    [Fact]
    public async Task Trap05_FullRefundOfTheSecondOrder_RemovesTheRepurchase_APartialOneKeepsIt()
    {
        (await RepurchaseAsync()).ShouldBe((2, 2));
        await company.LoadAsync("refunds", "refund_id,order_id,refunded_at,amount", "r1,o7,2024-02-06 10:00,9.99", "r2,o9,2024-02-06 10:00,9.99");
        (await RepurchaseAsync()).ShouldBe((2, 2));
        await company.LoadAsync("refunds", "refund_id,order_id,refunded_at,amount", "r3,o7,2024-02-07 10:00,0.01");

        (await RepurchaseAsync()).ShouldBe((1, 2));
        (await company.ValueAsync("orders", 5)).ShouldBe(3);

        async Task<(long?, long?)> RepurchaseAsync() => (await company.AskAsync("repurchase_3m", 5)).Total is var row ? (row.Numerator, row.Denominator) : default;
    }

    [Fact]
    public async Task Trap06_PartsOfOneParentOrder_AreOneOccasion()
    {
        var repurchase = (await company.AskAsync("repurchase_3m", 6)).Total;

        (repurchase.Numerator, repurchase.Denominator).ShouldBe((0, 1));
        (await company.ValueAsync("orders", 6)).ShouldBe(1);
        (await company.ValueAsync("repurchase_rate_period", 6)).ShouldBe(0);
        (await company.ValueAsync("aov", 6)).ShouldBe(10);
    }

    // The order of April stays where it was sold, that of May is the new store's; today's organisation differs by design.
    [Fact]
    public async Task Trap08_EmployeeMovesStoreMidQuarter_OldOrdersStayInTheOldStore_AndTheOrganisationOfNowDiffers()
    {
        By(await company.AskAsync("gmv", 8, "store")).ShouldBe("s1=30");
        By(await company.AskAsync("gmv", 8, "store", org: Organisation.Now)).ShouldBe("s1=30");
        await company.LoadAsync("employees", "employee_id,name,org_unit_id,valid_from", "e8,Mo,s2,2024-05-01");

        var then = await company.AskAsync("gmv", 8, "store");
        By(then).ShouldBe("s1=10 s2=20");
        then.Org.ShouldBe("then");
        var now = await company.AskAsync("gmv", 8, "store", org: Organisation.Now);
        By(now).ShouldBe("s2=30");
        now.Org.ShouldBe("now");
        By(await company.AskAsync("gmv", 8, "employee")).ShouldBe("e8=30");

        // A cell opens to the orders of its own store, and the customer she added in March is her first store's for good.
        (await OpenedAsync(then, "s1")).ShouldBe(["o12"]);
        (await OpenedAsync(then, "s2")).ShouldBe(["o13"]);
        By(await company.AskAsync("pool_size", 8, "store", grain: Grain.Quarter)).ShouldBe("s1=1 s2=1 s2=1 s2=1");

        // A correction of what was told replaces it: she moved a fortnight earlier, by way of no store at all.
        await company.LoadAsync("employees", "employee_id,name,org_unit_id,valid_from", "e8,Mo,,2024-04-05", "e8,Mo,s1,2024-05-01", "e8,Mo,s2,2024-05-20");
        By(await company.AskAsync("gmv", 8, "store")).ShouldBe("s2=20 unattributed=10");

        async Task<IEnumerable<string?>> OpenedAsync(MetricResult answer, string store)
        {
            var row = answer.Rows.Single(row => row.By["store"] == store);
            var question = new MetricRequest("gmv", new DateRange(answer.Range.From, answer.Range.To), Grain.All, ["store"], new Dictionary<string, IReadOnlyList<string>> { ["channel"] = ["trap8"] });
            return (await company.Warehouse.Queries.DrillAsync(new DrillRequest(question, null, row.By, CellPart.Numerator), AccessScope.Company, TestContext.Current.CancellationToken)).Rows.Select(line => line.OrderId);
        }
    }

    // DrillEqualsCellTests opens every place and side of the demo's months; here every metric opens at every grain.
    [Theory]
    [InlineData(Grain.Day)]
    [InlineData(Grain.Week)]
    [InlineData(Grain.Month)]
    [InlineData(Grain.Quarter)]
    [InlineData(Grain.Year)]
    [InlineData(Grain.All)]
    public async Task Trap10_CellOfEveryMetric_OpensToAsManyAsItCounts(Grain grain)
    {
        var opened = 0;
        foreach (var metric in Services.Catalog.All)
        {
            var days = new DateRange(new DateOnly(2024, 2, 28), new DateOnly(2024, 3, 20));
            var question = new MetricRequest(metric.Name, days, grain, [], new Dictionary<string, IReadOnlyList<string>>());
            var answer = await company.Warehouse.AskAsync(question);
            if (answer.Rows.LastOrDefault(row => row.Value > 0) is not { } row)
                continue;
            var list = await company.Warehouse.Queries.DrillAsync(
                new DrillRequest(question, row.Period, row.By, CellPart.Numerator, Limit: 1000), AccessScope.Company, TestContext.Current.CancellationToken);
            list.Rows.Count.ShouldBe((int)list.Count, metric.Name);
            // Of a median the list holds the durations that ended.
            if (metric.Kind == MetricKind.Rate || metric.Aggregate == Aggregate.Median)
                list.Count.ShouldBe(row.Numerator!.Value, $"{metric.Name} {row.Period}");
            else if (row.Quotient is { } quotient)
                list.Value.ShouldBe(metric.Aggregate == Aggregate.Mean ? row.Value : quotient.Total, $"{metric.Name} {row.Period}");
            else
                (list.Value ?? list.Count).ShouldBe(row.Value!.Value, $"{metric.Name} {row.Period}");
            opened++;
        }

        opened.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Trap11_ReturnOnSpendOf120_IsShownAsRevenueOverSpend_WithTheWarningThatItIsNoProfit()
    {
        var answer = await company.AskAsync("roas", 11);

        answer.Total.Value.ShouldBe(1.2m);
        answer.Metric.Unit.ShouldBe("multiple");
        answer.Metric.Doc.En.ShouldContain("1:1.2 loses 28 %");
        answer.Metric.Doc.Zh.ShouldContain("1:1.2 仍然亏 28%");
    }

    [Fact]
    public async Task Trap13_WhatIsNobodys_HasARowOfItsOwn_SoThatPartsAddUpToTheTotal()
    {
        var additive = Services.Catalog.All.Where(metric => metric.IsAdditive).ToList();
        additive.Count.ShouldBeGreaterThan(8);
        foreach (var metric in additive)
        {
            foreach (var dimension in metric.Dimensions)
            {
                var answer = await company.AskAsync(metric.Name, 0, dimension);
                answer.Rows.Sum(row => row.Value ?? 0).ShouldBe(answer.Total.Value ?? 0, $"{metric.Name} by {dimension}");
            }
        }

        By(await company.AskAsync("gmv", 0, "employee")).ShouldContain("unattributed=");
        By(await company.AskAsync("gmv", 0, "channel")).ShouldContain("unknown=7.5");
        By(await company.AskAsync("cost", 0, "channel")).ShouldBe("trap11=100 unknown=1");
    }

    // NeverRankedTests has units above units and every other reason; this is the one of the list.
    [Fact]
    public async Task Trap14_UnitWithoutKpis_HasNoPlaceInARanking()
    {
        var questions = new RankingQuestions(Services.Catalog, company.Warehouse.Queries, company.Warehouse.NeverRanked, TimeProvider.System);
        foreach (var (by, ranked, without) in new[] { ("store", "s1", "s3"), ("employee", "e1", "e14") })
        {
            var (ranking, problems) = await questions.RankAsync(
                "relation_retention_d1", [KeyValuePair.Create("by", by), KeyValuePair.Create("from", "2024-03-01"), KeyValuePair.Create("to", "2024-03-02")],
                AccessScope.Company, TestContext.Current.CancellationToken);
            problems.ShouldBeEmpty();
            ranking!.Members.Single(member => member.Id == ranked).Rank.ShouldBe(1);
            ranking.Members.Single(member => member.Id == without).Rank.ShouldBeNull();
        }
    }

    private static string By(MetricResult answer) => string.Join(' ', answer.Rows.Where(row => row.Value != 0)
        .Select(row => FormattableString.Invariant($"{row.By.Values.Single()}={row.Value:0.##}")).Order(StringComparer.Ordinal));
}
