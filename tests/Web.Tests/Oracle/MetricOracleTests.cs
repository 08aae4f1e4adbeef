using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>Every metric, asked in many ways of many small companies, must say what the oracle says.</summary>
[Collection(CompanyTables.OneAtATime)]
public sealed class MetricOracleTests(TestEngine engine)
{
    // ORACLE_COMPANIES asks more of them, ORACLE_FIRST begins at a later one; a failure names the seed, which then belongs into Known.
    private static readonly int Companies = Switch("ORACLE_COMPANIES", 200);
    private static readonly int First = Switch("ORACLE_FIRST", 1);
    private static readonly int[] Known = [133];

    // Each company is asked of the next few metrics, so that all of them have their turn of many companies.
    private const int QuestionsOfEach = 10;

    private static readonly Grain[] Grains = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.All];
    private static readonly string?[] Splits = [null, "channel", "employee", "store", "store", "region", "team", "campaign"];

    [Fact]
    public async Task Answer_AnyQuestionToAnyCompany_EqualsTheOracle()
    {
        await using var tables = await CompanyTables.CreateAsync(engine);
        foreach (var seed in Known.Concat(Enumerable.Range(First, Companies)))
        {
            var random = new Random(seed);
            var company = new RandomCompany(seed).Make();
            var completeThrough = DateOnly.FromDateTime(RandomCompany.Start).AddDays(random.Next(100, 420));
            // Of every third, nothing is told of days after it, as it mostly is.
            if (seed % 3 == 0 && !Known.Contains(seed))
                completeThrough = DateOnly.FromDateTime(RandomCompany.Start).AddDays(800);
            // Every fifth is asked of days before anything was told, too.
            DateOnly? since = seed % 5 == 0 ? DateOnly.FromDateTime(RandomCompany.Start).AddDays(seed * 37 % 200) : null;
            await tables.FillAsync(company, completeThrough, since);
            var metrics = Services.Catalog.All.ToList();
            for (var question = 0; question < QuestionsOfEach; question++)
            {
                var metric = metrics[((seed * QuestionsOfEach) + question) % metrics.Count];
                var asOf = random.Next(3) == 0 ? completeThrough.AddDays(1 - random.Next(0, 90)) : completeThrough.AddDays(1);
                var asked = Question(metric, random, completeThrough, asOf);
                if (!Known.Contains(seed))
                    asked = asked with { Range = OfWholeMonths(asked.Range, asked.Grain) };
                if (since is not null)
                    asked = asked with { Compare = null };
                await CheckAsync(tables, company, metric, asked, asOf, seed, since);
            }
        }
    }

    // Which metric a seed asks changes with every new one, so what once differed is kept as it was asked.
    [Fact]
    public async Task Answer_WhatOnceDiffered_EqualsTheOracle()
    {
        await using var tables = await CompanyTables.CreateAsync(engine);
        var company = new RandomCompany(60054).Make();
        await tables.FillAsync(company, DateOnly.FromDateTime(RandomCompany.Start).AddDays(800));
        var asOf = new DateOnly(2025, 11, 20);
        // It begins on 30 March, and February had no 30th: its relations were told as none, and not as nothing to compare with.
        var asked = new MetricRequest(
            "relation_loss_rate", new DateRange(new DateOnly(2024, 3, 30), new DateOnly(2025, 3, 16)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>(),
            Owner.AtEvent, asOf, Comparison.Previous);
        await CheckAsync(tables, company, Services.Catalog.Find("relation_loss_rate")!, asked, asOf, 60054);
    }

    private static int Switch(string name, int usual) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{usual}", System.Globalization.CultureInfo.InvariantCulture);

    private static MetricRequest Question(Metric metric, Random random, DateOnly completeThrough, DateOnly asOf)
    {
        var grain = Grains[random.Next(Grains.Length)];
        var from = DateOnly.FromDateTime(RandomCompany.Start).AddDays(random.Next(-10, 150));
        var range = new DateRange(from, from.AddDays(grain == Grain.Day ? random.Next(1, 40) : random.Next(1, 400)));
        string?[] splits = [.. Splits, .. metric.Facts.Dimensions.Keys.Where(name => name is "content" or "survey" or "conversion_channel")];
        var split = splits[random.Next(splits.Length)];
        // Dimensions of one kind take turns, so that one more of them does not change what all seeds ask.
        split = split switch
        {
            "conversion_channel" => Dimensions.OrderChannels[range.Days % Dimensions.OrderChannels.Count],
            "campaign" when range.Days % 2 == 0 && metric.Dimensions.Contains(Dimensions.Hour) => range.Days % 4 == 0 ? Dimensions.Weekday : Dimensions.Hour,
            "team" when range.Days % 2 == 0 => "employment_type",
            "region" when range.Days % 2 == 0 && metric.Dimensions.Contains(Dimensions.NewOrReturning) => Dimensions.NewOrReturning,
            _ => split,
        };
        if (split is not null && !metric.Dimensions.Contains(split))
            split = null;
        return new MetricRequest(
            metric.Name, range, grain, split is null ? [] : [split], new Dictionary<string, IReadOnlyList<string>>(),
            metric.Owners[random.Next(metric.Owners.Count)], asOf == completeThrough.AddDays(1) ? null : asOf,
            random.Next(6) switch { 0 => Comparison.Previous, 1 => Comparison.Year, _ => null }, Org: random.Next(2) == 0 ? Organisation.Then : Organisation.Now);
    }

    // Half of the questions begin with a month, and half of those end with one, as nearly all that people ask do.
    private static DateRange OfWholeMonths(DateRange range, Grain grain)
    {
        if (grain is Grain.Day or Grain.Week || range.Days % 2 != 0)
            return range;
        var from = Periods.StartOf(range.From, Grain.Month);
        return new DateRange(from, range.Days % 4 == 0 ? Periods.Add(Periods.StartOf(range.To, Grain.Month), Grain.Month, 1) : range.To);
    }

    private static async Task CheckAsync(CompanyTables tables, Company company, Metric metric, MetricRequest question, DateOnly asOf, int seed, DateOnly? since = null)
    {
        var result = await tables.Queries.AnswerAsync(question, AccessScope.Company, CancellationToken.None);
        if (result.Warnings.FirstOrDefault(warning => warning.StartsWith("no_data", StringComparison.Ordinal)) is { } missing)
        {
            var needed = missing["no_data: needs ".Length..].Split(" or ");
            metric.Needs.ShouldContain(string.Join('|', needed));
            if (needed is ["campaigns/margin"])
                company.Campaigns.ShouldAllBe(campaign => campaign.Margin == null, $"seed {seed}, {metric.Name}: {missing}");
            else if (needed is ["customers/referrer"])
                company.Customers.ShouldAllBe(customer => customer.Referrer.Length == 0, $"seed {seed}, {metric.Name}: {missing}");
            else
                company.Events.ShouldNotContain(happening => needed.Contains("events/" + happening.Type), $"seed {seed}, {metric.Name}: {missing}");
            return;
        }

        var oracle = new MetricOracle(company, asOf.AddDays(-1), asOf) { Org = question.Org };
        var split = question.By.Count == 0 ? null : question.By[0];
        var owner = question.Owner!.Value;
        var where = $"seed {seed}, {question}, by {split}";

        SameSince(result.Total, question.Range, null, where + ", total");
        // Opening a cell takes many questions, so one cell of every second answer is opened; the proofs open all of the demo company.
        var opened = result.Rows.OrderBy(row => (((row.Period?.DayNumber ?? 0) * 31) + seed) % 7).Take((question.Range.Days + seed) % 2).ToList();
        foreach (var row in result.Rows)
        {
            var days = question.Grain == Grain.All
                ? question.Range
                : new DateRange(row.Period!.Value, Periods.Add(row.Period.Value, question.Grain, 1)).Intersect(question.Range);
            var at = $"{where}, {row.Period} {string.Join(',', row.By.Values)}";
            SameSince(row, days, split, at);
            if (metric.IsDivisible && question.Compare is not null && days.From < asOf)
                SameEarlier(row, days, question, earlier => oracle.Cell(metric.Name, earlier, owner, split, split is null ? null : row.By[split]), metric, asOf, at);
            if (opened.Contains(row))
                await SameCustomersAsync(tables, question, row, metric, at);
        }

        if (metric.IsDivisible && question.Compare is not null && question.Range.From < asOf)
            SameEarlier(result.Total, question.Range, question, earlier => oracle.Cell(metric.Name, earlier, owner, null, null), metric, asOf, where + ", total");

        // What the answer leaves out must be empty, too: the rows account for everything the oracle counted.
        if (metric.HasMaturity && metric.Kind != MetricKind.Lift)
            result.Rows.Sum(row => (row.Denominator ?? 0) + row.Immature).ShouldBe((result.Total.Denominator ?? 0) + result.Total.Immature, where);
        if (metric.IsAdditive)
            result.Rows.Sum(row => row.Value ?? 0).ShouldBe(result.Total.Value ?? 0, where);

        // Days before the first that was told are asked nothing; only what stands at the end of days is the same without them.
        void SameSince(MetricRow row, DateRange days, string? by, string at)
        {
            row.Warnings.Contains("before_data").ShouldBe(days.To <= since, at);
            row.Warnings.Contains("begins_with_data").ShouldBe(!metric.IsOfLastDay && days.From < since && since < days.To, at);
            var told = days.From < since ? days with { From = since.Value } : days;
            if (told.IsEmpty)
                (row.Value, row.Numerator, row.Denominator, row.Immature).ShouldBe((null, null, null, 0), at);
            else if (metric.IsOfLastDay && days.From < asOf)
                Same(oracle.Cell(metric.Name, days, owner, by, by is null ? null : row.By[by]), row, metric, days, asOf, at);
            if (!told.IsEmpty)
                Same(oracle.Cell(metric.Name, told, owner, by, by is null ? null : row.By[by]), row, metric, told, asOf, at);
        }
    }

    // A member that was not there before has nothing to be compared with, and neither have the days of a period that is cut
    // where the one before had already ended, or 29 February in a year without it.
    private static void SameEarlier(MetricRow row, DateRange own, MetricRequest question, Func<DateRange, OracleCell> oracle, Metric metric, DateOnly asOf, string where)
    {
        if (row.Compared is not { } earlier)
        {
            (row.By.Count > 0 || IsPastTheEarlier(own, question)).ShouldBeTrue(where);
            return;
        }

        var days = new DateRange(earlier.From, earlier.To);
        var then = row with { Value = earlier.Value, Numerator = earlier.Numerator, Denominator = earlier.Denominator, Immature = earlier.Immature };
        Same(oracle(days), then, metric, days, asOf, $"{where}, compared with {earlier.From}");
    }

    private static bool IsPastTheEarlier(DateRange own, MetricRequest question)
    {
        if (question.Grain == Grain.All)
            return false;
        var start = Periods.StartOf(own.From, question.Grain);
        var before = question.Compare == Comparison.Year ? start.AddYears(-1) : Periods.Add(start, question.Grain, -1);
        if (question.Grain == Grain.Day && before.Day != start.Day && question.Compare == Comparison.Year)
            return true;
        return before.AddDays(own.From.DayNumber - start.DayNumber) >= Periods.Add(before, question.Grain, 1);
    }

    private static void Same(OracleCell expected, MetricRow row, Metric metric, DateRange days, DateOnly asOf, string where)
    {
        if (days.From >= asOf)
        {
            row.Value.ShouldBeNull(where);
            return;
        }

        if (metric.Kind == MetricKind.Mean)
            (row.Denominator ?? 0, row.Immature).ShouldBe((expected.Denominator, expected.Immature), where);
        if (metric.Kind == MetricKind.Lift)
        {
            row.Immature.ShouldBe(expected.Immature, where);
            // Nothing can be divided by no cost, and one customer says nothing of how much they differ.
            row.Warnings.Contains("no_holdout: attributed, not incremental").ShouldBe(row.Arms is { Compared: 0 }, where);
            if (!metric.IsLiftOfAmounts)
                (row.Value is null).ShouldBe(row.Arms is null or { Compared: 0 }, where);
            if (row.Low is not null || !metric.IsLiftOfAmounts)
                (row.Low <= row.Value && row.Value <= row.High).ShouldBe(row.Value is not null, where);
        }

        if (metric.Kind == MetricKind.Payback)
        {
            row.NotWithin.ShouldBe(expected is { Value: null, Numerator: 1 } ? (int)expected.Denominator : null, where);
            // Where nobody joined and nothing was spent there is no row of which to tell.
            (row.Gains ?? [.. (expected.Gains ?? []).Select(_ => 0m)]).ShouldBe(expected.Gains ?? [], where);
        }

        if (metric.Aggregate == Aggregate.Median)
            (row.Numerator ?? 0, row.Denominator ?? 0).ShouldBe((expected.Numerator, expected.Denominator), where);
        if (metric.Kind != MetricKind.Rate)
        {
            row.Value.ShouldBe(expected.Value, where);
            return;
        }

        (row.Numerator ?? 0, row.Denominator ?? 0, row.Immature).ShouldBe((expected.Numerator, expected.Denominator, expected.Immature), where);
        row.Value.ShouldBe(expected.Denominator == 0 ? null : Math.Round((decimal)expected.Numerator / expected.Denominator, 6), where);
    }

    private static async Task SameCustomersAsync(CompanyTables tables, MetricRequest question, MetricRow row, Metric metric, string where)
    {
        foreach (var part in OpenedCell.Sides(metric))
        {
            var opened = await tables.Queries.DrillAsync(new DrillRequest(question, row.Period, row.By, part, Limit: 10_000), AccessScope.Company, CancellationToken.None);
            if (DrillCompiler.HasValue(metric) && metric.Aggregate != Aggregate.Mean)
                opened.Rows.Sum(line => line.Value ?? 0).ShouldBe(opened.Value ?? 0, where);
            row.ShouldBeAllThatItCounted(metric, part, opened, $"{where}, {part}");
        }
    }
}
