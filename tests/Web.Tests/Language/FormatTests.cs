using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Tests.Language;

public sealed class FormatTests
{
    private static readonly Format Zh = new(Reader.Chinese);
    private static readonly Format En = new(Reader.English);

    [Theory]
    [InlineData(0.87649, "87.6%")]
    [InlineData(0.8765, "87.7%")]
    [InlineData(0, "0.0%")]
    [InlineData(1, "100.0%")]
    public void Percent_OneDecimal(double ratio, string expected) => Format.Percent((decimal)ratio).ShouldBe(expected);

    [Theory]
    [InlineData("zh", 268.4, "¥268.4")]
    [InlineData("zh", 9876.2, "¥9,876")]
    [InlineData("zh", 9999.6, "¥1.00万")]
    [InlineData("zh", 12800, "¥1.28万")]
    [InlineData("zh", 128000, "¥12.8万")]
    [InlineData("zh", 1280000, "¥128万")]
    [InlineData("zh", 99950000, "¥1.00亿")]
    [InlineData("zh", -12800, "−¥1.28万")]
    [InlineData("zh", -4856, "−¥4,856")]
    [InlineData("zh", -0.04, "¥0")]
    [InlineData("en", 12800, "¥12.8K")]
    [InlineData("en", 999499, "¥999K")]
    [InlineData("en", 999500, "¥1.00M")]
    [InlineData("en", 12800000, "¥12.8M")]
    public void Money_IsShort(string language, double value, string expected) =>
        new Format(language).Inline("money", (decimal)value).ShouldBe(expected);

    [Fact]
    public void Money_KeepsItsFullValueForTheHover() => Zh.Value("money", 12_834.5m).Full.ShouldBe("¥12,834.50");

    [Fact]
    public void Money_BelowZero_HasItsSignFirstEverywhere() =>
        (Zh.Cell("money", -12_834.5m), Zh.Value("money", -12_834.5m).Full).ShouldBe(("−¥12,835", "−¥12,834.50"));

    [Theory]
    [InlineData("zh", 6318, "6,318")]
    [InlineData("zh", 99949, "99,949")]
    [InlineData("zh", 486000, "48.6万")]
    [InlineData("en", 486000, "486K")]
    public void Count_IsWholeUntilItIsLarge(string language, double value, string expected) =>
        new Format(language).Inline("count", (decimal)value).ShouldBe(expected);

    [Fact]
    public void Value_Null_IsADashNeverZero()
    {
        foreach (var unit in new[] { "ratio", "money", "count" })
        {
            Zh.Inline(unit, null).ShouldBe("—");
            Zh.Cell(unit, null).ShouldBe("—");
        }
    }

    [Fact]
    public void Difference_OfRates_IsInPointsWithARealMinus()
    {
        Zh.Difference("ratio", 0.876m, 0.899m).ShouldBe("\u22122.3个百分点");
        En.Difference("ratio", 0.876m, 0.899m).ShouldBe("\u22122.3 pp");
        En.Difference("ratio", 0.9m, 0.886m).ShouldBe("+1.4 pp");
    }

    [Fact]
    public void Difference_OfCounts_IsRelative_AndNothingWhereThereWasNothing()
    {
        Zh.Difference("count", 1042, 1000).ShouldBe("+4.2%");
        Zh.Difference("money", 50, 0).ShouldBeNull();
        Zh.Difference("count", null, 5).ShouldBeNull();
    }

    [Fact]
    public void Sign_OfAChangeThatRoundsToNothing_IsNone()
    {
        Format.Sign("ratio", 0.87601m, 0.87599m).ShouldBe(0);
        Format.Sign("count", 100_001, 100_000).ShouldBe(0);
        Format.Sign("ratio", 0.88m, 0.87m).ShouldBe(1);
        Format.Sign("money", 1, 2).ShouldBe(-1);
    }

    [Fact]
    public void Period_Week_SaysItsDaysAndNumber()
    {
        var monday = new DateOnly(2026, 11, 16);
        Zh.Period(monday, Grain.Week).ShouldBe("11月16日–22日 (W47)");
        En.Period(monday, Grain.Week).ShouldBe("16–22 Nov (W47)");
        En.Period(new DateOnly(2026, 11, 30), Grain.Week).ShouldBe("30 Nov–6 Dec (W49)");
        Zh.Period(new DateOnly(2026, 12, 28), Grain.Week).ShouldBe("2026年12月28日–2027年1月3日 (W53)");
    }

    // Of a payback of which no month is over yet, "not within 0 months" would say nothing.
    [Theory]
    [InlineData(0, "首月未满", "first month not over")]
    [InlineData(3, "未回本（> 3 个月）", "not yet (> 3 mo)")]
    public void NotWithin_SaysHowLongItHasBeenWatched(int months, string zh, string en) => (Zh.NotWithin(months), En.NotWithin(months)).ShouldBe((zh, en));

    [Fact]
    public void Maturing_SaysWhen()
    {
        Zh.Maturing(new DateOnly(2026, 12, 31)).ShouldBe("—（12-31 成熟）");
        En.Maturing(new DateOnly(2026, 12, 31)).ShouldBe("— (matures 31 Dec)");
    }

    [Theory]
    [InlineData("2026-W47", "2026-11-16")]
    [InlineData("2026-W53", "2026-12-28")]
    [InlineData("2025-W53", null)]
    [InlineData("2026-W00", null)]
    [InlineData("2026-47", null)]
    [InlineData("", null)]
    public void ParseWeek_TakesIsoWeeksAlone(string text, string? monday) =>
        (Format.ParseWeek(text) is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null).ShouldBe(monday);

    [Fact]
    public void WeekId_AndParseWeek_AreInverse()
    {
        for (var monday = new DateOnly(2019, 12, 30); monday.Year < 2033; monday = monday.AddDays(7))
            Format.ParseWeek(Format.WeekId(monday)).ShouldBe(monday);
    }
}
