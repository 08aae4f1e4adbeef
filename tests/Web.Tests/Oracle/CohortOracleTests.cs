using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>Every measure, mode, criterion and grain of cohort tables, asked of small companies, must say what the oracle says.</summary>
[Collection(CompanyTables.OneAtATime)]
public sealed class CohortOracleTests(TestEngine engine)
{
    // ORACLE_COMPANIES asks more of them; a failure names the seed.
    private static readonly int Companies = int.Parse(Environment.GetEnvironmentVariable("ORACLE_COMPANIES") ?? "5", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly Grain[] Grains = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter];
    private static readonly string?[] Splits = [null, null, "channel", "employee", "store", "store", "region"];

    [Fact]
    public async Task Answer_EveryWayToAskAnyCompany_EqualsTheOracle()
    {
        await using var tables = await CompanyTables.CreateAsync(engine);
        foreach (var seed in Enumerable.Range(1, Companies))
        {
            var random = new Random(seed);
            var company = new RandomCompany(seed).Make();
            var completeThrough = DateOnly.FromDateTime(RandomCompany.Start).AddDays(random.Next(100, 420));
            await tables.FillAsync(company, completeThrough);
            foreach (var measure in Services.Cohorts.All)
            {
                foreach (var criterion in measure.Criteria)
                {
                    foreach (var mode in new[] { AgeMode.Rolling, AgeMode.Calendar })
                    {
                        foreach (var age in Grains)
                        {
                            var asOf = random.Next(3) == 0 ? completeThrough.AddDays(1 - random.Next(0, 90)) : completeThrough.AddDays(1);
                            await CheckAsync(tables, company, measure, Question(measure, random, age, mode, criterion, asOf), asOf, $"seed {seed}");
                        }
                    }
                }
            }
        }
    }

    private static CohortRequest Question(CohortMeasure measure, Random random, Grain age, AgeMode mode, AgeCriterion criterion, DateOnly asOf)
    {
        var cohort = Grains[random.Next(Grains.Length)];
        var from = DateOnly.FromDateTime(RandomCompany.Start).AddDays(random.Next(-10, 150));
        var range = new DateRange(from, from.AddDays(cohort == Grain.Day ? random.Next(1, 30) : random.Next(1, 400)));
        var split = Splits[random.Next(Splits.Length)];
        var members = new MetricRequest(
            measure.Name, range, cohort, split is null ? [] : [split], new Dictionary<string, IReadOnlyList<string>>(),
            measure.Members.Owners[random.Next(measure.Members.Owners.Count)], asOf, Org: random.Next(2) == 0 ? Organisation.Then : Organisation.Now);
        return new CohortRequest(members, age, Ages(random, criterion), mode, criterion);
    }

    private static List<CohortAge> Ages(Random random, AgeCriterion criterion)
    {
        if (criterion != AgeCriterion.Bracket)
            return [.. Enumerable.Range(0, random.Next(2, 7)).Select(age => new CohortAge(age, age))];
        var ages = new List<CohortAge>();
        for (var first = random.Next(0, 2); ages.Count < 3; first = ages[^1].Last + random.Next(1, 3))
            ages.Add(new CohortAge(first, first + random.Next(0, 4)));
        return ages;
    }

    private static async Task CheckAsync(CompanyTables tables, Company company, CohortMeasure measure, CohortRequest question, DateOnly asOf, string seed)
    {
        var where = $"{seed}, {measure.Name} {question.Mode} {question.Criterion} {question.AgeGrain}, {question.Members}, by {string.Join(',', question.Members.By)}";
        var oracle = new CohortOracle(company, measure.Name, question, asOf.AddDays(-1), asOf);
        CohortResult result;
        try
        {
            result = await tables.Cohorts.AnswerAsync(question, AccessScope.Company, CancellationToken.None);
        }
        catch (QuestionException refused)
        {
            refused.Problem.Code.ShouldBe("needs_activity_beyond_90_days", where);
            question.Ages.ShouldAllBe(age => oracle.EndsTooLate(age), where);
            return;
        }

        foreach (var row in result.Cohorts.Concat(result.PooledBy).Append(result.Pooled))
        {
            foreach (var (cell, age) in row.Cells.Zip(question.Ages))
                Same(oracle, measure, question, row, cell, age, $"{where}: {row.CohortStart} {string.Join(',', row.By.Values)} at {cell.Age}");
        }

        // What the table leaves out must be empty: the cohorts account for everyone, and pooled is their sum, age by age.
        for (var i = 0; i < question.Ages.Count; i++)
        {
            Sum(result.Cohorts, i).ShouldBe(Sum([result.Pooled], i), where);
            if (question.Members.By.Count > 0)
                Sum(result.PooledBy, i).ShouldBe(Sum([result.Pooled], i), where);
        }

        // Opening a cell takes questions of its own, so only some answers' fullest is opened.
        if ((question.Members.Range.From.DayNumber + question.Ages.Count) % 3 == 0)
            await SameCustomersAsync(tables, question, result, where);
    }

    private static (long, long, long) Sum(IReadOnlyList<CohortRow> rows, int age) =>
        (rows.Sum(row => row.Cells[age].Numerator ?? 0), rows.Sum(row => row.Cells[age].Denominator ?? 0), rows.Sum(row => row.Cells[age].Immature));

    private static void Same(CohortOracle oracle, CohortMeasure measure, CohortRequest question, CohortRow row, CohortCell cell, CohortAge age, string where)
    {
        var split = row.By.Count == 0 ? null : question.Members.By[0];
        var place = split is null ? null : row.By[split];
        var owner = question.Members.Owner!.Value;
        if (measure.ReachDays is not null)
            cell.Warnings.Contains("needs_activity_beyond_90_days").ShouldBe(oracle.EndsTooLate(age), where);
        if (cell.Numerator is null)
        {
            (cell.Value, cell.Denominator).ShouldBe((null, null), where);
            cell.Warnings.ShouldBe(["needs_activity_beyond_90_days"], where);
            return;
        }

        var expected = oracle.Cell(row.CohortStart, age, owner, split, place);
        (cell.Numerator, cell.Denominator, cell.Immature).ShouldBe((expected.Numerator, expected.Denominator, expected.Immature), where);
        row.Size.ShouldBe(expected.Denominator + expected.Immature, where);
        cell.Value.ShouldBe(expected.Denominator == 0 ? null : Math.Round((decimal)expected.Numerator / expected.Denominator, 6), where);
        var days = CohortCompiler.EarlyDay(measure, question, age);
        var early = days is { } horizon && expected.Immature > 0 ? oracle.Early(row.CohortStart, horizon, owner, split, place) : null;
        (cell.Early is null).ShouldBe(early is null, where);
        if (cell.Early is { } read)
        {
            ((double)read.Value).ShouldBe(early!.Value, 0.000001, where);
            read.Value.ShouldBeInRange(read.Low, read.High, where);
        }
    }

    private static async Task SameCustomersAsync(CompanyTables tables, CohortRequest question, CohortResult result, string where)
    {
        var row = result.Cohorts.Append(result.Pooled).MaxBy(row => row.Cells.Sum(cell => cell.Numerator ?? 0))!;
        var (age, cell) = question.Ages.Zip(row.Cells).MaxBy(pair => pair.Second.Numerator ?? 0);
        foreach (var (part, count) in new[] { (CellPart.Numerator, cell.Numerator ?? 0), (CellPart.Denominator, cell.Denominator ?? 0), (CellPart.Immature, cell.Immature) })
        {
            var drilled = await tables.Cohorts.DrillAsync(
                new CohortDrillRequest(question, row.CohortStart, row.By, age, part, 0, 10_000), AccessScope.Company, CancellationToken.None);
            drilled.Count.ShouldBe(count, where);
            drilled.Rows.Count.ShouldBe((int)count, where);
        }
    }
}
