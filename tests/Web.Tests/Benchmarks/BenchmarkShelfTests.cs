using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Web.Benchmarks;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Tests.Charts;

namespace PrivateDomainBI.Web.Tests.Benchmarks;

public sealed class BenchmarkShelfTests
{
    private static readonly Reader Zh = new(Reader.Chinese, "auto");

    [Fact]
    public void Of_TheIndustryOfTheSettings_TellsWhatIsUsualInIt()
    {
        var shelf = Shelf("insurance");

        var usual = shelf.Of(Services.Catalog.Find("cpl")!, Grain.Week, Zh).ShouldNotBeNull();

        shelf.Problems.ShouldBeEmpty();
        usual.Reference.ShouldBe(new Reference(100, 200));
        usual.Line.ShouldBe("行业参考（保险）¥100–¥200");
        // What others are told of another industry is no measure here.
        shelf.Of(Services.Catalog.Find("cac")!, Grain.Week, Zh).ShouldBeNull();
    }

    [Fact]
    public void Of_WithoutAnIndustry_IsNothing()
    {
        var shelf = Shelf("");
        shelf.Of(Services.Catalog.Find("cpl")!, Grain.Week, Zh).ShouldBeNull();
        shelf.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Problems_OfAnIndustryThatNobodyDescribed_NameTheNearest()
    {
        var shelf = Shelf("dentl");
        shelf.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("Business:Industry: unknown industry 'dentl'; did you mean dental,");
        shelf.Of(Services.Catalog.Find("cac")!, Grain.Week, Zh).ShouldBeNull();
    }

    // The chart's note says which line it is, and tells it all the same where the axis does not reach it.
    [Theory]
    [InlineData(0.5, "横向虚线：行业参考")]
    [InlineData(0.05, "行业参考")]
    public void Trend_HeldAgainstABenchmark_SaysSo(double value, string note)
    {
        var question = Some.Question(Some.Rate, 1);
        var answer = Some.Answer(Some.Rate, question, Some.Row(Some.Monday, (decimal)value));
        var view = ChartViews.Trend(answer, question, Zh, staleSince: null, bars: true, new BenchmarkView(new Reference(0.7m, 0.7m), "行业参考", "某处"));
        view.Note.ShouldStartWith(note);
    }

    private static BenchmarkShelf Shelf(string industry) => new(Services.Sql, Services.Catalog, Options.Create(new BusinessOptions { Industry = industry }));
}
