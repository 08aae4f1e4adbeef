using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web.Tests.Scorecards;

// What is shown adds up to the difference of the numbers shown, and the others have what the members' targets leave.
public sealed class GapViewTests
{
    private static readonly Reader English = new(Reader.English, "light");
    private static readonly Reader Chinese = new(Reader.Chinese, "light");
    private static readonly ScorecardPeriod Period = new("2026-09", Grain.Month, new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1), "Asia/Shanghai");

    [Fact]
    public void Of_Rate_SaysWhoTakesHowManyPoints()
    {
        var gap = Of("ratio", "up", new GapFigure(0.30m, 0.35m), [new("a", "Ann", 0.3m, 0.4m, 0.5m, -0.05m), new("b", "Bea", 0.5m, 0.45m, 0.25m, 0.0125m)], -0.0625m, 0.05m);

        var (zh, en) = (GapView.Of(gap, Chinese), GapView.Of(gap, English));

        en.Sentences.ShouldBe(["Conversion 30.0% against a target of 35.0% (−5.0 pp, not reached): Ann −5.0, Bea +1.2, those without a target −6.2, their targets against the company's +5.0."]);
        zh.Sentences.ShouldBe(["转化率 30.0%，目标 35.0%（−5.0个百分点，未达成）：员工Ann −5.0，员工Bea +1.2，没有目标的部分 −6.2，各自目标与公司目标之差 +5.0。"]);
        en.Falls.Lines.Select(line => $"{line.Name}|{line.Numbers}|{line.Own}").ShouldBe(
            ["Ann|30.0% / 40.0%|−5.0", "Bea|50.0% / 45.0%|+1.2", "Those without a target||−6.2", "Their targets against the company's||+5.0", "Together|30.0% / 35.0%|−5.0 pp"]);
    }

    // 1,000 were meant, 400 of them by those with targets: the others were to make 600 and made 700.
    [Fact]
    public void Of_SumWhoseTargetsLeaveARest_HoldsTheOthersAgainstThatRest()
    {
        var view = GapView.Of(Of("money", "up", new GapFigure(1_050, 1_000), [new("a", "Ann", 350, 400, null, -50)], 700, -600), English);

        view.Falls.Lines.Select(line => $"{line.Name}|{line.Numbers}|{line.Own}").ShouldBe(["Ann|¥350 / ¥400|−¥50", "Those without a target|¥700 / ¥600|+¥100", "Together|¥1,050 / ¥1,000|+¥50"]);
        view.Sentences.ShouldBe(["Conversion ¥1,050 against a target of ¥1,000 (+¥50, reached): Ann −¥50, those without a target +¥100."]);
    }

    // Twenty small ones have one line; less is better, so what is above its limit is worse.
    [Fact]
    public void Of_ManyMembersOfWhichLessIsBetter_PutsTheRestTogether()
    {
        List<GapMember> members = [.. Enumerable.Range(0, 20).Select(i => new GapMember($"m{i:00}", $"m{i:00}", 30 - i, 10, null, 20 - i))];
        var view = GapView.Of(Of("count", "down", new GapFigure(members.Sum(member => member.Value!.Value), 200), members, 0, 0), English);

        view.Falls.Lines.Count.ShouldBe(10);
        view.Falls.Lines[8].ShouldSatisfyAllConditions(line => line.Name.ShouldBe("12 others"), line => line.Own.ShouldBe("+78"), line => line.OwnBar.Tone.ShouldBe("worse"));
        view.Sentences[0].ShouldBe("Conversion 410 against a target of 200 (+210, not reached): m00 +20, m01 +19, m02 +18, the rest by employee +153.");
    }

    private static TargetGap Of(string unit, string direction, GapFigure total, IReadOnlyList<GapMember> members, decimal without, decimal differ) => new(
        new MetricInfo("m", 1, new Text("转化率", "Conversion"), unit, direction, null, null, 30, Additive: unit != "ratio", new Text("", "")),
        Period, "employee", Period.To.AddDays(-1), 1, "company", total, without, differ, 0, null, Provisional: false, members);
}
