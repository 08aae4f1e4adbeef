using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Cohorts;

public sealed class CohortRequestReaderTests
{
    private static readonly DateOnly DayAfterData = new(2026, 11, 22);

    [Fact]
    public void Read_NoParameters_IsTwelveMonthsByTwelveMonths()
    {
        var (request, problems) = Read("relation");
        problems.ShouldBeEmpty();
        request!.Members.Range.ShouldBe(new DateRange(new DateOnly(2025, 12, 1), DayAfterData));
        (request.Members.Grain, request.AgeGrain, request.Mode, request.Criterion).ShouldBe((Grain.Month, Grain.Month, AgeMode.Rolling, AgeCriterion.On));
        request.Ages.Select(age => age.Name).ShouldBe(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    }

    [Fact]
    public void Read_Brackets_AreAgesTakenTogether()
    {
        var (request, _) = Read("active", ("age", "day"), ("criterion", "bracket"), ("brackets", "0,1-7, 8-30"));
        request!.Ages.ShouldBe([new CohortAge(0, 0), new CohortAge(1, 7), new CohortAge(8, 30)]);
    }

    [Fact]
    public void Read_EverythingWrong_TellsAllOfItAtOnce()
    {
        var (request, problems) = Read(
            "repurchase", ("chort", "month"), ("cohort", "year"), ("age", "weeks"), ("mode", "roling"), ("criterion", "on_or_after"), ("ages", "0"),
            ("brackets", "1-2"), ("by", "chanel"), ("owner", "me"), ("org", "later"), ("compare", "year"));
        request.ShouldBeNull();
        problems.Select(problem => problem.Code).ShouldBe(
        [
            "unknown_parameter", "unknown_parameter", "unknown_grain", "unknown_grain", "unknown_mode", "criterion_not_offered", "brackets_not_used", "bad_ages",
            "unknown_dimension", "unknown_owner", "unknown_org",
        ], ignoreOrder: true);
        problems[0].Message.ShouldContain("cohort");
        problems.First(problem => problem.Code == "unknown_mode").Message.ShouldContain("rolling");
    }

    [Theory]
    [InlineData("7-1")]
    [InlineData("1-7,2-6")]
    [InlineData("1-7,1-7")]
    [InlineData("a")]
    [InlineData("1-2-3")]
    [InlineData("-1")]
    [InlineData("0-99999")]
    public void Read_BracketThatIsNone_IsRefused(string brackets) =>
        Read("relation", ("age", "day"), ("criterion", "bracket"), ("brackets", brackets)).Problems.ShouldAllBe(problem => problem.Code == "bad_bracket");

    [Fact]
    public void Read_UnknownMeasure_NamesTheNearest() =>
        Read("repurchases").Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("unknown_measure"),
            problem => problem.Message.ShouldContain("repurchase"));

    [Fact]
    public void Read_TwoDimensions_IsRefused() =>
        Read("relation", ("by", "channel,store")).Problems.Single().Code.ShouldBe("too_many_dimensions");

    [Fact]
    public void Read_MoreCellsThanAnybodyLooksAt_IsRefused() =>
        Read("relation", ("from", "2024-01-01"), ("cohort", "day"), ("age", "day"), ("ages", "60")).Problems.Single().Code.ShouldBe("too_many_cells");

    private static (CohortRequest? Request, IReadOnlyList<QuestionProblem> Problems) Read(string measure, params (string Name, string Value)[] parameters) =>
        CohortRequestReader.Read(RepositoryFiles.Cohorts, measure, parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)), DayAfterData);
}
