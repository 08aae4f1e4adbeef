using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Explain;

public sealed class ExplainRequestReaderTests
{
    private static readonly DateOnly DayAfterData = new(2026, 11, 17);
    private static readonly DateRange October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1));

    [Theory]
    [InlineData("", "2026-10-01", "2026-11-01", "2026-09-01", "2026-10-01")]
    [InlineData("from=2026-07-01&to=2026-10-01", "2026-07-01", "2026-10-01", "2026-04-01", "2026-07-01")]
    [InlineData("from=2026-11-09&to=2026-11-16", "2026-11-09", "2026-11-16", "2026-11-02", "2026-11-09")]
    [InlineData("from=2026-11-09&to=2026-11-16&vs=year", "2026-11-09", "2026-11-16", "2025-11-10", "2025-11-17")]
    [InlineData("from=2026-02-01&to=2026-03-01&vs=year", "2026-02-01", "2026-03-01", "2025-02-01", "2025-03-01")]
    [InlineData("from=2026-10-05&to=2026-10-15", "2026-10-05", "2026-10-15", "2026-09-25", "2026-10-05")]
    [InlineData("vsFrom=2026-06-01&vsTo=2026-07-01", "2026-10-01", "2026-11-01", "2026-06-01", "2026-07-01")]
    public void Read_Ranges_AreWhatAReaderExpects(string query, string from, string to, string versusFrom, string versusTo)
    {
        var (request, problems) = Read("net_sales", query);

        problems.ShouldBeEmpty();
        request!.Range.ShouldBe(new DateRange(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));
        request.Versus.ShouldBe(new DateRange(DateOnly.Parse(versusFrom, null), DateOnly.Parse(versusTo, null)));
        // Other windows of the same channel would tell the same move five times.
        string[] again = ["conversion_channel_1d", "conversion_channel_14d", "conversion_channel_30d", "first_touch_channel"];
        request.By.ShouldBe(RepositoryFiles.Catalog.Find("net_sales")!.Dimensions.Except(again));
        request.By.ShouldContain("conversion_channel");
    }

    // By hours and days of the week a rate moves by luck, and nobody can be called about it; whoever asks by them is told.
    [Theory]
    [InlineData(Dimensions.Hour)]
    [InlineData(Dimensions.Weekday)]
    public void Read_HourOrWeekday_IsAskedForByName(string dimension)
    {
        var (unasked, _) = Read("orders", "");
        var (asked, problems) = Read("orders", "by=" + dimension);

        unasked!.By.ShouldNotContain(dimension);
        problems.ShouldBeEmpty();
        asked!.By.ShouldBe([dimension]);
    }

    [Fact]
    public void Read_TheRest_IsReadLikeAnyQuestion()
    {
        var (request, _) = Read("net_sales", "by=region&filter=channel:a&filter=channel:b&owner=now&org=now&asOf=2026-11-10");

        request!.By.ShouldBe(["region"]);
        request.Filters["channel"].ShouldBe(["a", "b"]);
        request.Owner.ShouldBe(Owner.Now);
        request.Org.ShouldBe(Organisation.Now);
        request.AsOf.ShouldBe(new DateOnly(2026, 11, 10));
    }

    [Theory]
    [InlineData("grain=month", "unknown_parameter")]
    [InlineData("form=2026-10-01", "unknown_parameter")]
    [InlineData("from=2026-10-01", "incomplete_range")]
    [InlineData("vsFrom=2026-10-01", "incomplete_range")]
    [InlineData("vsFrom=2026-08-01&vsTo=2026-08-01", "empty_range")]
    [InlineData("vsFrom=2026-10-15&vsTo=2026-11-01", "not_earlier")]
    [InlineData("vsFrom=2026-08-01&vsTo=2026-09-01&vs=year", "two_comparisons")]
    [InlineData("vs=last", "unknown_comparison")]
    [InlineData("by=region,channel", "one_dimension")]
    [InlineData("by=chanel", "unknown_dimension")]
    [InlineData("vsFrom=x&vsTo=2026-09-01", "bad_date")]
    [InlineData("vs=year&vs=previous", "repeated_parameter")]
    public void Read_WhatCannotBeMeant_IsRefused(string query, string code) =>
        Read("net_sales", query).Problems.Select(problem => problem.Code).ShouldContain(code);

    [Fact]
    public void Read_UnknownParameter_NamesTheNearest() =>
        Read("net_sales", "vsform=2026-10-01").Problems.Single().Message.ShouldContain("vsFrom");

    [Fact]
    public void Read_SeveralProblems_AreToldAtOnce() =>
        Read("net_sale", "vs=last&by=chanel").Problems.Select(problem => problem.Code).ShouldBe(["unknown_metric", "unknown_dimension", "unknown_comparison"], ignoreOrder: true);

    private static (ExplainRequest? Request, IReadOnlyList<QuestionProblem> Problems) Read(string metric, string query) => ExplainRequestReader.Read(
        RepositoryFiles.Catalog,
        metric,
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1])),
        DayAfterData,
        (_, _) => October);
}
