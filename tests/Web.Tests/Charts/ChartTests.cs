using System.Text.Json.Nodes;
using PrivateDomainBI.Web.Charts;

namespace PrivateDomainBI.Web.Tests.Charts;

public sealed class ChartTests
{
    [Fact]
    public void Bars_Immature_AreHatched_AndMatureOnesAreNot()
    {
        var (option, _) = BarsChart.Build([Some.Point(0.28m), Some.Point(0.19m, immature: true)], "ratio", "zh");
        var data = option.Json["series"]![0]!["data"]!.AsArray();
        data[0]!["itemStyle"]!["decal"].ShouldBeNull();
        data[1]!["itemStyle"]!["decal"].ShouldNotBeNull();
        data[1]!["itemStyle"]!["borderColor"]!.GetValue<string>().ShouldBe(Ink.Accent);
    }

    [Theory]
    [InlineData("ratio", 0.86)]
    [InlineData("money", 900_000)]
    [InlineData("count", 5_000)]
    public void Bars_StartAtZero(string unit, double value)
    {
        var (option, scale) = BarsChart.Build([Some.Point((decimal)value), Some.Point((decimal)(value * 1.02))], unit, "zh");
        scale.Min.ShouldBe(0);
        scale.Cut.ShouldBeFalse();
        option.Json["yAxis"]!["min"]!.GetValue<decimal>().ShouldBe(0);
    }

    [Fact]
    public void Bars_BelowZero_AreNotCutOff()
    {
        var (_, scale) = BarsChart.Build([Some.Point(-500), Some.Point(1500)], "money", "en");
        scale.Min.ShouldBeLessThanOrEqualTo(-500);
        scale.Max.ShouldBeGreaterThanOrEqualTo(1500);
    }

    // The axis reaches the reference while it leaves room for the values themselves; one far off is told in words alone.
    [Theory]
    [InlineData(180, 200, true)]
    [InlineData(250, 250, true)]
    [InlineData(900, 900, false)]
    public void Reference_WithinReach_IsDrawn(int from, int to, bool isDrawn)
    {
        var reference = new Reference(from, to);
        ChartPoint[] points = [Some.Point(90), Some.Point(150)];
        foreach (var (option, scale) in new[] { BarsChart.Build(points, "money", "en", reference), TrendChart.Build(points, "money", "en", reference) })
        {
            var series = option.Json["series"]!.AsArray().Single(s => s!["$quiet"] is null)!;
            (series["markLine"]?["data"]?[0]?["yAxis"]?.GetValue<decimal>()).ShouldBe(isDrawn ? to : null);
            (series["markArea"] is not null).ShouldBe(isDrawn && from < to);
            scale.Max.ShouldBeGreaterThanOrEqualTo(isDrawn ? to : 150);
            scale.Max.ShouldBeLessThan(400);
        }
    }

    [Fact]
    public void Null_IsAGap_NeverZero()
    {
        ChartPoint[] points = [Some.Point(0.9m), Some.Point(null, immature: true), Some.Point(0.8m)];
        foreach (var option in new[]
        {
            TrendChart.Build(points, "ratio", "zh").Option,
            BarsChart.Build(points, "ratio", "zh").Option,
            BreakdownChart.Build(points, "ratio", "zh").Option,
            LinesChart.Build([new ChartSeries("a", "A", "$series-1", points)], ["1", "2", "3"], ["1", "2", "3"], "ratio", "zh").Option,
        })
        {
            var series = option.Json["series"]!.AsArray().Single(s => s!["$quiet"] is null)!;
            var data = series["data"]!.AsArray();
            data.Count.ShouldBe(3);
            data[1]!["value"].ShouldBeNull();
            data[0]!["value"]!.GetValue<decimal>().ShouldBe(90);
        }
    }

    [Fact]
    public void Trend_ImmaturePoints_AreHollow_AndTheBandHasAGapWhereThereIsNoValue()
    {
        var (option, _) = TrendChart.Build(
            [Some.Point(0.9m, low: 0.88m, high: 0.92m), Some.Point(null, immature: true), Some.Point(0.85m, immature: true, low: 0.8m, high: 0.9m)], "ratio", "zh");
        var series = option.Json["series"]!.AsArray();
        series.Count.ShouldBe(3);
        series[0]!["data"]![1].ShouldBeNull();
        series[1]!["data"]![0]!.GetValue<decimal>().ShouldBe(4);
        series[2]!["data"]![0]!["symbol"]!.GetValue<string>().ShouldBe("circle");
        series[2]!["data"]![2]!["symbol"]!.GetValue<string>().ShouldBe("emptyCircle");
        series[2]!["connectNulls"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void Trend_ProvisionalStretch_IsDashedAndTheSolidLineEndsBeforeIt()
    {
        var (option, _) = TrendChart.Build([Some.Point(0.9m), Some.Point(0.91m), Some.Point(0.7m, provisional: true)], "ratio", "zh");
        var series = option.Json["series"]!.AsArray();
        series[0]!["data"]![2]!["value"].ShouldBeNull();
        series[1]!["lineStyle"]!["type"]!.GetValue<string>().ShouldBe("dashed");
        series[1]!["data"]![0].ShouldBeNull();
        series[1]!["data"]![1]!["value"]!.GetValue<decimal>().ShouldBe(91);
        series[1]!["data"]![2]!["value"]!.GetValue<decimal>().ShouldBe(70);
    }

    [Fact]
    public void Trend_OfARate_MayBeCut_AndSaysSo_ACountMayNot()
    {
        TrendChart.Build([Some.Point(0.89m), Some.Point(0.91m)], "ratio", "zh").Scale.Cut.ShouldBeTrue();
        TrendChart.Build([Some.Point(890), Some.Point(910)], "count", "zh").Scale.Min.ShouldBe(0);
        TrendChart.Build([Some.Point(0.99m, high: 1m)], "ratio", "zh").Scale.Max.ShouldBe(100);
    }

    [Fact]
    public void Scale_HoldsEveryValue_InRoundSteps()
    {
        foreach (var high in new[] { 0.3m, 1, 7, 99, 101, 2_499, 19_999, 20_001, 123_456, 250_000_000 })
        {
            var scale = Scale.Of("money", "zh", [0, high], mayCut: false);
            scale.At("money", high)!.Value.ShouldBeLessThanOrEqualTo(scale.Max);
            (scale.Max % scale.Step).ShouldBe(0);
            (scale.Max / scale.Step).ShouldBeLessThanOrEqualTo(6);
        }
    }

    [Fact]
    public void Colours_AreRoles_SoThatOneOptionServesLightDarkAndPaper()
    {
        var json = TrendChart.Build([Some.Point(0.9m, low: 0.8m, high: 0.95m)], "ratio", "zh").Option.ToJson()
            + BarsChart.Build([Some.Point(0.9m, immature: true)], "ratio", "zh").Option.ToJson();
        json.ShouldNotContain("#");
        json.ShouldNotContain("rgb");
    }

    [Fact]
    public void Option_IsSafeBetweenScriptTags()
    {
        var (option, _) = BarsChart.Build([Some.Point(1) with { Name = "</script><b>", Tip = ["<!--"] }], "count", "zh");
        option.ToJson().ShouldNotContain("<");
    }

    [Fact]
    public void Channels_KeepTheirColourWhateverStandsBesideThem()
    {
        var together = Ink.SeriesFor(["new_one", "douyin", "store_qr"]);
        Ink.SeriesFor(["douyin"])[0].ShouldBe(together[1]);
        together.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Sparkline_BreaksAtAGap_AndEndsWhereTheDataEnd()
    {
        var spark = Sparkline.Of([(1, true), (2, true), (null, false), (3, true), (2, true)]);
        spark.Line.Count(c => c == 'M').ShouldBe(2);
        spark.Line.Count(c => c == 'L').ShouldBe(2);
        spark.Tail.ShouldBeNull();
        spark.DotX.ShouldBe(155);
        Sparkline.Of([(null, false)]).Line.ShouldBeEmpty();
    }

    [Fact]
    public void Sparkline_StretchThatIsNotFinal_IsDrawnApart()
    {
        var spark = Sparkline.Of([(1, true), (2, true), (5, false)]);
        spark.Line.Count(c => c == 'L').ShouldBe(1);
        spark.Tail.ShouldNotBeNull();
        spark.Hollow.ShouldBeTrue();
    }
}
