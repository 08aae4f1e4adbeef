using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Tests.Segments;

public sealed class RuleWordsTests
{
    public static TheoryData<string> Examples => [.. SegmentWords.Examples];

    [Theory]
    [MemberData(nameof(Examples))]
    public void EveryExampleOfThePage_CanBeReadAndSaid(string rule)
    {
        var text = RuleWords.Of(Read($"label: {{ zh: 试, en: Try }}\nrules:\n  {rule}\n").Rule);
        foreach (var said in new[] { text.Zh, text.En })
        {
            said.ShouldNotBeEmpty();
            said.ShouldNotContain("{");
            said.ShouldNotContain("_");
        }
    }

    [Fact]
    public void Examples_ShowEveryRuleThereIs() =>
        SegmentWords.Examples.Select(rule => rule[..rule.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order().ShouldBe(Trait.All.Select(trait => trait.Name).Order());

    [Fact]
    public void Example_IsGoodAndSaidInBothLanguages()
    {
        var text = RuleWords.Of(Read(SegmentWords.Example).Rule);
        text.Zh.ShouldBe("在用户池中，且购买次数至少 2，且最近一次购买已超过 30 天，且并非（带标签羊毛党）");
        text.En.ShouldBe("in the pool and purchases 2 or more and last bought more than 30 days ago and not (tagged 羊毛党)");
    }

    private static Segment Read(string yaml)
    {
        var problems = new List<Problem>();
        var segment = SegmentFile.Read("f", "f", yaml, version: 1, problems);
        problems.ShouldBeEmpty();
        return segment!;
    }
}
