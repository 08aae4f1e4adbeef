using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Tests.Ranking;

public sealed class RanksTests
{
    private static readonly Dictionary<string, Unranked> Nobody = [];

    private static readonly Arbitrary<(int Hits, int Of)[]> Tallies = Gen.Choose(0, 200)
        .SelectMany(of => Gen.Choose(0, of).Select(hits => (Hits: hits, Of: of))).ArrayOf().ToArbitrary();

    // Two of two would lead by its own rate; among two hundred others it is luck.
    [Fact]
    public void Of_RateOfFew_DoesNotLead()
    {
        var ranking = Rank(Info(minN: 2), [Rate("few", 2, 2), Rate("good", 90, 100), Rate("fair", 80, 100), Rate("poor", 60, 100)]);

        ranking.Members.Select(member => member.Id).ShouldBe(["good", "few", "fair", "poor"]);
        ranking.Members.Select(member => member.Rank).ShouldBe([1, 2, 3, 4]);
        ranking.Find("few")!.Value.ShouldBe(1);
        ranking.Find("few")!.Shrunk!.Value.ShouldBeInRange(0.6m, 0.9m);
    }

    [Fact]
    public void Of_DirectionDown_PutsTheLowestFirst() =>
        Rank(Info(direction: "down"), [Rate("a", 50, 100), Rate("b", 10, 100)]).Members[0].Id.ShouldBe("b");

    [Fact]
    public void Of_MembersThatAreNotCompared_AreShownWithTheirReason()
    {
        var apart = new Dictionary<string, Unranked> { ["moc"] = Unranked.WithoutKpis, ["gone"] = Unranked.Departed };

        var ranking = Ranks.Of(
            Info(),
            [Rate("a", 60, 100), Rate("few", 9, 29), Rate("moc", 99, 100), Rate("gone", 98, 100), Rate(Dimensions.Unattributed, 97, 100), Rate("new", 0, 0), Rate("b", 50, 100)],
            Dimensions.Employee,
            apart);

        ranking.Members.Where(member => member.Ranked).Select(member => member.Id).ShouldBe(["a", "b"]);
        ranking.Members.Where(member => !member.Ranked).ToDictionary(member => member.Id, member => member.Reason!.Value).ShouldBe(
            new Dictionary<string, Unranked>
            {
                ["moc"] = Unranked.WithoutKpis,
                ["gone"] = Unranked.Departed,
                [Dimensions.Unattributed] = Unranked.Unattributed,
                ["few"] = Unranked.BelowMinN,
                ["new"] = Unranked.NothingCounted,
            },
            ignoreOrder: true);
        ranking.Members.ShouldAllBe(member => member.Id == "new" || member.Value != null);
        ranking.Find("moc")!.Shrunk.ShouldBeNull("it is none of the group");
        ranking.Find("few")!.Shrunk.ShouldNotBeNull();
        ranking.Group.ShouldSatisfyAllConditions(group => group.Members.ShouldBe(5), group => group.Ranked.ShouldBe(2));
    }

    // Those set apart are no evidence about the others.
    [Fact]
    public void Of_UnitsWithoutKpis_LeaveTheAverageAlone()
    {
        MetricRow[] peers = [Rate("a", 30, 100), Rate("b", 45, 100), Rate("c", 52, 130)];
        var alone = Rank(Info(), peers);

        var beside = Ranks.Of(Info(), [.. peers, Rate("moc", 5000, 5000)], Dimensions.Employee, new Dictionary<string, Unranked> { ["moc"] = Unranked.WithoutKpis });

        beside.Group.Mean.ShouldBe(alone.Group.Mean);
        beside.Find("a")!.Shrunk.ShouldBe(alone.Find("a")!.Shrunk);
    }

    [Fact]
    public void Of_UnknownChannel_IsNotRanked() =>
        Ranks.Of(Info(), [Row("unknown", 0.5m, 50, 100, Dimensions.Channel)], Dimensions.Channel, Nobody).Members[0].Reason.ShouldBe(Unranked.Unattributed);

    [Fact]
    public void Of_EqualMembers_ShareAPlace() =>
        Rank(Info(), [Rate("a", 40, 100), Rate("b", 60, 100), Rate("c", 60, 100), Rate("d", 20, 100)])
            .Members.Select(member => (member.Id, member.Rank!.Value)).ShouldBe([("b", 1), ("c", 1), ("a", 3), ("d", 4)]);

    [Fact]
    public void Of_Sum_IsRankedAsItStands_OnceSomethingWasCounted()
    {
        var ranking = Rank(Info(unit: "money"), [Sum("a", 10), Sum("b", 900), Sum("c", 0), Sum("d", -5)]);

        ranking.Members.Select(member => (member.Id, member.Rank)).ShouldBe([("b", (int?)1), ("a", 2), ("d", 3), ("c", null)]);
        ranking.Members.ShouldAllBe(member => member.Shrunk == null);
        ranking.Group.Mean.ShouldBeNull();
    }

    [Fact]
    public void Of_AverageOfFew_IsNotRanked() =>
        Rank(Info(unit: "money"), [Sum("a", 100) with { Quotient = new QuotientParts(100, 29) }, Sum("b", 50) with { Quotient = new QuotientParts(50, 30) }])
            .Members.Select(member => (member.Id, member.Rank, member.N)).ShouldBe([("b", 1, 30), ("a", (int?)null, 29L)]);

    // Of money given back nothing is counted that a rate could be drawn from; how many orders it is of says who has enough.
    [Fact]
    public void Of_MoneyOfMoney_IsRankedAsItStands()
    {
        var ranking = Rank(Info(direction: "down"), [Share("a", 30, 100, of: 40), Share("b", 0, 100, of: 30), Share("few", 1, 900, of: 29)]);

        ranking.Members.Select(member => (member.Id, member.Rank)).ShouldBe([("b", (int?)1), ("a", 2), ("few", null)]);
        ranking.Members.ShouldAllBe(member => member.Shrunk == null);
        ranking.Group.Mean.ShouldBeNull();
    }

    [Fact]
    public void Of_MetricWithoutDirection_RanksNobody() =>
        Rank(Info(direction: "none"), [Rate("a", 40, 100)]).Members[0].Reason.ShouldBe(Unranked.NoDirection);

    [Fact]
    public void Of_NoRows_IsEmpty() => Rank(Info(), []).Members.ShouldBeEmpty();

    // Ten members that are truly alike differ by chance alone, and the answer says so.
    [Fact]
    public void Of_MembersAlike_SaysThatAllIsNoise()
    {
        var random = new Random(3);
        var alike = Enumerable.Range(0, 40).Select(i => Rate($"m{i}", Enumerable.Range(0, 100).Count(_ => random.NextDouble() < 0.3), 100)).ToArray();
        Rank(Info(), alike).Group.Spread!.NoiseShare.ShouldBeGreaterThan(0.7m);

        var apart = Enumerable.Range(0, 40).Select(i => Rate($"m{i}", i, 100)).ToArray();
        Rank(Info(), apart).Group.Spread!.NoiseShare.ShouldBeLessThan(0.2m);
    }

    [Fact]
    public void Of_AnyGroup_OrdersByTheShrunkenRateAndRanksEveryoneWithEnough() => Prop.ForAll(Tallies, tallies =>
    {
        var ranking = Rank(Info(), [.. tallies.Select((tally, i) => Rate($"m{i}", tally.Hits, tally.Of))]);
        var prior = EmpiricalBayes.Fit(tallies.Select(tally => new Tally(tally.Hits, tally.Of)));

        ranking.Members.Count.ShouldBe(tallies.Length);
        ranking.Group.Ranked.ShouldBe(tallies.Count(tally => tally.Of >= 30));
        var ranked = ranking.Members.TakeWhile(member => member.Ranked).ToList();
        ranked.Count.ShouldBe(ranking.Group.Ranked, "the ranked ones stand first");
        ranked.Zip(ranked.Skip(1)).ShouldAllBe(pair => pair.First.Shrunk > pair.Second.Shrunk
            ? pair.First.Rank < pair.Second.Rank
            : pair.First.Shrunk == pair.Second.Shrunk && pair.First.Rank == pair.Second.Rank);
        foreach (var member in ranked)
        {
            member.Rank.ShouldBe(1 + ranked.Count(other => other.Shrunk > member.Shrunk));
            ((double)member.Shrunk!.Value).ShouldBe(prior!.Shrink(new Tally(member.Numerator!.Value, member.N!.Value)).Mean, 1e-6);
        }
    }).QuickCheckThrowOnFailure();

    private static MemberRanking Rank(MetricInfo metric, IReadOnlyList<MetricRow> rows) => Ranks.Of(metric, rows, Dimensions.Employee, Nobody);

    private static MetricInfo Info(string unit = "ratio", string direction = "up", int minN = 30) =>
        new("m", 1, new Text("m", "m"), unit, direction, null, null, minN, Additive: unit != "ratio", new Text("", ""));

    private static MetricRow Rate(string id, long hits, long of) => Row(id, of == 0 ? null : (decimal)hits / of, hits, of, Dimensions.Employee);

    private static MetricRow Sum(string id, decimal value) => Row(id, value, null, null, Dimensions.Employee);

    private static MetricRow Share(string id, decimal total, decimal over, long of) =>
        Row(id, total / over, null, of, Dimensions.Employee) with { Quotient = new QuotientParts(total, over) };

    private static MetricRow Row(string id, decimal? value, long? hits, long? of, string dimension) =>
        new(null, new Dictionary<string, string> { [dimension] = id }, new Dictionary<string, string>(), value, hits, of, null, null, 0, null, Provisional: false, []);
}
