using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Days before the first that was told are missing, and a period that begins among them is no measure: a company whose orders
// are known since January has not sold nothing in December.
public sealed class DataSinceTests(TestEngine engine)
{
    private const string Header = "order_id,customer,paid_at,amount";

    private static readonly DateOnly Through = new(2026, 3, 31);

    [Fact]
    public async Task Compared_WithDaysBeforeTheFirst_IsWithNothing_UntilTheyAreTold()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", Through, Header, "o1,a,2026-01-01 10:00:00,100", "o2,a,2026-02-10 10:00:00,50", "o3,b,2026-03-05 10:00:00,70");
        var question = new MetricRequest(
            "gmv", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>(), Compare: Comparison.Previous);

        var young = await warehouse.AskAsync(question);
        young.Since.ShouldBe(new DateOnly(2026, 1, 1));
        young.Rows.Select(row => row.Compared?.Value).ShouldBe([null, 100, 50]);
        young.Total.Compared.ShouldBeNull();

        await warehouse.LoadRowsAsync("orders", Through, Header, "o0,a,2025-10-01 10:00:00,30");
        var older = await warehouse.AskAsync(question);
        older.Since.ShouldBe(new DateOnly(2025, 10, 1));
        // Nothing was sold in December.
        older.Rows.Select(row => row.Compared?.Value).ShouldBe([0, 100, 50]);
        older.Total.Compared!.Value.ShouldBe(30);
        (await warehouse.AskAsync(question with { Compare = Comparison.Year })).Rows.ShouldAllBe(row => row.Compared == null);

        var before = await warehouse.AskAsync(question with { Range = new DateRange(new DateOnly(2025, 9, 1), new DateOnly(2026, 1, 1)), Compare = null });
        before.Rows.Select(row => row.Value).ShouldBe([null, 30, 0, 0]);
        before.Rows[0].Warnings.ShouldBe(["before_data"]);
        before.Total.Value.ShouldBe(30);
        before.Total.Warnings.ShouldContain("begins_with_data");
        before.Rows[1].Warnings.ShouldBeEmpty();
    }

    // Customers are known since June and orders since 5 January. That those of June and of New Year never bought is not known,
    // and a total, or a split, in which they count as such is as wrong as their own month would be.
    [Fact]
    public async Task Total_OfARangeThatBeginsBefore_CountsWhomItsPeriodsCount()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", Through, Header, "o1,a,2026-01-05 10:00:00,100", "o2,d,2026-02-10 10:00:00,50");
        await warehouse.LoadRowsAsync(
            "customers", Through, "customer,joined_at,employee_id",
            "a,2025-06-01 10:00:00,E1", "b,2025-07-01 10:00:00,E2", "c,2026-01-02 10:00:00,E1", "d,2026-02-01 10:00:00,E1", "e,2026-01-08 10:00:00,E2", "f,2026-02-03 10:00:00,E3");
        var range = new DateRange(new DateOnly(2025, 6, 1), new DateOnly(2026, 3, 1));
        var question = new MetricRequest("first_order_conv", range, Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>());

        var months = await warehouse.AskAsync(question);
        months.Rows.TakeLast(2).Select(row => (row.Numerator, row.Denominator)).ShouldBe([(0L, 1L), (1L, 2L)]);
        months.Rows.SkipLast(2).ShouldAllBe(row => row.Value == null && row.Denominator == null && row.Warnings.Contains("before_data"));
        months.Rows[^2].Warnings.ShouldContain("begins_with_data");
        (months.Total.Numerator, months.Total.Denominator).ShouldBe((1, 3));
        var employees = await warehouse.AskAsync(question with { Grain = Grain.All, By = ["employee"] });
        employees.Rows.Select(row => (row.By["employee"], row.Numerator, row.Denominator)).ShouldBe([("E1", 1, 1), ("E2", 0, 1), ("E3", 0, 1)], ignoreOrder: true);
        employees.Rows.ShouldAllBe(row => row.Warnings.Contains("begins_with_data"));

        // Every cell opens to whom it counts; one of days before the data to nobody.
        foreach (var answer in new[] { months, employees })
        {
            foreach (var row in answer.Rows.Append(answer.Total))
            {
                var asked = question with { Grain = answer.Range.Grain, By = [.. row.By.Keys] };
                var opened = await warehouse.Queries.DrillAsync(new DrillRequest(asked, row.Period, row.By, CellPart.Denominator), AccessScope.Company, TestContext.Current.CancellationToken);
                opened.Count.ShouldBe(row.Denominator ?? 0, $"{row.Period} {string.Join(',', row.By.Values)}");
            }
        }

        // The table of cohorts, by its own way, pools the same customers.
        var pooled = (await warehouse.Cohorts.AnswerAsync(
            new CohortRequest(question with { Metric = "first_order" }, Grain.Day, [new CohortAge(30, 30)], AgeMode.Rolling, AgeCriterion.On), AccessScope.Company, TestContext.Current.CancellationToken)).Pooled.Cells[0];
        (pooled.Numerator, pooled.Denominator).ShouldBe((months.Total.Numerator, months.Total.Denominator));

        // The pool at the end of February holds them all the same, whenever they came.
        var pool = await warehouse.AskAsync(question with { Metric = "pool_size" });
        (pool.Total.Value, pool.Since).ShouldBe((6, new DateOnly(2025, 6, 1)));
        pool.Total.Warnings.ShouldNotContain("begins_with_data");
    }

    // The first to join a group has left it by now, and had joined all the same.
    [Fact]
    public async Task Since_OfRowsWithTwoDays_IsTheFirstOfThem()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("groups", null, "group_id,name", "g,G");
        await warehouse.LoadRowsAsync("group_members", Through, "group_id,customer,joined_at,left_at", "g,a,2026-01-02 10:00:00,2026-03-20 10:00:00", "g,b,2026-02-02 10:00:00,");
        var joins = await warehouse.AskAsync(new MetricRequest(
            "group_joins", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>()));
        joins.Since.ShouldBe(new DateOnly(2026, 1, 2));
        joins.Rows.Select(row => row.Value).ShouldBe([1, 1]);
    }

    // What needs two datasets is known from where both are.
    [Fact]
    public async Task Since_OfAMetricOfSeveralDatasets_IsWhereTheLastOfThemBegins()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync("orders", Through, Header, "o1,a,2026-01-05 10:00:00,100", "o2,a,2026-02-10 10:00:00,50");
        await warehouse.LoadRowsAsync("customers", Through, "customer,joined_at,employee_id", "a,2025-06-01 10:00:00,E1");
        await warehouse.LoadRowsAsync("relations", Through, "customer,employee_id,started_at", "a,E1,2025-07-01 10:00:00");
        var question = new MetricRequest(
            "first_order_conv", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), Grain.All, [], new Dictionary<string, IReadOnlyList<string>>());
        (await warehouse.AskAsync(question)).Since.ShouldBe(new DateOnly(2026, 1, 5));
        // She joined in June, when nobody told of orders: that she made none is not known.
        var june = (await warehouse.AskAsync(question with { Range = new DateRange(new DateOnly(2025, 6, 1), new DateOnly(2025, 7, 1)) })).Total;
        (june.Value, june.Low, june.Numerator, june.Denominator).ShouldBe((null, null, null, null));
        june.Warnings.ShouldBe(["before_data"]);
        (await warehouse.AskAsync(question with { Metric = "new_customers" })).Since.ShouldBe(new DateOnly(2025, 6, 1));
    }

    // Customers who joined in November, December and January of a company that tells of events and orders since 5 January.
    [Fact]
    public async Task Cohorts_BeforeTheFirstDay_HaveNoValue_AndAreInNoPool()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        await warehouse.LoadRowsAsync(
            "customers", Through, "customer,joined_at", "a,2025-11-10 10:00:00", "b,2025-12-10 10:00:00", "c,2026-01-03 10:00:00", "d,2026-01-30 10:00:00", "f,2026-01-10 10:00:00");
        await warehouse.LoadRowsAsync("orders", Through, Header, "o1,a,2026-01-05 10:00:00,100", "o2,d,2026-01-31 10:00:00,50");
        await warehouse.LoadRowsAsync("events", Through, "event_id,type,occurred_at,customer", "e1,message_received,2026-01-05 10:00:00,b", "e2,message_received,2026-02-01 10:00:00,d");

        var bought = await AskAsync("first_order");
        bought.Since.ShouldBe(new DateOnly(2026, 1, 5));
        bought.Warnings.ShouldContain("before_data");
        bought.Cohorts.Select(row => row.Size).ShouldBe([1, 1, 3]);
        bought.Cohorts.Select(row => row.Cells[1].Value).ShouldBe([null, null, 0.5m]);
        bought.Cohorts.ShouldAllBe(row => row.Cells[1].Warnings.Contains("before_data"));
        (bought.Pooled.Cells[1].Numerator, bought.Pooled.Cells[1].Denominator, bought.Pooled.Size).ShouldBe((1, 2, 5));
        // Of those who joined before, nobody is followed.
        bought.Pooled.Cells[2].Early!.AtRisk.ShouldBe(1);

        // A stretch of thirty days that begins before may have had something in it.
        var active = await AskAsync("active");
        active.Cohorts.Select(row => row.Cells[0].Value).ShouldBe([null, null, 0.5m]);
        active.Cohorts[0].Cells.Select(cell => cell.Value).ShouldBe([null, null, 0]);
        active.Pooled.Cells[0].Denominator.ShouldBe(2);

        foreach (var part in new[] { CellPart.Numerator, CellPart.Denominator, CellPart.Immature })
        {
            foreach (var (measure, table) in new[] { ("first_order", bought), ("active", active) })
            {
                foreach (var row in table.Cohorts.Append(table.Pooled))
                {
                    foreach (var (cell, age) in row.Cells.Zip(Cohorts(measure).Ages))
                    {
                        var opened = await warehouse.Cohorts.DrillAsync(
                            new CohortDrillRequest(Cohorts(measure), row.CohortStart, new Dictionary<string, string>(), age, part, 0, 10), AccessScope.Company, TestContext.Current.CancellationToken);
                        opened.Count.ShouldBe(part == CellPart.Numerator ? cell.Numerator!.Value : part == CellPart.Denominator ? cell.Denominator!.Value : cell.Immature, $"{measure} {row.CohortStart} {age.Name} {part}");
                    }
                }
            }
        }

        // Everybody asked about joined once there were data.
        (await AskAsync("first_order", new DateOnly(2026, 1, 5))).Since.ShouldBeNull();

        Task<CohortResult> AskAsync(string measure, DateOnly? from = null) =>
            warehouse.Cohorts.AnswerAsync(Cohorts(measure, from), AccessScope.Company, TestContext.Current.CancellationToken);
        static CohortRequest Cohorts(string measure, DateOnly? from = null) => new(
            new MetricRequest(measure, new DateRange(from ?? new DateOnly(2025, 11, 1), new DateOnly(2026, 2, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>()),
            Grain.Month, [.. Enumerable.Range(0, 3).Select(age => new CohortAge(age, age))], AgeMode.Rolling, AgeCriterion.On);
    }
}
