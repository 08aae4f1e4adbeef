using PrivateDomainBI.Core.Statistics;

namespace PrivateDomainBI.Core.Tests.Statistics;

public sealed class KaplanMeierTests
{
    // Remission of 21 patients on 6-mercaptopurine, weeks (Freireich 1963; the example of every textbook). Share and error
    // are the product and Greenwood's sum worked out by hand: at 6 weeks 18/21, at 7 weeks 18/21 × 16/17, and so on.
    private static readonly Followed[] Remissions =
    [
        new(6, 3, 1), new(7, 1, 0), new(9, 0, 1), new(10, 1, 1), new(11, 0, 1), new(13, 1, 0), new(16, 1, 0), new(17, 0, 1), new(19, 0, 1),
        new(20, 0, 1), new(22, 1, 0), new(23, 1, 0), new(25, 0, 1), new(32, 0, 2), new(34, 0, 1), new(35, 0, 1),
    ];

    [Theory]
    [InlineData(6, 0.8571, 0.0764, 0.6197, 0.9516)]
    [InlineData(7, 0.8067, 0.0869, 0.5631, 0.9228)]
    [InlineData(10, 0.7529, 0.0963, 0.5032, 0.8894)]
    [InlineData(13, 0.6902, 0.1068, 0.4316, 0.8491)]
    [InlineData(16, 0.6275, 0.1141, 0.3675, 0.8049)]
    [InlineData(22, 0.5378, 0.1282, 0.2678, 0.7468)]
    [InlineData(23, 0.4482, 0.1346, 0.1881, 0.6801)]
    [InlineData(35, 0.4482, 0.1346, 0.1881, 0.6801)]
    public void At_TheTextbookExample_IsTheTextbookAnswer(int week, double share, double error, double low, double high)
    {
        var survival = KaplanMeier.Of(Remissions).At(week).ShouldNotBeNull();
        survival.Share.ShouldBe(share, 0.00006);
        survival.StandardError.ShouldNotBeNull().ShouldBe(error, 0.00006);
        survival.Low.ShouldBe(low, 0.00006);
        survival.High.ShouldBe(high, 0.00006);
    }

    [Fact]
    public void Median_TheTextbookExample_IsTwentyThreeWeeks() => KaplanMeier.Of(Remissions).Median().ShouldBe(23);

    [Fact]
    public void OfEach_TheTextbookExampleOneByOne_IsTheSame()
    {
        // In another order, as rows come in.
        var each = Remissions.Reverse().SelectMany(week => Repeat(week, 1, week.Events).Concat(Repeat(week, 0, week.Censored))).ToList();
        var curve = KaplanMeier.OfEach([.. each.Select(one => one.Week)], [.. each.Select(one => one.Happened)]);

        curve.Counts.ShouldBe((21, 9));
        curve.Median().ShouldBe(23);
        for (var week = 0; week <= 36; week++)
            curve.At(week).ShouldBe(KaplanMeier.Of(Remissions).At(week), $"week {week}");
        KaplanMeier.OfEach([], []).Median().ShouldBeNull();

        static IEnumerable<(ushort Week, byte Happened)> Repeat(Followed week, byte happened, long times) =>
            Enumerable.Repeat(((ushort)week.Time, happened), (int)times);
    }

    [Theory]
    // Exactly one half left counts, also where doubles come to a little more: 5/6 × 4/5 × 3/4.
    [InlineData(6, 3)]
    [InlineData(5, 3)]
    public void Median_EverybodyFollowed_IsTheMiddle(int people, int median) =>
        KaplanMeier.Of(Enumerable.Range(1, people).Select(day => new Followed(day, 1, 0))).Median().ShouldBe(median);

    [Fact]
    public void Median_HalfAreNotThereYet_IsUnknown()
    {
        KaplanMeier.Of([new Followed(3, 1, 1), new Followed(9, 0, 2)]).Median().ShouldBeNull();
        KaplanMeier.Of([]).Median().ShouldBeNull();
    }

    [Fact]
    public void Median_OpenOnes_ArePartOfIt() =>
        // The middle of those that ended is 2; with those that go on it is later: 4/5 × 3/4 × 1/2.
        KaplanMeier.Of([new Followed(1, 1, 0), new Followed(2, 1, 1), new Followed(8, 1, 1)]).Median().ShouldBe(8);

    [Fact]
    public void At_OneDayOfEventsAndCensoring_CountsTheCensoredAsAtRisk()
    {
        // Two of four on day 3, one last seen that day: all four were at risk, and two are left for day 4.
        var curve = KaplanMeier.Of([new Followed(3, 2, 1), new Followed(4, 1, 0)]);
        curve.At(3).ShouldNotBeNull().Share.ShouldBe(0.5, 1e-12);
        curve.At(3)!.AtRisk.ShouldBe(4);
        curve.At(4).ShouldNotBeNull().Share.ShouldBe(0);
    }

    [Fact]
    public void At_BeyondWhoWasFollowed_IsUnknown()
    {
        KaplanMeier.Of(Remissions).At(36).ShouldBeNull();
        KaplanMeier.Of([]).At(0).ShouldBeNull();
    }

    [Fact]
    public void At_BeforeAnyEvent_IsCertainButNotBeyondDoubt()
    {
        var survival = KaplanMeier.Of(Remissions).At(5).ShouldNotBeNull();
        (survival.Share, survival.High, survival.AtRisk).ShouldBe((1, 1, 21));
        survival.Low.ShouldBe(Wilson.Interval(21, 21)!.Value.Low);
    }

    [Fact]
    public void At_EverybodyFollowed_IsThePlainProportion()
    {
        foreach (var (counts, random) in Curves(censored: false))
        {
            var everyone = counts.Sum(count => count.Events + count.Censored);
            var time = random.Next(0, 40);
            var left = everyone - counts.Where(count => count.Time <= time).Sum(count => count.Events);
            KaplanMeier.Of(counts).At(time).ShouldNotBeNull().Share.ShouldBe((double)left / everyone, 1e-9);
        }
    }

    [Fact]
    public void At_AnyCounts_FallsAndHasItsIntervalAroundItWithinZeroAndOne()
    {
        foreach (var (counts, _) in Curves(censored: true))
        {
            var curve = KaplanMeier.Of(counts);
            var before = 1.0;
            for (var time = 0; time <= 41; time++)
            {
                if (curve.At(time) is not { } survival)
                    continue;
                survival.Share.ShouldBeInRange(0, before + 1e-12);
                survival.Low.ShouldBeInRange(0, survival.Share + 1e-12);
                survival.High.ShouldBeInRange(survival.Share - 1e-12, 1);
                before = survival.Share;
            }
        }
    }

    // Times in no order, several rows of one time; without censoring everybody else is followed to the end.
    private static IEnumerable<(List<Followed> Counts, Random Random)> Curves(bool censored)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var counts = Enumerable.Range(0, random.Next(1, 30))
                .Select(_ => new Followed(random.Next(0, 40), random.Next(0, 4), censored ? random.Next(0, 4) : 0))
                .Append(new Followed(40, 0, random.Next(1, 5))).ToList();
            yield return (counts, random);
        }
    }
}
