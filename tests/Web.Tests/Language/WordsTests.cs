using System.Reflection;
using System.Text.RegularExpressions;
using PrivateDomainBI.Core;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Tests.Language;

public sealed partial class WordsTests
{
    private static readonly IReadOnlyList<(string Name, Text Text)> All =
    [
        .. typeof(Words).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Append(typeof(Words))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Text))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (Text)field.GetValue(null)!)),
        .. KnownWords.All.Select(pair => (pair.Key, pair.Value)),
    ];

    [Fact]
    public void EveryText_IsInBothLanguages()
    {
        All.Count.ShouldBeGreaterThan(200);
        All.ShouldAllBe(entry => entry.Text.Zh.Trim().Length > 0 && entry.Text.En.Trim().Length > 0);
    }

    [Fact]
    public void English_HoldsNoChinese() =>
        All.Where(entry => Chinese().IsMatch(entry.Text.En)).Select(entry => entry.Name).ShouldBeEmpty();

    [Fact]
    public void BothLanguages_HaveTheSamePlaces() =>
        All.Where(entry => !Places(entry.Text.Zh).SequenceEqual(Places(entry.Text.En))).Select(entry => entry.Name).ShouldBeEmpty();

    [Fact]
    public void Pages_HoldNoTextOfTheirOwn()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Web", "Pages"), "*.cshtml", SearchOption.AllDirectories).ToList();
        pages.Count.ShouldBeGreaterThan(15);
        // The name of each language is written in that language, whichever is shown.
        foreach (var page in pages)
        {
            var markup = File.ReadAllText(page).Replace(">中文</a>", "></a>", StringComparison.Ordinal).Replace("\"、\"", "", StringComparison.Ordinal);
            Chinese().Matches(markup).Select(match => match.Value).ShouldBeEmpty(page);
        }
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
