using System.Globalization;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Segments;

/// <summary>Says the rules of a segment in one sentence, in both languages.</summary>
internal static class RuleWords
{
    public static Text Of(Rule rule) => new(Say(rule, isChinese: true, isInner: false), Say(rule, isChinese: false, isInner: false));

    private static string Say(Rule rule, bool isChinese, bool isInner) => rule switch
    {
        AllOf { Rules: [var only] } => Say(only, isChinese, isInner),
        AnyOf { Rules: [var only] } => Say(only, isChinese, isInner),
        AllOf all => Joined(all.Rules, isChinese ? "，且" : " and ", isChinese, isInner),
        AnyOf any => Joined(any.Rules, isChinese ? "，或" : " or ", isChinese, isInner),
        NotSo not => isChinese ? $"并非（{Say(not.Rule, isChinese, isInner: false)}）" : $"not ({Say(not.Rule, isChinese, isInner: false)})",
        _ => Text(Leaf(rule), isChinese),
    };

    private static string Joined(IReadOnlyList<Rule> rules, string word, bool isChinese, bool isInner)
    {
        var text = string.Join(word, rules.Select(rule => Say(rule, isChinese, isInner: true)));
        return isInner ? isChinese ? $"（{text}）" : $"({text})" : text;
    }

    private static string Text(Text text, bool isChinese) => isChinese ? text.Zh : text.En;

    private static Text Leaf(Rule rule) => rule switch
    {
        OneOf { Attribute: "in_group" } groups => Filled("在类型为{0}的社群中", "in a group of type {0}", Values(groups.Attribute, groups.Values)),
        OneOf { Attribute: "list" } list => Filled("在名单 {0} 上", "on the list {0}", Values(list.Attribute, list.Values)),
        OneOf one => Filled("{0}是{1}", "{0} is {1}", Trait(one.Attribute), Values(one.Attribute, one.Values)),
        IsSo flag => flag.Yes ? Trait(flag.Attribute) : Filled("并非{0}", "not {0}", Trait(flag.Attribute)),
        Within { IsWithin: true } day => Filled(SegmentWords.Happenings[day.Attribute].Zh, SegmentWords.Happenings[day.Attribute].En, Number(day.Days)),
        Within day => Filled("{0}已超过 {1} 天", "{0} more than {1} days ago", Trait(day.Attribute), Number(day.Days)),
        Between { Days: { } days } between => Filled("最近 {1} 天{0}", "{0} in the last {1} days", Bounds(between), Number(days)),
        Between between => Bounds(between),
        Tagged tagged => Filled(tagged.All ? "同时带标签{0}" : "带标签{0}", tagged.All ? "tagged all of {0}" : "tagged {0}", Values("tags", tagged.Tags)),
        TaggedIn category => Filled("有“{0}”类标签", "has a tag of {0}", new Text(category.Category, category.Category)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, message: null),
    };

    private static Text Bounds(Between between) => (between.AtLeast, between.AtMost) switch
    {
        ({ } least, { } most) => Filled("{0} {1} 至 {2}", "{0} {1} to {2}", Trait(between.Attribute), Amount(least), Amount(most)),
        ({ } least, null) => Filled("{0}至少 {1}", "{0} {1} or more", Trait(between.Attribute), Amount(least)),
        (_, { } most) => Filled("{0}至多 {1}", "{0} {1} at most", Trait(between.Attribute), Amount(most)),
        _ => throw new ArgumentOutOfRangeException(nameof(between), between, message: null),
    };

    private static Text Values(string trait, IReadOnlyList<string> values)
    {
        var named = values.Select(value => Words.Member(trait, value) ?? new Text(value, value)).ToList();
        return new Text(string.Join("、", named.Select(text => text.Zh)), named.Count == 1 ? named[0].En : string.Join(", ", named.SkipLast(1).Select(text => text.En)) + " or " + named[^1].En);
    }

    private static Text Trait(string name) => SegmentWords.Traits[name];

    private static Text Number(int number) => Amount(number);

    private static Text Amount(decimal amount)
    {
        var text = amount.ToString("#,0.##", CultureInfo.InvariantCulture);
        return new Text(text, text);
    }

    private static Text Filled(string zh, string en, params Text[] values) => new(
        string.Format(CultureInfo.InvariantCulture, zh, [.. values.Select(value => value.Zh)]),
        string.Format(CultureInfo.InvariantCulture, en, [.. values.Select(value => value.En)]));
}
