using System.Globalization;
using System.Text.RegularExpressions;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Metrics;

/// <summary>
/// The compiled SQL of every metric, kept as files that a reviewer can read. Set UPDATE_GOLDEN=1 to write them anew,
/// then read the difference.
/// </summary>
public sealed partial class MetricCompilerTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "Core.Tests", "Metrics", "Golden");

    public static TheoryData<string> Metrics => [.. RepositoryFiles.Catalog.Names];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Compile_ByMonthAndStore_IsTheGoldenSql(string name) => ShouldBeGolden(name, "store", Path.Combine(Folder, name + ".sql"));

    // Without stores and employees, customers that are alike are counted before they meet the periods.
    [Theory]
    [InlineData("pool_size")]
    [InlineData("net_growth_rate")]
    [InlineData("kept_new_customers")]
    [InlineData("member_reach_rate")]
    [InlineData("relation_loss_rate")]
    public void Compile_StateByMonthAndChannel_IsTheGoldenSql(string name) => ShouldBeGolden(name, "channel", Path.Combine(Folder, "Counted", name + ".sql"));

    // Days that stand by month are counted as bits, and the whole range, which is no month, beside them.
    [Theory]
    [InlineData("stickiness")]
    [InlineData("order_conv")]
    [InlineData("repurchase_rate_period")]
    [InlineData("cost_per_customer_served")]
    public void Compile_DaysByMonthAndEmployee_IsTheGoldenSql(string name) => ShouldBeGolden(name, "employee", Path.Combine(Folder, "ByMonth", name + ".sql"));

    // Of one period the days are the same for every customer, and stand in the condition.
    [Theory]
    [InlineData("pool_size")]
    [InlineData("order_conv")]
    [InlineData("inter_purchase_days")]
    public void Compile_WholeRangeByEmployee_IsTheGoldenSql(string name) => ShouldBeGolden(name, "employee", Path.Combine(Folder, "Whole", name + ".sql"), Grain.All);

    // Nothing has changed since the day one asks from: one side, over the rows by month, where the first of them stands for the customer.
    [Theory]
    [InlineData("active_customers", "", Grain.Month)]
    [InlineData("interaction_freq_in_groups", "", Grain.Month)]
    [InlineData("order_conv", "region", Grain.Month)]
    [InlineData("order_conv", "employee", Grain.All)]
    [InlineData("order_conv_visitors", "channel", Grain.Month)]
    [InlineData("stickiness", "employee", Grain.All)]
    public void Compile_RowsByMonth_IsTheGoldenSql(string name, string by, Grain grain)
    {
        var sql = Sql(Months(name, grain, by.Length == 0 ? [] : [by]));

        ShouldStandIn(Path.Combine(Folder, "RowsByMonth", $"{name}_{grain}.sql".ToLowerInvariant()), name, sql + "\n");
    }

    [Fact]
    public void Compile_WhatRowsByMonthDoNotTell_IsAskedOfTheCustomers()
    {
        var question = Months("order_conv", Grain.All, []);
        Sql(question).ShouldContain("FROM customer_months_now");
        // Of a month in which the range begins, the row may be there for a day before it.
        Sql(question with { Range = new DateRange(new DateOnly(2026, 1, 2), new DateOnly(2026, 4, 1)) }).ShouldNotContain("customer_months_now");
        Sql(question with { Org = Organisation.Then, By = ["store"] }).ShouldNotContain("customer_months_now");
        Sql(question with { Filters = new Dictionary<string, IReadOnlyList<string>> { ["tier"] = ["high"] } }).ShouldNotContain("customer_months_now");
        Sql(question with { Filters = new Dictionary<string, IReadOnlyList<string>> { [Dimensions.Employee] = ["E1"] } }).ShouldNotContain("customer_months_now");
        // Whoever may see some employees' customers counts those alone, also where they are too many for an order of their own.
        var seen = Enumerable.Range(1, 21).Select(number => $"E{number}").ToList();
        MetricCompiler.Compile(RepositoryFiles.Catalog.Find("order_conv")!, question, new AccessScope("some", seen), Latest).Sql
            .ShouldMatch(@"FROM customer_months_now\n  WHERE [^\n]+\n    AND owner_now IN \{scope:Array\(String\)\}");
        // Bought among days on which she was in the shop: that month may be another.
        Sql(Months("order_conv_visitors", Grain.All, [])).ShouldNotContain("customer_months_now");
        // Somebody bought on the day one asks from.
        MetricCompiler.Compile(RepositoryFiles.Catalog.Find("order_conv")!, question, AccessScope.Company, Latest with { Latest = new Dictionary<string, DateOnly> { ["purchases_since"] = Latest.AsOf } })
            .Sql.ShouldNotContain("customer_months_now");
    }

    private static readonly Horizon Latest = new(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1), Latest: new Dictionary<string, DateOnly>
    {
        ["owner_since"] = new(2026, 6, 1),
        ["purchases_since"] = new(2026, 6, 30),
    });

    private static MetricRequest Months(string name, Grain grain, IReadOnlyList<string> by) =>
        new(name, new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), grain, by, new Dictionary<string, IReadOnlyList<string>>(), Org: Organisation.Now);

    private static string Sql(MetricRequest question) =>
        MetricCompiler.Compile(RepositoryFiles.Catalog.Find(question.Metric)!, question, AccessScope.Company, Latest).Sql;

    // That a month stands there tells that she was active in it; which of its days it was must be looked at where some are left out.
    [Theory]
    [InlineData("2026-01-01", "2026-04-01", "2026-06-30", false)]
    [InlineData("2026-01-01", "2026-04-01", "2026-03-31", false)]
    [InlineData("2026-01-01", "2026-04-01", "2026-03-30", true)]
    [InlineData("2026-01-02", "2026-04-01", "2026-06-30", true)]
    public void Compile_DaysByMonth_AreLookedAtWhereAMonthIsNotWhole(string from, string to, string completeThrough, bool areLookedAt)
    {
        var through = DateOnly.Parse(completeThrough, CultureInfo.InvariantCulture);
        var question = new MetricRequest(
            "order_conv", new DateRange(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)), Grain.Month, [],
            new Dictionary<string, IReadOnlyList<string>>());

        var query = MetricCompiler.Compile(RepositoryFiles.Catalog.Find("order_conv")!, question, AccessScope.Company, new Horizon(through, through.AddDays(1)));

        query.Sql.Contains("active_in_month", StringComparison.Ordinal).ShouldBe(areLookedAt);
        query.Parameters.ContainsKey("monthDays").ShouldBe(areLookedAt);
        query.Sql.Contains("arrayExists(one ->", StringComparison.Ordinal).ShouldBe(!areLookedAt);
    }

    // Only the order of days is the same for all that lie between the same days of periods.
    [Theory]
    [InlineData("held_at_end AND joined_day > open_day", true)]
    [InlineData("held_at_end AND (joined_day IS NULL OR stock_day >= joined_day)", true)]
    [InlineData("held_at_end AND joined_day > open_day - 28", false)]
    [InlineData("held_at_end AND joined_day + 28 > stock_day", false)]
    [InlineData("held_at_end AND joined_day = stock_day", false)]
    [InlineData("held_at_end AND 1 + joined_day <= stock_day", false)]
    [InlineData("held_at_end AND stock_day - joined_day < 90", false)]
    [InlineData("held_at_end AND joined_day <= pool_since AND joined_day <= stock_day", false)]
    public void Compile_StateMadeOfMoreThanComparisons_CountsCustomersOneByOne(string body, bool together)
    {
        var metric = RepositoryFiles.Catalog.Find("pool_size")! with { Body = body };
        Question(metric, "channel").Contains("count() AS weight", StringComparison.Ordinal).ShouldBe(together);
    }

    private static string Question(Metric metric, string by, Grain grain = Grain.Month)
    {
        var question = new MetricRequest(
            metric.Name,
            new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)),
            grain,
            [by],
            new Dictionary<string, IReadOnlyList<string>> { ["channel"] = ["douyin"] });
        var horizon = new Horizon(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1));

        return MetricCompiler.Compile(metric, question, AccessScope.Company, horizon).Sql + "\n";
    }

    private static void ShouldBeGolden(string name, string by, string path, Grain grain = Grain.Month) =>
        ShouldStandIn(path, name, Question(RepositoryFiles.Catalog.Find(name)!, by, grain));

    private static void ShouldStandIn(string path, string name, string sql)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, sql);
        }

        File.ReadAllText(path).ShouldBe(sql, string.Create(CultureInfo.InvariantCulture, $"{name} compiles differently; if that is meant, run with UPDATE_GOLDEN=1"));
    }

    // One place a row at most, or slices would not add up: a join that takes one row of the right side, whatever it holds.
    [Fact]
    public void Compile_Organisation_JoinsOnePlaceOfTheRowsOwnDayOrOfNow()
    {
        foreach (var metric in RepositoryFiles.Catalog.All)
        {
            var day = metric.IsStock ? "stock_day" : "cohort_day";
            Sql(metric, Organisation.Then).ShouldMatch($@"\nASOF LEFT JOIN employee_spans AS place ON place\.employee_id = [^\n]+ AND place\.from_day <= {day}\n");
            Sql(metric, Organisation.Now).ShouldMatch(@"\nLEFT ANY JOIN \(SELECT \* FROM employee_places FINAL\) AS place ON place\.employee_id = [^\n]+\n");
        }

        static string Sql(Metric metric, Organisation org)
        {
            var question = new MetricRequest(
                metric.Name, new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), Grain.All, [],
                new Dictionary<string, IReadOnlyList<string>> { ["region"] = ["R1"] }, Org: org);
            var sql = MetricCompiler.Compile(metric, question, AccessScope.Company, new Horizon(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1))).Sql;
            return string.Join('\n', sql.Split('\n').Select(line => line.TrimStart()));
        }
    }

    // Where it is known of all rows, none is asked; on the day one asks from an owner or a purchase is not known yet.
    [Theory]
    [InlineData("pool_size", "owner_since", -1, false)]
    [InlineData("pool_size", "owner_since", 0, true)]
    [InlineData("first_order_conv", "purchases_since", -1, false)]
    [InlineData("first_order_conv", "purchases_since", 0, true)]
    public void Compile_LatestDayOfAllRowsKnown_IsAskedOfEachOnlyWhereItMayNotHaveCome(string name, string column, int after, bool isAsked)
    {
        var asOf = new DateOnly(2026, 7, 1);
        var question = new MetricRequest(
            name, new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), Grain.Month, [Dimensions.Employee], new Dictionary<string, IReadOnlyList<string>>());

        var sql = MetricCompiler.Compile(
            RepositoryFiles.Catalog.Find(name)!, question, AccessScope.Company, new Horizon(asOf.AddDays(-1), asOf, Latest: new Dictionary<string, DateOnly> { [column] = asOf.AddDays(after) })).Sql;

        sql.Contains($"{column} < {{asOf:Date}}", StringComparison.Ordinal).ShouldBe(isAsked);
    }

    // A few employees' rows are asked in one go where an order of the facts finds them: by the owner of now as long as no later one is known.
    [Theory]
    [InlineData(Owner.Now, 1, true, false)]
    [InlineData(Owner.Now, 21, true, true)]
    [InlineData(Owner.Now, 1, false, true)]
    [InlineData(Owner.Acquirer, 1, false, false)]
    [InlineData(Owner.AtEvent, 1, true, true)]
    public void Compile_OfFewEmployees_LooksThroughTheirHistoriesInsteadOfAskingTwice(Owner owner, int employees, bool isLatestKnown, bool isAskedApart)
    {
        var asOf = new DateOnly(2026, 7, 1);
        var question = new MetricRequest(
            "pool_size", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), Grain.Month, [],
            new Dictionary<string, IReadOnlyList<string>> { [Dimensions.Employee] = [.. Enumerable.Range(0, employees).Select(number => $"e{number}")] }, owner);
        var horizon = new Horizon(asOf.AddDays(-1), asOf, Latest: isLatestKnown ? new Dictionary<string, DateOnly> { ["owner_since"] = asOf.AddDays(-1) } : null);

        MetricCompiler.Compile(RepositoryFiles.Catalog.Find("pool_size")!, question, AccessScope.Company, horizon).Sql
            .Contains("UNION ALL", StringComparison.Ordinal).ShouldBe(isAskedApart);
    }

    [Fact]
    public void Compile_OfNobody_IsNotTakenForFew()
    {
        var asOf = new DateOnly(2026, 7, 1);
        var question = new MetricRequest(
            "pool_size", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), Grain.Month, [],
            new Dictionary<string, IReadOnlyList<string>> { [Dimensions.Employee] = ["e1", Dimensions.Unattributed] });

        MetricCompiler.Compile(
            RepositoryFiles.Catalog.Find("pool_size")!, question, AccessScope.Company,
            new Horizon(asOf.AddDays(-1), asOf, Latest: new Dictionary<string, DateOnly> { ["owner_since"] = asOf.AddDays(-1) })).Sql.ShouldContain("UNION ALL");
    }

    // Whose customers one may see counts as well as whose one asks for.
    [Fact]
    public void Compile_ScopeOfFewEmployees_AsksTheirRowsInOneGo()
    {
        var asOf = new DateOnly(2026, 7, 1);
        var question = new MetricRequest(
            "pool_size", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>());

        var query = MetricCompiler.Compile(
            RepositoryFiles.Catalog.Find("pool_size")!, question, new AccessScope("e1", ["e1"]),
            new Horizon(asOf.AddDays(-1), asOf, Latest: new Dictionary<string, DateOnly> { ["owner_since"] = asOf.AddDays(-1) }));

        query.Sql.ShouldNotContain("UNION ALL");
        query.Sql.ShouldContain("owner_now IN {scope:Array(String)}");
    }

    // Whatever shape the SELECT takes, each {parameter} in it has a value; filters of segments bring their own.
    [Theory]
    [InlineData(Grain.Month)]
    [InlineData(Grain.All)]
    public void Compile_NarrowedToASegment_HasAValueForEveryParameter(Grain grain)
    {
        var file = Path.Combine(RepositoryFiles.Root, "segments", "adults.yaml");
        var adults = SegmentFile.Read(file, "adults", File.ReadAllText(file), version: null, [])!;
        foreach (var metric in RepositoryFiles.Catalog.All.Where(metric => metric.Facts.AreOfCustomers))
        {
            foreach (var by in new[] { [], ["channel"], (string[])["employee"] })
            {
                var question = new MetricRequest(
                    metric.Name, new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1)), grain, by,
                    new Dictionary<string, IReadOnlyList<string>> { ["segment:adults"] = ["in"] }, Segments: [adults]);
                var query = MetricCompiler.Compile(metric, question, AccessScope.Company, new Horizon(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1)));
                Parameter().Matches(query.Sql).Select(found => found.Groups["name"].Value).Except(query.Parameters.Keys)
                    .ShouldBeEmpty($"{metric.Name} by {string.Join(',', by)}");
            }
        }
    }

    [GeneratedRegex(@"\{(?<name>\w+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [Fact]
    public void Compile_ScopedAsker_IsLimitedToTheCustomersHerEmployeesOwnNow()
    {
        foreach (var metric in RepositoryFiles.Catalog.All)
        {
            var question = new MetricRequest(
                metric.Name, new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), Grain.All, [], new Dictionary<string, IReadOnlyList<string>>());
            var query = MetricCompiler.Compile(metric, question, new AccessScope("E1", ["E1"]), new Horizon(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1)));
            query.Sql.ShouldContain("IN {scope:Array(String)}");
            query.Parameters["scope"].ShouldBe(new[] { "E1" });
        }
    }

    // By what is told of the days of a period alone, and by how it stood when the period began.
    [Theory]
    [InlineData("pool_size", true)]
    [InlineData("pool_size_friends", true)]
    [InlineData("profile_completion_rate", true)]
    [InlineData("active_customers", false)]
    [InlineData("interaction_freq", false)]
    [InlineData("relation_loss_rate", false)]
    [InlineData("returned_customers", false)]
    [InlineData("gmv", false)]
    public void IsOfLastDay_AStateThatSaysNothingOfItsPeriod_Alone(string name, bool isOfLastDay) =>
        RepositoryFiles.Catalog.Find(name)!.IsOfLastDay.ShouldBe(isOfLastDay);
}
