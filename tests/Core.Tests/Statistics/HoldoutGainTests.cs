using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Tests.Statistics;

public sealed class HoldoutGainTests
{
    // Treated 100, 50, −20, 0, 0, 0 and held out 40, 20, 0, 0, by hand: averages 21.67 and 15, variances 2,016.67 and 366.67.
    private static readonly AmountArms Uneven = new(6, 130, 12_900, 4, 60, 2_000, 7);

    [Fact]
    public void Of_OneCampaign_IsTheDifferenceOfAveragesTimesTheTreated()
    {
        var gain = HoldoutGain.Of([Uneven])!.Value;

        gain.Amount.ShouldBe(40);
        gain.Low!.Value.ShouldBe(-203.225, 0.0005);
        gain.High!.Value.ShouldBe(283.225, 0.0005);
        gain.Cost.ShouldBe(7);
    }

    // Welch's own arithmetic over the amounts one by one, whatever they are.
    [Fact]
    public void Of_AnyAmounts_HasTheIntervalOfTheAmountsThemselves() => Prop.ForAll(Arm, Arm, (treated, held) =>
    {
        var gain = HoldoutGain.Of([Arms(treated, held)])!.Value;

        var half = 1.959963984540054 * treated.Length * Math.Sqrt((Variance(treated) / treated.Length) + (Variance(held) / held.Length));
        ((double)gain.Amount).ShouldBe((double)((treated.Average() - held.Average()) * treated.Length), 1e-6);
        gain.High!.Value.ShouldBe((double)gain.Amount + half, 1e-3);
        gain.Low!.Value.ShouldBe((double)gain.Amount - half, 1e-3);
    }).QuickCheckThrowOnFailure();

    // The second campaign sells more and held out half: mixed, its holdout would make the first look harmful.
    [Fact]
    public void Of_TwoCampaigns_AddsTheirOwnDifferencesAndNeverMixesTheArms()
    {
        var gain = HoldoutGain.Of([new AmountArms(90, 90, 90, 10, 5, 5, 1), new AmountArms(10, 1_000, 100_000, 10, 900, 81_000, 2)])!.Value;

        gain.Amount.ShouldBe(45 + 100);
        gain.Cost.ShouldBe(3);
    }

    [Fact]
    public void Of_ASingleCustomerInAnArm_HasNoInterval()
    {
        var gain = HoldoutGain.Of([Uneven, new AmountArms(1, 25, 625, 2, 20, 200, 0)])!.Value;

        gain.Amount.ShouldBe(40 + 15);
        (gain.Low, gain.High).ShouldBe((null, null));
    }

    [Fact]
    public void Of_CampaignsWithoutOneOfTheArms_IsNothingAndLeavesThemAndTheirCostOut()
    {
        HoldoutGain.Of([new AmountArms(5, 10, 100, 0, 0, 0, 9), new AmountArms(0, 0, 0, 5, 10, 100, 9)]).ShouldBeNull();
        HoldoutGain.Of([new AmountArms(5, 10, 100, 0, 0, 0, 9), Uneven])!.Value.Cost.ShouldBe(7);
    }

    private static Arbitrary<decimal[]> Arm => Gen.Choose(-50_000, 500_000).Select(cents => cents / 100m).ArrayOf().Where(amounts => amounts.Length > 1).ToArbitrary();

    private static AmountArms Arms(decimal[] treated, decimal[] held) =>
        new(treated.Length, treated.Sum(), Squares(treated), held.Length, held.Sum(), Squares(held), 0);

    private static double Squares(decimal[] amounts) => amounts.Sum(amount => (double)amount * (double)amount);

    private static double Variance(decimal[] amounts) => amounts.Sum(amount => Math.Pow((double)(amount - amounts.Average()), 2)) / (amounts.Length - 1);
}
