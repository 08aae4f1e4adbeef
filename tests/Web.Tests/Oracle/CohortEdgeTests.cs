using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>Edges that random companies seldom meet, worked out by hand.</summary>
[Collection(CompanyTables.OneAtATime)]
public sealed class CohortEdgeTests(TestEngine engine)
{
    private static readonly DateTime Join = new(2024, 3, 20, 10, 0, 0);
    private static readonly DateOnly Through = new(2024, 12, 31);

    [Fact]
    public async Task Active_OnTheLastDayThatIsKept_CountsOnOrAfter()
    {
        var company = Company(
            [new Relation("t:a", "E1", Join, null, "", "1"), new Relation("t:b", "E1", Join, null, "", "1")],
            [new Happening("e1", "cart_added", Join.AddDays(90), "t:a", "", ""), new Happening("e2", "cart_added", Join.AddDays(91), "t:b", "", "")], []);

        var cell = await CellAsync(company, "active", Grain.Day, AgeMode.Rolling, AgeCriterion.OnOrAfter, new CohortAge(3, 3));

        (cell.Numerator, cell.Denominator).ShouldBe((1, 2));
    }

    // Handed over on the 2nd, gone on the 5th, added by herself on the 20th and gone within the hour: in no evening's pool
    // since she joined, whatever it was before in that month.
    [Fact]
    public async Task Relation_HeldOnlyBeforeJoining_DoesNotCountInTheMonthOfJoining()
    {
        var company = Company(
            [
                new Relation("t:a", "E1", Join.AddDays(-18), Join.AddDays(-15), "customer_deleted", "202"),
                new Relation("t:a", "E2", Join, Join.AddHours(1), "customer_deleted", "1"),
            ], [], []);

        var cell = await CellAsync(company, "relation", Grain.Month, AgeMode.Calendar, AgeCriterion.Bracket, new CohortAge(0, 0));

        (cell.Numerator, cell.Denominator).ShouldBe((0, 1));
    }

    // First bought on 20 March and again 30 days later: of age 1 by 19 April, and settled a week after that.
    [Theory]
    [InlineData("2024-04-25", 0, 0, 1)]
    [InlineData("2024-04-26", 1, 1, 0)]
    public async Task Repurchase_OnTheDayItMatures_IsMature(string completeThrough, int numerator, int denominator, int immature)
    {
        var company = Company([], [], [Paid("o1", Join), Paid("o2", Join.AddDays(30))]);

        var cell = await CellAsync(
            company, "repurchase", Grain.Month, AgeMode.Rolling, AgeCriterion.On, new CohortAge(1, 1), DateOnly.Parse(completeThrough, System.Globalization.CultureInfo.InvariantCulture));

        (cell.Numerator, cell.Denominator, cell.Immature).ShouldBe((numerator, denominator, immature));
        cell.MatureOn.ShouldBe(new DateOnly(2024, 4, 26));
    }

    // Gone and back: retained, but the early reading is of those who never left.
    [Fact]
    public async Task Relation_GoneAndBack_IsRetainedButHasLeftForTheEarlyReading()
    {
        var company = Company(
            [
                new Relation("t:a", "E1", Join, Join.AddDays(2), "customer_deleted", "1"), new Relation("t:a", "E1", Join.AddDays(5), null, "", "1"),
                new Relation("t:b", "E1", Join, null, "", "1"),
                new Relation("t:c", "E1", Join.AddDays(11), null, "", "1"),
            ], [], []);

        var cell = await CellAsync(company, "relation", Grain.Day, AgeMode.Rolling, AgeCriterion.On, new CohortAge(10, 10), new DateOnly(2024, 3, 31));

        (cell.Value, cell.Denominator, cell.Immature).ShouldBe((1, 2, 1));
        // On day 2 one of two leaves; the third was followed for no such day.
        cell.Early.ShouldNotBeNull().Value.ShouldBe(0.5m);
        cell.Early!.Estimate.ShouldBeTrue();
    }

    private static Order Paid(string id, DateTime at) => new(id, "t:a", at, 10, "paid", "", "", IsTest: false);

    private static Company Company(IReadOnlyList<Relation> relations, IReadOnlyList<Happening> events, IReadOnlyList<Order> orders) =>
        new([new Employee("E1", []), new Employee("E2", [])], [], [], relations, [], events, orders, [], [], [], [], [], [], [], [], []);

    private async Task<CohortCell> CellAsync(
        Company company, string measure, Grain age, AgeMode mode, AgeCriterion criterion, CohortAge at, DateOnly? completeThrough = null)
    {
        await using var tables = await CompanyTables.CreateAsync(engine);
        await tables.FillAsync(company, completeThrough ?? Through);
        var members = new MetricRequest(
            measure, new DateRange(new DateOnly(2024, 3, 1), new DateOnly(2024, 4, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>());
        var answer = await tables.Cohorts.AnswerAsync(new CohortRequest(members, age, [at], mode, criterion), AccessScope.Company, CancellationToken.None);
        return answer.Cohorts.Single().Cells.Single();
    }
}
