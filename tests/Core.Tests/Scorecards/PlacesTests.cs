using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Core.Scorecards;

namespace PrivateDomainBI.Core.Tests.Scorecards;

public sealed class PlacesTests
{
    private static readonly Dictionary<string, Unranked> Nobody = [];

    [Fact]
    public void Given_ByScore_TheBestFirstAndEqualOnesTogether()
    {
        var cards = Places.Given([Card("a", 5), Card("b", 9), Card("c", 9), Card("d", 1)], Nobody);

        cards.Select(card => (card.Id, card.Rank, card.Among)).ShouldBe([("b", 1, 4), ("c", 1, 4), ("a", 3, 4), ("d", 4, 4)]);
    }

    // Other targets, other levels and other scored parts are other groups; who is alone in one has no place.
    [Fact]
    public void Given_CardsOfOtherTargets_AreNotComparedWithEachOther()
    {
        var cards = Places.Given(
            [
                Card("a", 5), Card("b", 9),
                Some.Card("other", Some.Line("gmv", 50, 10, 1)),
                Some.Card("more", Some.Line("sales", 50, 10, 1), Some.Line("gmv", 50, 10, 1)),
                Some.Card("partial", Some.Line("sales", 50, 10, 1), Some.Missing("gmv", 1)),
                Card("store", 5) with { Level = "store" }, Card("region", 9) with { Level = "region" },
            ],
            Nobody);

        cards.Where(card => card.Rank is not null).Select(card => card.Id).ShouldBe(["b", "a"]);
        cards.Where(card => card.Rank is null).ShouldAllBe(card => card.Reason == Unplaced.NoPeers);
    }

    // A target that is shown and not scored makes nobody unlike.
    [Fact]
    public void Given_TargetsWithoutWeight_DoNotSeparate() =>
        Places.Given([Some.Card("a", Some.Line("sales", 5, 10, 1), Some.Line("gmv", 1, 2, null)), Card("b", 9)], Nobody).ShouldAllBe(card => card.Among == 2);

    [Fact]
    public void Given_WhoIsComparedWithNobody_IsShownWithAReason()
    {
        var few = Some.Card("few", Some.Line(new Target("sales", "", 10, 1), "up", Some.Number(99) with { N = 3, TooFew = true }));
        var cards = Places.Given(
            [Card("a", 5), Card("b", 9), Card("moc", 99), Card("gone", 98), few, Some.Card("none", Some.Missing("sales", 1))],
            new Dictionary<string, Unranked> { ["moc"] = Unranked.WithoutKpis, ["gone"] = Unranked.Departed });

        cards.Where(card => card.Rank is not null).Select(card => card.Id).ShouldBe(["b", "a"]);
        cards.Where(card => card.Rank is null).ToDictionary(card => card.Id, card => card.Reason).ShouldBe(
            new Dictionary<string, Unplaced?> { ["moc"] = Unplaced.WithoutKpis, ["gone"] = Unplaced.Departed, ["few"] = Unplaced.BelowMinN, ["none"] = Unplaced.NoScore }, ignoreOrder: true);
        cards.Single(card => card.Id == "moc").Score.ShouldBe(1.5m, "it is shown all the same");
    }

    // Two of two would lead by the rate itself; drawn toward the others it does not.
    [Fact]
    public void Given_Rates_ComparesTheAdjustedOnes()
    {
        Scorecard Rate(string id, decimal own, decimal adjusted) => Some.Card(id, Some.Line(new Target("conv", "", 1, 1), "up", Some.Number(own) with { Adjusted = adjusted }));

        var cards = Places.Given([Rate("lucky", 1, 0.5m), Rate("good", 0.7m, 0.69m)], Nobody);

        cards.Select(card => (card.Id, card.Score, card.AdjustedScore)).ShouldBe([("good", 0.7m, 0.69m), ("lucky", 1m, 0.5m)]);
    }

    [Fact]
    public void Given_AnyOrder_GivesTheSamePlaces() => Prop.ForAll(Gen.Choose(0, 20).ArrayOf().ToArbitrary(), values =>
    {
        var cards = values.Select((value, i) => Card($"c{i:000}", value)).ToList();
        var placed = Places.Given(cards, Nobody);

        placed.Select(card => card.Id).ShouldBe(Places.Given(Enumerable.Reverse(cards), Nobody).Select(card => card.Id));
        if (cards.Count > 1)
            placed.ShouldAllBe(card => card.Rank == 1 + placed.Count(other => other.Score > card.Score));
    }).QuickCheckThrowOnFailure();

    private static Scorecard Card(string id, decimal sales) => Some.Card(id, Some.Line("sales", sales, 10, 1));
}
