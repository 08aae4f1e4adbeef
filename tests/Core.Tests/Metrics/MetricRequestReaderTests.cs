using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Metrics;

public sealed class MetricRequestReaderTests
{
    private static readonly DateOnly DayAfterData = new(2026, 11, 22);

    [Fact]
    public void Read_NoParameters_IsTheLastTwelveMonthsByMonth()
    {
        var (request, problems) = Read("gmv");
        problems.ShouldBeEmpty();
        request!.Range.ShouldBe(new DateRange(new DateOnly(2025, 12, 1), DayAfterData));
        request.Grain.ShouldBe(Grain.Month);
    }

    [Fact]
    public void Read_SeveralFiltersOfOneDimension_AreAlternatives()
    {
        var (request, _) = Read("gmv", ("filter", "channel:a"), ("filter", "channel:b:c"), ("filter", "store:S1"));
        request!.Filters["channel"].ShouldBe(["a", "b:c"]);
        request.Filters["store"].ShouldBe(["S1"]);
    }

    [Fact]
    public void Read_EverythingWrong_TellsAllOfItAtOnce()
    {
        var (request, problems) = Read("gvm", ("form", "2026-01-01"), ("from", "1.1.2026"), ("grain", "months"), ("by", "chanel,store"), ("filter", "channel"), ("owner", "me"), ("org", "later"), ("compare", "before"), ("limit", "-1"), ("order", "size"));
        request.ShouldBeNull();
        problems.Select(problem => problem.Code).ShouldBe(
        [
            "unknown_parameter", "unknown_metric", "unknown_grain", "bad_date", "unknown_dimension", "bad_filter", "unknown_owner", "unknown_comparison", "bad_limit", "unknown_order", "unknown_org",
        ]);
        problems[1].Message.ShouldContain("gmv");
        problems[4].Message.ShouldContain("channel");
    }

    [Fact]
    public void Read_Organisation_IsThatOfThenUnlessNowIsAsked()
    {
        Read("gmv", ("by", "store")).Request!.Org.ShouldBe(Organisation.Then);
        Read("gmv", ("by", "store"), ("org", "then")).Request!.Org.ShouldBe(Organisation.Then);
        Read("gmv", ("by", "store"), ("org", "now")).Request!.Org.ShouldBe(Organisation.Now);
    }

    [Fact]
    public void Read_EmptyRange_IsRefused() =>
        Read("gmv", ("from", "2026-02-01"), ("to", "2026-02-01")).Problems.Single().Code.ShouldBe("empty_range");

    private static (MetricRequest? Request, IReadOnlyList<QuestionProblem> Problems) Read(string metric, params (string Name, string Value)[] parameters) =>
        MetricRequestReader.Read(RepositoryFiles.Catalog, metric, parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)), DayAfterData);
}
