using System.Globalization;
using Microsoft.AspNetCore.Http;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Tests.Charts;

namespace PrivateDomainBI.Web.Tests.Dashboards;

public sealed class ViewTests
{
    private static readonly Reader Zh = new(Reader.Chinese, "auto");

    [Fact]
    public void Split_ManyMembersThatAddUp_BecomeSevenWithOther_AndNothingIsLost()
    {
        var question = Some.Question(Some.Count, 1, "channel");
        var rows = Enumerable.Range(1, 10).Select(n => Some.Row(Some.Monday, n * 10, of: null, channel: $"c{n}")).ToArray();
        var (series, dropped) = SplitSeries.Of(Some.Answer(Some.Count, question, rows), question, [Some.Monday], addsUp: true, Zh);
        series.Count.ShouldBe(ChartSeries.Most);
        dropped.ShouldBe(0);
        series[^1].Name.ShouldBe("其他");
        series.Sum(s => s.Points[0]!.Value).ShouldBe(550);
        series[0].Id.ShouldBe("c10");
    }

    [Fact]
    public void Split_OfRates_IsNeverAddedUp_AndSaysWhatIsNotDrawn()
    {
        var question = Some.Question(Some.Rate, 1, "channel");
        var rows = Enumerable.Range(1, 9).Select(n => Some.Row(Some.Monday, 0.5m, of: n * 100, channel: $"c{n}")).ToArray();
        var (series, dropped) = SplitSeries.Of(Some.Answer(Some.Rate, question, rows), question, [Some.Monday], addsUp: false, Zh);
        series.Count.ShouldBe(ChartSeries.Most);
        dropped.ShouldBe(2);
        series.ShouldAllBe(s => s.Id.Length > 0);
        ChartViews.Split(Some.Answer(Some.Rate, question, rows), question, Zh, staleSince: null).Note.ShouldContain("其余 2 个");
    }

    [Fact]
    public void Card_WorseRate_SaysSoInSignWordAndComparison()
    {
        var question = Some.Question(Some.Rate, 2);
        var last = Some.Monday.AddDays(7);
        var card = KpiCards.From(
            Some.Answer(Some.Rate, question, Some.Row(Some.Monday, 0.899m), Some.Row(last, 0.876m, immature: 12)), question, last, Zh);
        (card.Number, card.Unit, card.Change.Tone).ShouldBe(("87.6", "%", "worse"));
        card.Change.Difference.ShouldBe("\u22122.3个百分点");
        card.Change.Versus.ShouldBe("上周 89.9%");
        card.Note.ShouldBe("12 位未成熟");
        card.Spark.Hollow.ShouldBeTrue();
        card.SparkText.ShouldContain("W37 89.9%");
    }

    [Fact]
    public void Card_OfOrdersWhoseCreditMayChange_SaysFromWhenOn()
    {
        var question = Some.Question(Some.Count, 1, "employee");
        var answer = Some.Answer(Some.Count, question, Some.Row(Some.Monday, 5, of: null));
        KpiCards.From(answer, question, Some.Monday, Zh).Credited.ShouldBeNull();
        KpiCards.From(answer with { Warnings = ["slices_overlap", "credited_through: 2026-09-08"] }, question, Some.Monday, Zh).Credited.ShouldBe("互动数据只到 9月8日，其后订单的归属可能改变");
        // Its own period ends on that day.
        KpiCards.From(answer with { Warnings = ["credited_through: 2026-09-13"] }, question, Some.Monday, Zh).Credited.ShouldBeNull();
    }

    // A dash alone could be taken for nothing, or for a fault.
    [Fact]
    public void Number_OfDaysBeforeTheData_SaysWhyItIsNone()
    {
        var question = Some.Question(Some.Rate, 1);
        var untold = Some.Row(Some.Monday, value: null) with { Warnings = [MetricResult.BeforeData] };
        var answer = Some.Answer(Some.Rate, question, untold);
        var why = Zh[Words.Chart.BeforeData];

        KpiCards.From(answer, question, Some.Monday, Zh).Note.ShouldBe(why);
        ChartViews.Trend(answer, question, Zh, staleSince: null, bars: false).Table.Rows[0][1].ShouldSatisfyAllConditions(cell => cell.Text.ShouldBe(Format.None), cell => cell.Under.ShouldBe(why));
        Funnel.Stages([(answer with { Total = untold }, question)], Zh)[1].Share.ShouldBe(why);
    }

    // The week in which the data begin is shorter than it looks.
    [Fact]
    public void Number_OfAPeriodInWhichTheDataBegin_SaysOfWhichDaysItIs()
    {
        var question = Some.Question(Some.Rate, 1);
        var begins = Some.Row(Some.Monday, value: 0.5m) with { Warnings = [MetricResult.BeginsWithData] };
        var answer = Some.Answer(Some.Rate, question, begins) with { Since = Some.Monday.AddDays(2) };
        var why = Zh[Words.Chart.BeginsWithData];

        KpiCards.From(answer, question, Some.Monday, Zh).Note.ShouldBe(why);
        var trend = ChartViews.Trend(answer, question, Zh, staleSince: null, bars: false);
        trend.Table.Rows[0][1].Under.ShouldBe(why);
        trend.Trust.ShouldContain("数据从 2026年9月9日 开始");
        Trust.Line(answer with { Since = Some.Monday }, Zh, staleSince: null).ShouldNotContain("开始");
        Trust.Line([answer with { Since = Some.Monday }, answer], Zh, staleSince: null).ShouldContain("数据从 2026年9月9日 开始");
    }

    // Twelve cohorts of which the first is the oldest: seven are drawn, the first and the last among them, and all are listed.
    [Fact]
    public void PaybackCurve_OfManyCohorts_DrawsSomeOfEachAgeAndListsAll()
    {
        var question = Some.Question(Some.Count, 12);
        var rows = Enumerable.Range(1, 12).Select(n => Some.Row(Some.Monday.AddDays(7 * (n - 1)), value: null, of: null) with
        {
            Gains = [.. Enumerable.Range(1, 12 - n).Select(month => month * 30m)],
            Quotient = new QuotientParts(1000, n == 2 ? 0 : 120),
        }).ToArray();

        var view = PaybackCurve.Of(Some.Answer(Some.Count, question, rows), question, Zh, staleSince: null)!;

        // The second cost nothing, and of the last no month is over.
        view.Legend.Count.ShouldBe(ChartSeries.Most);
        view.Table.Columns.Count.ShouldBe(1 + 10);
        view.Table.Rows.Count.ShouldBe(11);
        view.Table.Rows[3][1].Text.ShouldBe("1:1.0");
        view.Table.Rows[10][2].Text.ShouldBe(Format.None);
        view.Note.ShouldContain("画出 10 期中的 7 期");
        var lines = view.Option.Json["series"]!.AsArray();
        lines[0]!["data"]!.AsArray().Count(point => point is not null).ShouldBe(11);
        lines[^1]!["data"]!.AsArray().Count(point => point is not null).ShouldBe(1);
        lines[0]!["markLine"]!["data"]![0]!["yAxis"]!.GetValue<decimal>().ShouldBe(1);
    }

    // Those who joined on top, then each stage with its customers behind it; what cannot be judged yet says when.
    [Fact]
    public void Funnel_OfSharesOfTheSameCustomers_StandsBelowThemAndOpensThem()
    {
        var question = Some.Question(Some.Rate, 1) with { Grain = Grain.All };
        var told = Some.Answer(Some.Rate, question, Some.Row(Some.Monday, 0.18m));
        var waits = Some.Answer(Some.Rate, question, Some.Row(Some.Monday, value: null, of: 0, immature: 7) with { Numerator = 0 });

        var stages = Funnel.Stages([(told, question), (waits, question)], Zh);

        stages.Select(stage => (stage.Count, stage.Share, stage.Width)).ShouldBe([("1,000", null, 100m), ("180", "18.0%", 18m), ("0", stages[2].Share, 0m)]);
        stages[2].Share!.ShouldContain("成熟");
        stages[0].Link!.ShouldContain("part=denominator");
        stages[1].Link!.ShouldContain("part=numerator");
        stages[2].Link.ShouldBeNull();

        // Without the data of its first stage it still says how many joined, and what is missing is not zero.
        var missing = Some.Answer(Some.Rate, question, Some.Row(Some.Monday, value: null, of: null));
        var part = Funnel.Stages([(missing, question), (told, question)], Zh);
        part.Select(stage => stage.Count).ShouldBe(["1,000", Format.None, "180"]);
        part[1].Share.ShouldBe(Zh[Words.Kpi.NoData]);
    }

    // -30, 50, nothing, -40, 60 come to -30, 20, 20, -20, 40: above zero once, but for good from the fifth on.
    [Fact]
    public void RunningTotal_AddsPeriodsUp_AndTellsWhenItStaysAboveZero()
    {
        var question = Some.Question(Some.Count, 7);
        MetricRow Week(int n, decimal value) => Some.Row(Some.Monday.AddDays(7 * (n - 1)), value, of: null, provisional: n == 5);
        var rows = new[] { Week(1, -30), Week(2, 50), Week(4, -40), Week(5, 60) };

        var view = RunningTotal.Of(Some.Answer(Some.Count, question, rows), question, Zh, staleSince: null)!;

        view.Table.Rows.Select(row => row[2].Text).ShouldBe(["40", "−20", "20", "20", "−30"]);
        view.Note.ShouldContain("第 5 期");
        var series = view.Option.Json["series"]!.AsArray();
        series[0]!["markLine"]!["data"]![0]!["yAxis"]!.GetValue<decimal>().ShouldBe(0);
        // The last is not over: the line to it is dashed.
        series[0]!["data"]!.AsArray()[4]!["value"].ShouldBeNull();
        series[1]!["data"]!.AsArray()[4]!["value"]!.GetValue<decimal>().ShouldBe(40);

        // A period before anything moved is not counted among those it took.
        RunningTotal.Of(Some.Answer(Some.Count, question, [Some.Row(Some.Monday.AddDays(-7), 0, of: null), .. rows]), question with { Range = new DateRange(Some.Monday.AddDays(-7), question.Range.To) }, Zh, staleSince: null)!
            .Note.ShouldBe(view.Note);
        RunningTotal.Of(Some.Answer(Some.Count, question, rows[..3]), question, Zh, staleSince: null)!.Note.ShouldContain("仍未转正");
        RunningTotal.Of(Some.Answer(Some.Count, question, rows[..1]), question, Zh, staleSince: null).ShouldBeNull();
    }

    [Fact]
    public void PaybackCurve_WithoutCostsOrMonths_IsNotDrawn()
    {
        var question = Some.Question(Some.Count, 1);
        var row = Some.Row(Some.Monday, value: null, of: null);
        PaybackCurve.Of(Some.Answer(Some.Count, question, row), question, Zh, staleSince: null).ShouldBeNull();
        PaybackCurve.Of(Some.Answer(Some.Count, question, row with { Gains = [], Quotient = new QuotientParts(1, 1) }), question, Zh, staleSince: null).ShouldBeNull();
        PaybackCurve.Of(Some.Answer(Some.Count, question, row with { Gains = [1], Quotient = new QuotientParts(1, 0) }), question, Zh, staleSince: null).ShouldBeNull();
    }

    [Fact]
    public void TrustLine_OfSeveralNumbers_SaysWhatMayChangeInAnyOfThem()
    {
        var question = Some.Question(Some.Count, 1, "region");
        var sure = Some.Answer(Some.Count, question, Some.Row(Some.Monday, 5, of: null));
        var unsure = sure with { Warnings = ["credited_through: 2026-09-08"] };
        Trust.Line([sure, unsure], Zh, staleSince: null).ShouldContain("互动数据只到 9月8日");
        Trust.Line([sure, sure], Zh, staleSince: null).ShouldBe(Trust.Line(sure, Zh, staleSince: null));
    }

    // Cards speak of the last whole month while the charts beside them go on to the one that runs.
    [Theory]
    [InlineData("net_sales", "2026-10-01", "2025-11-01", "2026-12-01")]
    [InlineData("repurchase_3m", "2026-07-01", "2025-07-01", "2026-08-01")]
    public void Card_BesideChartsThatGoOn_AsksWhatTheyAskAndSpeaksOfItsOwnPeriod(string name, string period, string from, string to)
    {
        var (question, spokenOf) = KpiCards.Question(
            Services.Catalog.Find(name)!, Grain.Month, Selection.From(QueryCollection.Empty), lastDay: new(2026, 10, 31), completeThrough: new(2026, 11, 18), chartsThrough: new(2026, 11, 18));

        spokenOf.ShouldBe(DateOnly.Parse(period, CultureInfo.InvariantCulture));
        question.Range.ShouldBe(new DateRange(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)));
        question.Compare.ShouldBeNull();
    }

    [Fact]
    public void Card_WhoseAnswerGoesOnToTheRunningPeriod_ShowsNothingOfIt()
    {
        var question = Some.Question(Some.Count, 2);
        var card = KpiCards.From(
            Some.Answer(Some.Count, question, Some.Row(Some.Monday, 100, of: null), Some.Row(Some.Monday.AddDays(7), 7, of: null, provisional: true)), question, Some.Monday, Zh);
        card.Number.ShouldBe("100");
        card.Spark.Tail.ShouldBeNull();
        card.SparkText.ShouldNotContain(" 7");
    }

    [Fact]
    public void Card_OfAMetricThatShouldFall_TurnsTheJudgementRound()
    {
        var falling = Some.Rate with { Direction = "down" };
        var question = Some.Question(falling, 1) with { Compare = Comparison.Previous };
        var before = new ComparedCell(Some.Monday.AddDays(-7), Some.Monday, 0.5m, 1, 2, 0);
        KpiCards.From(Some.Answer(falling, question, Some.Row(Some.Monday, 0.4m, compared: before)), question, Some.Monday, Zh).Change.Tone.ShouldBe("better");
    }

    [Fact]
    public void Card_AfterThePeriodInWhichTheDataBegan_HasNothingToCompareWith()
    {
        var question = Some.Question(Some.Count, 2);
        var last = Some.Monday.AddDays(7);
        var answer = Some.Answer(Some.Count, question, Some.Row(Some.Monday, 10, of: null), Some.Row(last, 100, of: null));
        KpiCards.From(answer with { Since = Some.Monday.AddDays(5) }, question, last, Zh).Change.ShouldBe(Change.None);
        KpiCards.From(answer with { Since = Some.Monday }, question, last, Zh).Change.Versus.ShouldBe("上周 10");
    }

    // Costs are neither better nor worse when they rise, but they have risen.
    [Fact]
    public void Change_OfAMetricWithoutADirection_RisesAndIsNoNews()
    {
        var cost = Some.Count with { Direction = "none" };
        var before = new ComparedCell(Some.Monday.AddDays(-7), Some.Monday, 80, null, null, 0);
        Change.Of(cost, Some.Row(Some.Monday, 100, of: null, compared: before), Comparison.Previous, Zh)
            .ShouldBe(new Change(1, "same", "+25.0%", "上一期（8月31日–9月6日 (W36)） 80"));
    }

    [Fact]
    public void Trend_AgainstTheYearBefore_DrawsItAndTellsItAsATable()
    {
        var question = Some.Question(Some.Count, 2) with { Compare = Comparison.Year };
        var before = new ComparedCell(Some.Monday.AddDays(-364), Some.Monday.AddDays(-357), 80, null, null, 0);
        var answer = Some.Answer(Some.Count, question, Some.Row(Some.Monday, 100, of: null, compared: before), Some.Row(Some.Monday.AddDays(7), 120, of: null));

        var bars = ChartViews.Trend(answer, question, Zh, staleSince: null, bars: true);
        bars.Note.ShouldBe("灰线：去年同期");
        var series = bars.Option.Json["series"]!.AsArray();
        series.Count.ShouldBe(2);
        series[1]!["data"]!.AsArray().Select(value => (decimal?)value).ShouldBe([80, null]);
        series[0]!["data"]![0]!["tip"]!.AsArray().Select(line => (string?)line).ShouldContain("去年同期（9月8日–14日 (W37)） 80；+25.0%");
        bars.Table.Columns.Select(column => column.Text).ShouldBe(["期间", "新增客户", "去年同期", "变化"]);
        bars.Table.Rows.Select(row => string.Join(' ', row.Skip(1).Select(cell => cell.Text))).ShouldBe(["120 — —", "100 80 +25.0%"]);

        ChartViews.Trend(answer, question, Zh, staleSince: null, bars: false).Option.Json["series"]!.AsArray().Count.ShouldBe(2);
        // The period before is the bar before.
        ChartViews.Trend(answer, question with { Compare = Comparison.Previous }, Zh, staleSince: null, bars: true).Option.Json["series"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void Card_AgainstPartOfAPeriod_NamesTheDays()
    {
        var question = Some.Question(Some.Count, 1) with { Compare = Comparison.Previous };
        var before = new ComparedCell(new DateOnly(2026, 8, 31), new DateOnly(2026, 9, 3), 90, null, null, 0);
        KpiCards.From(Some.Answer(Some.Count, question, Some.Row(Some.Monday, 100, of: null, provisional: true, compared: before)), question, Some.Monday, Zh)
            .Change.Versus.ShouldBe("8月31日–9月2日 90");
    }

    [Fact]
    public void Card_NothingMature_SaysWhenInsteadOfZero()
    {
        var question = Some.Question(Some.Rate, 1);
        var card = KpiCards.From(Some.Answer(Some.Rate, question, Some.Row(Some.Monday, null, of: 0, immature: 40)), question, Some.Monday, Zh);
        card.Number.ShouldBe("—");
        card.Note.ShouldBe("—（12-31 成熟）");
    }

    [Fact]
    public void Breakdown_TooFewToJudge_AreNeverRankedAboveTheOthers()
    {
        var question = Some.Question(Some.Rate, 1, "channel") with { Grain = Grain.All };
        var result = Some.Answer(Some.Rate, question, Some.Row(null, 1m, of: 3, channel: "tiny"), Some.Row(null, 0.4m, channel: "a"), Some.Row(null, 0.6m, channel: "b"));
        var ranking = Ranks.Of(result.Metric, result.Rows, "channel", new Dictionary<string, Unranked>());
        var view = ChartViews.Breakdown(result, question, ranking, Zh, staleSince: null);
        view.Table.Rows.Select(row => (row[0].Text, row[1].Text)).ShouldBe([("b", "1"), ("a", "2"), ("tiny", "—")]);
        view.Table.Rows[2][3].Faint.ShouldBeTrue();
        view.Table.Rows[2][3].Under.ShouldBe("n < 30");
    }

    [Fact]
    public void Trend_EveryNumberOpensItsCustomers_WithTheParametersOfTheQuestion()
    {
        var question = Some.Question(Some.Rate, 1) with { Filters = new Dictionary<string, IReadOnlyList<string>> { ["store"] = ["S1"] }, Owner = Owner.Now, Org = Organisation.Now };
        var view = ChartViews.Trend(Some.Answer(Some.Rate, question, Some.Row(Some.Monday, 0.9m)), question, Zh, staleSince: null, bars: false);
        view.Table.Rows[0][3].Link.ShouldBe(
            "/metrics/relation_retention_d1/customers?from=2026-09-07&to=2026-09-14&grain=week&filter=store%3AS1&owner=now&org=now&period=2026-09-07&part=numerator");
    }

    [Fact]
    public void Selection_ReadsWhatItKnows_AndLeavesOutTheRest()
    {
        var selection = Selection.From(new Microsoft.AspNetCore.Http.QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["week"] = "2026-W46",
            ["filter"] = new(["channel:douyin", "", "planet:mars", "store:"]),
            ["owner"] = "now",
            ["org"] = "now",
        }));
        selection.Filters.Keys.ShouldBe(["channel"]);
        selection.Link("/").ShouldBe("/?week=2026-W46&filter=channel%3Adouyin&owner=now&org=now");
    }
}
