using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Explain;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Tests.Explain;

public sealed partial class ExplainSentencesTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 25);

    [Fact]
    public void Of_RateThatFell_NamesSizeCauseAndMixInBothLanguages()
    {
        var told = Rate(0.912m, 0.889m, null, ("douyin", -0.018m, -0.001m), ("store_qr", 0m, -0.004m));

        Say(told, "zh").ShouldBe(["首日留存率 91.2% → 88.9%（−2.3个百分点，转差）：抖音渠道自身 −1.8，渠道结构 −0.5。"]);
        Say(told, "en").ShouldBe(["Day-1 retention 91.2% → 88.9% (−2.3 pp, worse): Douyin itself −1.8, channel mix −0.5."]);
    }

    [Fact]
    public void Of_RestatedNumber_TellsWhatWasReported()
    {
        var told = Rate(0.912m, 0.889m, 0.92m, ("douyin", -0.023m, 0m), ("store_qr", 0m, 0m));

        Say(told, "zh")[1].ShouldBe("2026年9月当时（2026年10月25日）报 92.0%，此后修订 −0.8个百分点；与当时相比 −3.1个百分点。");
        Say(told, "en")[1].ShouldBe("Sep 2026 was 92.0% as reported then (25 Oct 2026) and has been restated by −0.8 pp since; against what was reported −3.1 pp.");
    }

    [Fact]
    public void Of_MoveThatAllShare_SaysThatNobodyStandsOut() =>
        Say(Rate(0.912m, 0.889m, null, ("douyin", -0.0115m, 0m), ("store_qr", -0.0115m, 0m)) is var told
            ? told with { Dimensions = [told.Dimensions[0] with { StandsOut = 0 }] }
            : told, "en")[1].ShouldBe("By channel all moved much alike; nobody stands out.");

    [Fact]
    public void Of_NobodyMature_SaysWhenThereWillBe()
    {
        var told = Rate(0.9m, 0.9m, null) with
        {
            State = ExplainState.Immature,
            Dimensions = [],
            Later = new ExplainedCell(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1), AsOf, null, 0, 0, 1428, new DateOnly(2026, 12, 7)),
        };

        Say(told, "zh").ShouldBe(["首日留存率 2026年10月还不能判断：1,428 位客户都未满观察期，2026年12月7日 全部成熟。"]);
    }

    [Fact]
    public void Of_APeriodBeforeTheData_SaysSinceWhenThereAreAny()
    {
        var told = Rate(0.9m, 0.9m, null) with { State = ExplainState.BeforeData, Dimensions = [], Earlier = null, Since = new DateOnly(2026, 9, 12) };

        Say(told, "zh").ShouldBe(["首日留存率：数据从 2026年9月12日 开始，更早的期间不完整，无从比较。"]);
        Say(told, "en").ShouldBe(["Day-1 retention: the data begin on 12 Sep 2026, so an earlier period is not whole and there is nothing to compare."]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void ShownMove_AnyMembers_AddUpToTheNumbersShown(int members)
    {
        var random = new Random(members);
        for (var tries = 0; tries < 500; tries++)
        {
            var parts = Enumerable.Range(0, members).Select(at => ($"m{at}", Part(random), Part(random))).ToArray();
            var before = 0.5m + Part(random);
            var told = Rate(before, before + parts.Sum(part => part.Item2 + part.Item3), null, parts);

            var move = ShownMove.Of(told, told.Dimensions[0]);

            move.Members.Sum(line => line.Count).ShouldBe(members);
            (move.Members.Sum(line => line.Rate + line.Mix) + move.Maturity + move.Overlap).ShouldBe(move.Change);
            move.Change.ShouldBe(decimal.Round(told.Later.Value!.Value, 3, MidpointRounding.AwayFromZero) - decimal.Round(before, 3, MidpointRounding.AwayFromZero));
            AddsUp(Say(told, "en")[0]).ShouldBeTrue(Say(told, "en")[0]);
        }
    }

    [Fact]
    public void Words_AreInBothLanguagesWithTheSamePlaces()
    {
        var all = typeof(ExplainWords).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (field.Name, Text: (Text)field.GetValue(null)!)).ToList();

        all.Count.ShouldBeGreaterThan(30);
        all.ShouldAllBe(entry => entry.Text.Zh.Length > 0 && entry.Text.En.Length > 0 && !Chinese().IsMatch(entry.Text.En));
        all.Where(entry => !Places(entry.Text.Zh).SequenceEqual(Places(entry.Text.En))).Select(entry => entry.Name).ShouldBeEmpty();
    }

    // “A 50.0% → 51.2% (+1.2 pp, better): m1 itself +0.8, …, maturity −0.3.”
    private static bool AddsUp(string sentence)
    {
        var colon = sentence.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            return true;
        var said = sentence.Contains("unchanged", StringComparison.Ordinal) ? 0 : Number(Signed().Match(sentence[..colon]).Value);
        return Signed().Matches(sentence[colon..]).Sum(match => Number(match.Value)) == said;
    }

    private static decimal Number(string text) => decimal.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);

    private static decimal Part(Random random) => random.Next(-9_000, 9_000) / 1_000_000m;

    private static IReadOnlyList<string> Say(Explanation told, string language) =>
        ExplainSentences.Of(told, told.Dimensions.Count > 0 ? told.Dimensions[0] : null, new Reader(language, "light"));

    private static Explanation Rate(decimal before, decimal after, decimal? reported, params (string Id, decimal Rate, decimal Mix)[] members)
    {
        var info = new MetricInfo("relation_retention_d1", 1, new Text("首日留存率", "Day-1 retention"), "ratio", "up", 1, 0, 30, Additive: false, new Text("", ""));
        var later = new ExplainedCell(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1), AsOf, after, 889, 1000, 0, null);
        var earlier = new ExplainedCell(new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1), AsOf, before, 912, 1000, 0, null);
        var effects = new Effects(members.Sum(member => member.Rate), members.Sum(member => member.Mix), 0, 0, reported is null ? 0 : before - reported.Value);
        return new Explanation(
            info, ExplainState.Explained, AsOf, AsOf.AddDays(-1), 1, "company", "acquirer", later, earlier,
            reported is null ? null : earlier with { AsOf = new DateOnly(2026, 10, 25), Value = reported },
            earlier, after - (reported ?? before), after - before, reported is null ? null : new Restated(0, before - reported.Value),
            [new ExplainedDimension("channel", 1, effects, [.. members.Select(member => new ExplainedMember(
                member.Id, member.Id, new ExplainedFigure(0.5m, 50, 100), new ExplainedFigure(0.5m, 50, 100), member.Rate, member.Mix, member.Rate + member.Mix))])],
            [],
            Since: null);
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[−+][\d.]*\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signed();
}
