using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Tests.Explain;

public sealed class MemberMovesTests
{
    private const decimal Dust = 0.00000000000000000001m;

    /// <summary>Up to eight members with 0–400 customers in each period, none more counted than there are.</summary>
    private static Arbitrary<IReadOnlyList<MemberFigures>> Companies { get; } =
        Gen.Choose(0, 400).Two().Two().ListOf().Resize(8)
            .Select(counts => (IReadOnlyList<MemberFigures>)[.. counts.Select((count, index) => Rate($"m{index}", Ordered(count.Item1), Ordered(count.Item2)))])
            .ToArbitrary();

    [Fact]
    public void OfRate_OneChannelWorseSharesAlike_IsAllItsOwn()
    {
        var moves = MemberMoves.OfRate([Rate("douyin", (80, 100), (60, 100)), Rate("store_qr", (90, 100), (90, 100))])!;

        moves.Members.Select(move => (move.Member.Id, move.Rate, move.Mix)).ShouldBe([("douyin", -0.1m, 0m), ("store_qr", 0m, 0m)]);
    }

    [Fact]
    public void OfRate_SameRatesOtherShares_IsAllMixAndEachMembersSignIsRight()
    {
        var moves = MemberMoves.OfRate([Rate("douyin", (50, 100), (75, 150)), Rate("store_qr", (90, 100), (45, 50))])!;

        // Douyin grew from below average, store_qr shrank from above: both are a minus, (0.75-0.5)*(0.5-0.65) and (0.25-0.5)*(0.9-0.65).
        moves.Members.Select(move => (move.Rate, move.Mix)).ShouldBe([(0m, -0.0375m), (0m, -0.0625m)]);
        moves.Total.ShouldBe(-0.1m);
    }

    [Fact]
    public void OfRate_MemberThatGrowsFromAboveAverage_IsAPlus()
    {
        var moves = MemberMoves.OfRate([Rate("good", (90, 100), (180, 200)), Rate("poor", (50, 100), (50, 100))])!;

        moves.Members.ShouldAllBe(move => move.Rate == 0 && move.Mix > 0);
    }

    [Fact]
    public void OfRate_ChannelThatComesOrGoes_MovesTheMixAlone()
    {
        var moves = MemberMoves.OfRate([Rate("new", (0, 0), (50, 100)), Rate("gone", (10, 20), (0, 0)), Rate("store_qr", (90, 100), (90, 100))])!;

        moves.Members.ShouldAllBe(move => move.Rate == 0);
        moves.Total.ShouldBe((140m / 200) - (100m / 120), Dust);
    }

    [Fact]
    public void OfRate_AmountWithoutWeight_StillAddsUp()
    {
        // Net growth over an opening pool: the new store opens with nobody and gains 30, the online one has none in either.
        var moves = MemberMoves.OfRate([Rate("old", (10, 100), (5, 110)), Rate("new", (0, 0), (30, 0)), Rate("online", (2, 0), (7, 0))])!;

        moves.Total.ShouldBe((42m / 110) - (12m / 100), Dust);
        moves.Members[1].Rate.ShouldBe((30m / 110), Dust);
        moves.Members[1].Mix.ShouldBe(0, Dust);
        moves.Members[2].Rate.ShouldBe((7m / 110) - (2m / 100), Dust);
    }

    [Fact]
    public void OfRate_AnyTwoPeriods_PartsAddUpToTheMove() =>
        Prop.ForAll(Companies, members =>
            MemberMoves.OfRate(members) is { } moves
                ? Math.Abs(moves.Total - Move(members)!.Value) < Dust
                : Move(members) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void OfRate_MemberWhoseRateIsTheSame_HasNoRateEffect() =>
        Prop.ForAll(Companies, Gen.Choose(0, 7).ToArbitrary(), (members, at) =>
        {
            if (members.Count == 0)
                return true;
            var same = members[at % members.Count];
            List<MemberFigures> changed = [.. members.Select(member => member == same ? member with { After = Times(member.Before, 3) } : member)];
            return MemberMoves.OfRate(changed) is not { } moves || moves.Members[at % members.Count].Rate == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfRate_PeriodsSwapped_NegatesEveryPart() =>
        Prop.ForAll(Companies, members =>
        {
            var forth = MemberMoves.OfRate(members);
            var back = MemberMoves.OfRate([.. members.Select(member => member with { Before = member.After, After = member.Before })]);
            return forth is null == back is null && (forth is null || forth.Members.Zip(back!.Members).All(pair =>
                Math.Abs(pair.First.Rate + pair.Second.Rate) < Dust && Math.Abs(pair.First.Mix + pair.Second.Mix) < Dust));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfRate_OtherNamesInOtherOrder_ChangesNothing() =>
        Prop.ForAll(Companies, members =>
        {
            var forth = MemberMoves.OfRate(members);
            var back = MemberMoves.OfRate([.. members.Select(member => member with { Id = "x" + member.Id, Label = "" }).Reverse()]);
            return forth is null || forth.Members.Zip(back!.Members.Reverse()).All(pair => pair.First.Rate == pair.Second.Rate && pair.First.Mix == pair.Second.Mix);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfRate_MemberSplitIntoTwoAlikeHalves_LeavesTheTotals() =>
        Prop.ForAll(Companies, members =>
        {
            List<MemberFigures> halves = [.. members.SelectMany(member => new[] { Half(member), Half(member) })];
            return MemberMoves.OfRate(members) is not { } whole || MemberMoves.OfRate(halves) is not { } split
                || (Math.Abs(whole.Rate - split.Rate) < Dust && Math.Abs(whole.Mix - split.Mix) < Dust);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounded_AnyTwoPeriods_AddUpToTheDifferenceOfTheRoundedRates() =>
        Prop.ForAll(Companies, Gen.Choose(1, 6).ToArbitrary(), (members, digits) =>
        {
            if (MemberMoves.OfRate(members) is not { } moves)
                return true;
            var move = Math.Round(Whole(members, member => member.After)!.Value, digits) - Math.Round(Whole(members, member => member.Before)!.Value, digits);
            var rounded = moves.Rounded(move, digits);
            return rounded.Total == move && rounded.Members.All(member => member.Rate == Math.Round(member.Rate, digits) && member.Mix == Math.Round(member.Mix, digits));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfSum_MembersComingAndGoing_AddUpToTheMove()
    {
        var moves = MemberMoves.OfSum([Sum("a", 5, 0), Sum("b", 3, 1), Sum("c", 0, 4)], -3);

        moves.Members.Select(move => (move.Member.Id, move.Rate, move.Mix)).ShouldBe([("a", -5m, 0m), ("b", -2m, 0m), ("c", 4m, 0m)]);
        moves.Overlap.ShouldBe(0);
    }

    [Fact]
    public void OfSum_CustomersOfSeveralMembers_OverlapMakesUpTheRest()
    {
        // Ten buyers of a, ten of b, five of them both: 15; then the same ten of each, none both: 20.
        var moves = MemberMoves.OfSum([Sum("a", 10, 10), Sum("b", 10, 10)], 5);

        moves.Overlap.ShouldBe(5);
        moves.Total.ShouldBe(5);
    }

    [Fact]
    public void StandsOut_AllMovedAlikeOrThereIsOneMember_IsNothing()
    {
        MemberMoves.OfRate([Rate("a", (80, 100), (60, 100)), Rate("b", (40, 50), (30, 50))])!.StandsOut().ShouldBe(0, Dust);
        MemberMoves.OfRate([Rate("a", (80, 100), (60, 100))])!.StandsOut().ShouldBe(0);
        MemberMoves.OfSum([Sum("a", 10, 20), Sum("b", 100, 200)], 110).StandsOut().ShouldBe(0, Dust);
    }

    [Fact]
    public void StandsOut_OneMemberMovedAll_BeatsTheSameMoveSpreadOverMany()
    {
        var one = MemberMoves.OfRate([Rate("a", (80, 100), (60, 100)), Rate("b", (80, 100), (80, 100))])!;
        var many = MemberMoves.OfRate([.. Enumerable.Range(0, 40).Select(at => Rate($"e{at}", (4, 5), (at % 2 == 0 ? 2 : 4, 5)))])!;

        many.Total.ShouldBe(one.Total * 2, Dust);
        one.StandsOut().ShouldBe(0.05m);
        many.StandsOut().ShouldBeLessThan(one.StandsOut());
    }

    [Fact]
    public void StandsOut_MemberAgainstTheMove_DoesNotCount() =>
        // The whole falls by 5; a alone would have it fall by 10. B's rise explains nothing of a fall.
        MemberMoves.OfSum([Sum("a", 50, 40), Sum("b", 50, 55)], -5).StandsOut().ShouldBe(10m - (5m * 90 / 195));

    [Fact]
    public void StandsOut_WhatIsNotAttributed_DoesNotCount()
    {
        MemberMoves.OfSum([Sum("a", 50, 20), Sum("b", 50, 50)], -30).StandsOut().ShouldBeGreaterThan(0);
        MemberMoves.OfSum([Sum(Dimensions.Unattributed, 50, 20), Sum("b", 50, 50)], -30).StandsOut().ShouldBe(0);
    }

    private static decimal? Move(IReadOnlyList<MemberFigures> members) =>
        Whole(members, member => member.After) - Whole(members, member => member.Before);

    // Computed apart from the code under test.
    private static decimal? Whole(IReadOnlyList<MemberFigures> members, Func<MemberFigures, Figure> period)
    {
        var customers = members.Sum(member => period(member).Weight);
        return customers == 0 ? null : members.Sum(member => period(member).Amount) / customers;
    }

    private static (int Counted, int Of) Ordered((int, int) pair) => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));

    private static Figure Times(Figure figure, decimal factor) => new(figure.Amount * factor, figure.Weight * factor);

    private static MemberFigures Half(MemberFigures member) => member with { Before = Times(member.Before, 0.5m), After = Times(member.After, 0.5m) };

    private static MemberFigures Rate(string id, (int Counted, int Of) before, (int Counted, int Of) after) =>
        new(id, id, new Figure(before.Counted, before.Of), new Figure(after.Counted, after.Of));

    private static MemberFigures Sum(string id, decimal before, decimal after) => new(id, id, new Figure(before, 0), new Figure(after, 0));
}
