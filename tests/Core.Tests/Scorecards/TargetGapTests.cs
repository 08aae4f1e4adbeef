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

    private static readonly Arbitrary<(int Counted, int Of, int? Target)[]> Rates =
        (from of in Gen.Choose(0, 500)
         from counted in Gen.Choose(0, of)
         from target in Gen.Choose(0, 10_000)
         from has in Gen.Elements(true, true, false)
         select (counted, of, has ? target : (int?)null)).ArrayOf().ToArbitrary();

    [Fact]
    public void Of_ByHand_NamesTheRemainder()
    {
        var gap = Of([(8, 10), (5, 4), (2, null)], 20);

        gap.Total.ShouldBe(new GapFigure(15, 20));
        gap.Members.Select(member => (member.Id, member.Gap, member.Effect, member.Share)).ShouldBe([("m0", -2m, -2m, null), ("m1", 1m, 1m, null)]);
        (gap.WithoutTarget, gap.TargetsDiffer).ShouldBe((2, -6));
    }

    [Fact]
    public void Of_Any_AddsUpToTheLastDigit() => Prop.ForAll(Members, Gen.Choose(0, 20_000).ToArbitrary(), (members, target) =>
    {
        var gap = Of(members, target);

        (gap.Members.Sum(member => member.Effect) + gap.WithoutTarget + gap.TargetsDiffer).ShouldBe(gap.Total.Gap);
        gap.WithoutTarget.ShouldBe(members.Where(member => member.Target is null).Sum(member => (decimal)member.Value));
    }).QuickCheckThrowOnFailure();

    // 60 of 200 are 30 %, five points under 35 %: she who should have reached 40 % takes five of them, being half of all.
    [Fact]
    public void Of_RateByHand_WeighsMembersByTheirShare()
    {
        var gap = OfRate([(30, 100, 0.40m), (25, 50, 0.45m), (5, 50, null)], 0.35m);

        gap.Total.ShouldBe(new GapFigure(0.30m, 0.35m));
        gap.Members.Select(member => (member.Id, member.Value, member.Gap, member.Share, member.Effect))
            .ShouldBe([("m0", 0.3m, -0.1m, 0.5m, -0.05m), ("m1", 0.5m, 0.05m, 0.25m, 0.0125m)]);
        (gap.WithoutTarget, gap.TargetsDiffer).ShouldBe((-0.0625m, 0.05m));
    }

    [Fact]
    public void Of_AnyRate_AddsUpToTheLastDigit() => Prop.ForAll(Rates, Gen.Choose(0, 10_000).ToArbitrary(), (members, target) =>
    {
        if (members.Sum(member => member.Of) == 0)
            return;
        var gap = OfRate([.. members.Select(member => (member.Counted, member.Of, member.Target / 10_000m))], target / 10_000m);

        (gap.Members.Sum(member => member.Effect) + gap.WithoutTarget + gap.TargetsDiffer).ShouldBe(gap.Total.Gap);
        // To a unit of the last place, each is what it is by itself.
        foreach (var (member, told) in members.Select((member, i) => (member, gap.Members.SingleOrDefault(it => it.Id == $"m{i}"))).Where(pair => pair.Item2 is not null))
            told!.Effect.ShouldBe((member.Counted - (member.Of * told.Target)) / members.Sum(it => it.Of), 0.000001m);
    }).QuickCheckThrowOnFailure();

    // Nobody to count is no rate of zero, and takes nothing away from the total.
    [Fact]
    public void Of_MemberOfARateWithoutARow_HasNoValueAndNoEffect() =>
        TargetGap.Of(RateAnswer([("m0", 1, 4)]), Period, "employee", 0.5m, [("m0", "m0", 0.5m), ("idle", "Idle", 0.9m)]).Members
            .Single(member => member.Id == "idle").ShouldBe(new GapMember("idle", "Idle", Value: null, 0.9m, 0, 0));

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

    private static TargetGap OfRate((int Counted, int Of, decimal? Target)[] members, decimal target) => TargetGap.Of(
        RateAnswer([.. members.Select((member, i) => ($"m{i}", member.Counted, member.Of))]), Period, "employee", target,
        [.. members.Select((member, i) => (Id: $"m{i}", member.Target)).Where(member => member.Target is not null).Select(member => (member.Id, member.Id, member.Target!.Value))]);

    private static MetricResult RateAnswer(IReadOnlyList<(string Id, int Counted, int Of)> members) => Answer([.. members.Select(member => Rate(member.Id, member.Counted, member.Of))]) with
    {
        Total = Rate("", members.Sum(member => member.Counted), members.Sum(member => member.Of)),
    };

    private static MetricRow Rate(string id, int counted, int of) => Row(id, 0) with
    {
        Value = of == 0 ? null : Math.Round((decimal)counted / of, 6),
        Numerator = counted,
        Denominator = of,
    };

    private static MetricResult Answer(IReadOnlyList<MetricRow> rows) => new(
        Some.Metric("sales").Info, new ResultRange(Period.From, Period.To, Grain.All, "Asia/Shanghai"), Period.To, Period.To, 1, 0, "company", "now",
        rows, Row("", rows.Sum(row => row.Value ?? 0)), [], "", "", 0);

    private static MetricRow Row(string id, decimal value) => new(
        null, new Dictionary<string, string> { ["employee"] = id }, new Dictionary<string, string>(), value, null, null, null, null, 0, null, Provisional: false, []);
}
