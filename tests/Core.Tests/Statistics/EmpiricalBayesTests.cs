using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Tests.Statistics;

public sealed class EmpiricalBayesTests
{
    private static readonly Tally[] Campaigns = [new(30, 1000), new(55, 1200), new(18, 800), new(90, 2000), new(12, 300)];

    private static readonly Arbitrary<Tally[]> Groups = Gen.Choose(1, 400)
        .SelectMany(of => Gen.Choose(0, of).Select(hits => new Tally(hits, of)))
        .ArrayOf().Where(group => group.Length is > 1 and < 40).ToArbitrary();

    // The worked fixture of the design, computed there by coordinate search.
    [Fact]
    public void Fit_WorkedFixture_FindsItsMeanAndSize()
    {
        var prior = EmpiricalBayes.Fit(Campaigns).ShouldNotBeNull();

        prior.Mean.ShouldBe(0.037149, 5e-7);
        prior.Size.ShouldBe(631.2, 0.05);
        Campaigns.Select(tally => Math.Round(100 * prior.Shrink(tally).Mean, 3)).ShouldBe([3.277, 4.284, 2.896, 4.312, 3.807]);
    }

    [Fact]
    public void Fit_NobodyCounted_IsNull() => EmpiricalBayes.Fit([new(0, 0), new(0, 0)]).ShouldBeNull();

    [Fact]
    public void Fit_RatesThatDoNotDiffer_PoolsThem()
    {
        var prior = EmpiricalBayes.Fit([new(10, 100), new(20, 200), new(30, 300)]).ShouldNotBeNull();

        prior.Size.ShouldBe(EmpiricalBayes.MostSize);
        prior.Mean.ShouldBe(0.1, 1e-5);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Fit_AllAlike_NeverClaimsCertainty(int share, double end)
    {
        Tally[] group = [new(50 * share, 50), new(90 * share, 90)];

        var prior = EmpiricalBayes.Fit(group).ShouldNotBeNull();

        Math.Abs(prior.Mean - end).ShouldBeInRange(1e-4, 0.01);
        var (mean, low, high) = prior.Shrink(group[0]);
        low.ShouldBeLessThan(mean);
        high.ShouldBeGreaterThan(mean);
    }

    [Fact]
    public void Shrink_AnyGroup_LiesBetweenOwnRateAndMean() => Prop.ForAll(Groups, group =>
    {
        var prior = EmpiricalBayes.Fit(group)!;
        prior.Size.ShouldBeInRange(EmpiricalBayes.LeastSize, EmpiricalBayes.MostSize);
        foreach (var tally in group)
        {
            var own = (double)tally.Hits / tally.Of;
            var (mean, low, high) = prior.Shrink(tally);
            mean.ShouldBeInRange(Math.Min(own, prior.Mean) - 1e-12, Math.Max(own, prior.Mean) + 1e-12);
            low.ShouldBeLessThanOrEqualTo(mean);
            high.ShouldBeGreaterThanOrEqualTo(mean);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shrink_SameRateOfMoreCustomers_MovesLess() => Prop.ForAll(Groups, group =>
    {
        var prior = EmpiricalBayes.Fit(group)!;
        var moves = new[] { 1, 10, 100, 1000 }.Select(times => Math.Abs(prior.Shrink(new Tally(3 * times, 10 * times)).Mean - 0.3)).ToList();
        moves.ShouldBe(moves.OrderDescending());
        (moves[^1] / moves[0]).ShouldBeLessThan(1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_AnyOrder_IsTheSameToTheLastBit() => Prop.ForAll(Groups, group =>
        EmpiricalBayes.Fit([.. group.Reverse()]).ShouldBe(EmpiricalBayes.Fit(group))).QuickCheckThrowOnFailure();

    // No neighbour of the answer is likelier: the search has found a top, whatever the group.
    [Fact]
    public void Fit_AnyGroup_IsATopOfTheLikelihood() => Prop.ForAll(Groups, group =>
    {
        var prior = EmpiricalBayes.Fit(group)!;
        if (group.Sum(tally => tally.Hits) is 0 || group.All(tally => tally.Hits == tally.Of))
            return;
        double LogLikelihood(double mean, double size) => group.Sum(tally => new BetaPrior(mean, size).LogLikelihood(tally));
        var top = LogLikelihood(prior.Mean, prior.Size);
        foreach (var (mean, size) in new[] { (1.01, 1.0), (0.99, 1.0), (1.0, 1.05), (1.0, 0.95) })
        {
            if (prior.Mean * mean < 1)
                LogLikelihood(prior.Mean * mean, Math.Clamp(prior.Size * size, EmpiricalBayes.LeastSize, EmpiricalBayes.MostSize)).ShouldBeLessThan(top + 1e-5);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.05, 40)]
    [InlineData(0.37, 120)]
    [InlineData(0.9, 15)]
    public void Fit_SimulatedGroup_RecoversWhatItWasMadeOf(double mean, double size)
    {
        var random = new Random(20261124);
        var rates = new Beta(mean * size, (1 - mean) * size, random);
        var tallies = Enumerable.Range(0, 1500).Select(_ =>
        {
            var of = random.Next(30, 400);
            return new Tally(new Binomial(rates.Sample(), of, random).Sample(), of);
        }).ToList();

        var prior = EmpiricalBayes.Fit(tallies).ShouldNotBeNull();

        prior.Mean.ShouldBe(mean, 0.01);
        prior.Size.ShouldBe(size, size * 0.12);
    }

    // Nine in ten 90 % intervals hold the truth, and shrinking is nearer to it than the rates themselves.
    [Fact]
    public void Shrink_SimulatedGroup_CoversTheTruthAndIsNearer()
    {
        var random = new Random(7);
        var rates = new Beta(0.3 * 50, 0.7 * 50, random);
        var members = Enumerable.Range(0, 2000).Select(_ =>
        {
            var (truth, of) = (rates.Sample(), random.Next(10, 120));
            return (Truth: truth, Tally: new Tally(new Binomial(truth, of, random).Sample(), of));
        }).ToList();
        var prior = EmpiricalBayes.Fit(members.Select(member => member.Tally))!;

        var shrunk = members.Select(member => (member.Truth, Own: (double)member.Tally.Hits / member.Tally.Of, Shrunk: prior.Shrink(member.Tally))).ToList();

        shrunk.Average(member => member.Shrunk.Low <= member.Truth && member.Truth <= member.Shrunk.High ? 1.0 : 0.0).ShouldBe(0.9, 0.02);
        shrunk.Average(member => Math.Pow(member.Shrunk.Mean - member.Truth, 2)).ShouldBeLessThan(0.8 * shrunk.Average(member => Math.Pow(member.Own - member.Truth, 2)));
    }

    [Theory]
    [InlineData(1, 1, 0.05, 0.05)] // uniform
    [InlineData(2, 1, 0.25, 0.5)] // P = x²
    [InlineData(1, 3, 0.875, 0.5)] // P = 1 − (1 − x)³
    [InlineData(0.5, 0.5, 0.5, 0.5)] // arcsine
    public void Quantile_ClosedForms_AreMet(double a, double b, double p, double x) => BetaQuantile.Of(a, b, p).ShouldBe(x, 1e-10);

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(3_700, 96_300)]
    [InlineData(0.9, 700)]
    [InlineData(23.4, 600)]
    public void Quantile_AnyParameters_InvertsTheDistribution(double a, double b)
    {
        foreach (var p in new[] { 0.05, 0.5, 0.95 })
            BetaQuantile.Below(BetaQuantile.Of(a, b, p), a, b).ShouldBe(p, 1e-8);
    }

    // Large parameters are nearly normal: mean ± 1.645 standard deviations.
    [Fact]
    public void Quantile_LargeParameters_AreNearlyNormal()
    {
        var deviation = Math.Sqrt(0.25 / 100_001);
        BetaQuantile.Of(50_000, 50_000, 0.95).ShouldBe(0.5 + (1.6448536 * deviation), 1e-7);
    }
}
