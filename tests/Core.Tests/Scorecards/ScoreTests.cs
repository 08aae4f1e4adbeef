using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;

namespace PrivateDomainBI.Core.Tests.Scorecards;

public sealed class ScoreTests
{
    private sealed record Part(int Value, int Target, int Weight, bool IsDown, bool IsMissing);

    private static readonly Arbitrary<Part[]> Parts =
        (from value in Gen.Choose(0, 400)
         from target in Gen.Choose(1, 300)
         from weight in Gen.Choose(0, 9)
         from isDown in Gen.Elements(true, false)
         from missing in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
         select new Part(value, target, weight, isDown, missing)).ArrayOf().ToArbitrary();

    private static List<TargetLine> Lines(Part[] parts, decimal scale = 1) => [.. parts.Select((part, i) => part.IsMissing
        ? Some.Missing($"m{i}", part.Weight * scale)
        : Some.Line($"m{i}", part.Value, part.Target, part.Weight * scale, part.IsDown ? "down" : "up"))];

    // 0.4 × 80 % + 0.4 × 150 % (of 300 %) + 0.2 × 125 % (4 where 5 were allowed).
    [Fact]
    public void Of_ByHand_IsTheWeightedMeanWithTheCap()
    {
        var score = Score.Of([Some.Line("a", 8, 10, 0.4m), Some.Line("b", 30, 10, 0.4m), Some.Line("c", 4, 5, 0.2m, "down"), Some.Line("shown", 0, 10, weight: null)]);

        score.Value.ShouldBe(1.17m);
        score.IsPartial.ShouldBeFalse();
        score.Weight.ShouldBe(1);
    }

    // What has no value is neither zero nor left out in silence.
    [Fact]
    public void Of_TargetWithoutAValue_IsPartialAndOfTheOthers()
    {
        var score = Score.Of([Some.Line("a", 8, 10, 0.4m), Some.Missing("b", 0.6m)]);

        score.ShouldBe(new Score(0.8m, 0.8m, 1, 0.4m));
        score.IsPartial.ShouldBeTrue();
    }

    [Fact]
    public void Of_NothingScored_IsNoScore()
    {
        Score.Of([Some.Missing("a", 1)]).ShouldBe(new Score(null, null, 1, 0));
        Score.Of([Some.Line("a", 8, 10, weight: null)]).ShouldBe(new Score(null, null, 0, 0));
        Score.Of([]).IsPartial.ShouldBeFalse();
    }

    [Fact]
    public void Of_MetricWithoutDirection_IsShownAndNotScored()
    {
        var line = Some.Line("a", 8, 10, 1, "none");

        line.ShouldSatisfyAllConditions(it => it.Attainment.ShouldBe(0.8m), it => it.Counted.ShouldBeNull(), it => it.Reached.ShouldBeNull(), it => it.Why.ShouldBe(Unscored.NoDirection));
        Score.Of([line]).IsPartial.ShouldBeTrue();
    }

    [Fact]
    public void Of_Any_LiesBetweenItsPartsAndNeverAboveTheCap() => Prop.ForAll(Parts, parts =>
    {
        var lines = Lines(parts);
        var scored = lines.Where(line => line.IsScored).Select(line => line.Counted!.Value).ToList();
        var score = Score.Of(lines);

        (score.Value is null).ShouldBe(scored.Count == 0);
        if (score.Value is { } value)
            value.ShouldBeInRange(scored.Min(), Math.Min(1.5m, scored.Max()));
        score.IsPartial.ShouldBe(parts.Any(part => part is { IsMissing: true, Weight: > 0 }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_WeightsInAnotherUnit_IsTheSame() => Prop.ForAll(Parts, Gen.Choose(1, 1000).ToArbitrary(), (parts, scale) =>
        Score.Of(Lines(parts, scale / 10m)).Value.ShouldBe(Score.Of(Lines(parts)).Value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnotherOrder_IsTheSame() => Prop.ForAll(Parts, parts =>
        Score.Of([.. Lines(parts).OrderBy(line => line.Value).ThenByDescending(line => line.Key, StringComparer.Ordinal)]).ShouldBe(Score.Of(Lines(parts)))).QuickCheckThrowOnFailure();

    // A target that is exactly as well attained as the others changes nothing.
    [Fact]
    public void Of_OneMoreThatIsMetWhereAllAreMet_IsStillAll() => Prop.ForAll(Parts, parts =>
    {
        var met = parts.Select((part, i) => Some.Line($"m{i}", part.Target, part.Target, part.Weight + 1)).ToList();
        Score.Of([.. met, Some.Line("more", 7, 7, 3)]).Value.ShouldBe(1);
    }).QuickCheckThrowOnFailure();
}
