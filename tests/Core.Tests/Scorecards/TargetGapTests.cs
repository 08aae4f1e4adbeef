using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Scorecards;

public sealed class TargetGapTests
{
    private static readonly ScorecardPeriod Period = new("2026-11", Grain.Month, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), "Asia/Shanghai");

    private static readonly Arbitrary<(int Value, int? Target)[]> Members =
        (from value in Gen.Choose(-500, 5000)
         from target in Gen.Choose(0, 4000)
         from has in Gen.Elements(true, true, false)
         select (value, has ? target : (int?)null)).ArrayOf().ToArbitrary();

    [Fact]
    public void Of_ByHand_NamesTheRemainder()
    {
        var gap = Of([(8, 10), (5, 4), (2, null)], 20);

        gap.Total.ShouldBe(new GapFigure(15, 20));
        gap.Members.Select(member => (member.Id, member.Gap)).ShouldBe([("m0", -2m), ("m1", 1m)]);
        (gap.WithoutTarget, gap.TargetsDiffer).ShouldBe((2, -6));
    }

    [Fact]
    public void Of_Any_AddsUpToTheLastDigit() => Prop.ForAll(Members, Gen.Choose(0, 20_000).ToArbitrary(), (members, target) =>
    {
        var gap = Of(members, target);

        (gap.Members.Sum(member => member.Gap) + gap.WithoutTarget + gap.TargetsDiffer).ShouldBe(gap.Total.Gap);
        gap.WithoutTarget.ShouldBe(members.Where(member => member.Target is null).Sum(member => (decimal)member.Value));
    }).QuickCheckThrowOnFailure();

    // A member of whom nothing was counted still misses all of her target.
    [Fact]
    public void Of_MemberWithoutARow_MissesAllOfIt() =>
        TargetGap.Of(Answer([]), Period, "employee", 10, [("idle", "Idle", 4m)]).ShouldSatisfyAllConditions(
            it => it.Members.Single().Gap.ShouldBe(-4), it => it.TargetsDiffer.ShouldBe(-6), it => it.WithoutTarget.ShouldBe(0));

    private static TargetGap Of((int Value, int? Target)[] members, decimal target)
    {
        var named = members.Select((member, i) => (Id: $"m{i}", member.Value, member.Target)).ToList();
        return TargetGap.Of(
            Answer([.. named.Select(member => Row(member.Id, member.Value))]), Period, "employee", target,
            [.. named.Where(member => member.Target is not null).Select(member => (member.Id, member.Id, (decimal)member.Target!.Value))]);
    }

    private static MetricResult Answer(IReadOnlyList<MetricRow> rows) => new(
        Some.Metric("sales").Info, new ResultRange(Period.From, Period.To, Grain.All, "Asia/Shanghai"), Period.To, Period.To, 1, 0, "company", "now",
        rows, Row("", rows.Sum(row => row.Value ?? 0)), [], "", "", 0);

    private static MetricRow Row(string id, decimal value) => new(
        null, new Dictionary<string, string> { ["employee"] = id }, new Dictionary<string, string>(), value, null, null, null, null, 0, null, Provisional: false, []);
}
