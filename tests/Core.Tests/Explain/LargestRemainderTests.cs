using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Explain;

namespace PrivateDomainBI.Core.Tests.Explain;

public sealed class LargestRemainderTests
{
    [Fact]
    public void Round_ThreeThirds_AddUpToOne() =>
        LargestRemainder.Round([1m / 3, 1m / 3, 1m / 3], 1, 1).Order().ShouldBe([0.3m, 0.3m, 0.4m]);

    [Fact]
    public void Round_PartThatIsWhole_IsLeftAlone() =>
        LargestRemainder.Round([0m, -1.25m, -0.35m, 2m], 0.3m, 1).ShouldBe([0m, -1.3m, -0.4m, 2m]);

    [Fact]
    public void Round_DustOfDivision_IsNoPart() =>
        LargestRemainder.Round([0.0000000000000000000000000001m, -0.0000000000000000000000000001m, 0.5m], 1, 0).ShouldBe([0m, 0m, 1m]);

    [Fact]
    public void Round_WholeBesideItsParts_StillAddsUp()
    {
        LargestRemainder.Round([0.1m, 0.2m], 0.4m, 1).Sum().ShouldBe(0.4m);
        LargestRemainder.Round([0m, 0.14m, 0.24m], 0.2m, 1).ShouldBe([0m, 0m, 0.2m]);
    }

    [Fact]
    public void Round_AnyParts_AddUpAndAreOffByLessThanAUnit() =>
        Prop.ForAll(
            Gen.Choose(-100_000, 100_000).ListOf().ToArbitrary(),
            thousandths =>
            {
                var parts = thousandths.Select(part => part / 1000m).ToList();
                var whole = Math.Floor(parts.Sum());
                if (parts.Count == 0)
                    return true;
                var rounded = LargestRemainder.Round(parts, whole, 0);
                return rounded.Sum() == whole && parts.Zip(rounded).All(pair => Math.Abs(pair.First - pair.Second) < 1);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Round_PartsTurnedRound_TurnRound() =>
        Prop.ForAll(
            Gen.Choose(-100_000, 100_000).ListOf().Select(list => list.Distinct().ToList()).ToArbitrary(),
            thousandths =>
            {
                // No two of them lose alike, and the whole is exact.
                var parts = thousandths.DistinctBy(part => ((part % 1000) + 1000) % 1000).Select(part => part / 1000m).ToList();
                parts.Add(Math.Ceiling(parts.Sum()) - parts.Sum());
                if (parts.Select(part => part - Math.Floor(part)).Distinct().Count() < parts.Count)
                    return true;
                var (forth, back) = (LargestRemainder.Round(parts, parts.Sum(), 0), LargestRemainder.Round([.. parts.Select(part => -part)], -parts.Sum(), 0));
                return forth.Zip(back).All(pair => pair.First == -pair.Second);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Round_WholeOfMoreDigits_IsRefused() =>
        Should.Throw<ArgumentException>(() => LargestRemainder.Round([1m], 1.05m, 1));
}
