using PrivateDomainBI.Core.Segments;

namespace PrivateDomainBI.Core.Tests.Segments;

public sealed class SegmentFileTests
{
    private const string Head = "label: { zh: 试, en: Try }\nrules:\n";

    [Fact]
    public void Read_EverySegmentOfTheRepository_HasNoProblem()
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "segments"), "*.yaml");
        files.Length.ShouldBeGreaterThan(5);
        foreach (var file in files)
        {
            var problems = new List<Problem>();
            SegmentFile.Read(file, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), version: null, problems).ShouldNotBeNull().Doc.Zh.ShouldNotBeEmpty();
            problems.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("  all:\n    - age: { at_least: 18 }\n    - agee: { at_least: 18 }", 5, "unknown rule 'agee'; did you mean age")]
    [InlineData("  all: []", 3, "'all' needs a list of rules")]
    [InlineData("  member: true\n  in_pool: true", 3, "one rule stands here, but there are member, in_pool")]
    [InlineData("  member: perhaps", 3, "'member' must be true or false")]
    [InlineData("  age: { at_least: 60, at_most: 18 }", 3, "'at_most' must not be less than 'at_least'")]
    [InlineData("  age: { within: 3 }", 3, "unknown key 'within'")]
    [InlineData("  age: {}", 3, "'age' needs 'at_least' or 'at_most'")]
    [InlineData("  purchases: { at_least: 1.5 }", 3, "'purchases' is counted in whole numbers")]
    [InlineData("  spent: { at_least: 1.234 }", 3, "'at_least' must be a number with at most two places")]
    [InlineData("  referrals: { at_least: 0 }", 3, "'referrals' needs 'at_least', 1 or more")]
    [InlineData("  joined: { within: 30, more_than: 3 }", 3, "'joined' needs either 'within' or 'more_than'")]
    [InlineData("  joined: { within: 99999 }", 3, "'within' must be between 1 and 3650")]
    [InlineData("  birthday: { more_than: 3 }", 3, "'birthday' needs 'within'")]
    [InlineData("  tier: [champion, gold]", 3, "unknown tier 'gold'")]
    [InlineData("  gender: f", 3, "unknown gender 'f'; did you mean")]
    [InlineData("  tags: { any: [a], all: [b] }", 3, "'tags' needs a list of tags, or one of any, all and category")]
    [InlineData("  list: Über", 3, "the name of a list may have a-z")]
    [InlineData("  city: []", 3, "'city' needs a value or a list of them")]
    public void Read_Problem_IsToldWithItsLine(string rules, int line, string message)
    {
        var problems = new List<Problem>();
        SegmentFile.Read("f.yaml", "f", Head + rules, version: null, problems).ShouldBeNull();
        problems.ShouldContain(problem => problem.Line == line && problem.Message.StartsWith(message, StringComparison.Ordinal), string.Join("\n", problems));
    }

    [Fact]
    public void Read_SeveralProblems_AreToldAtOnce()
    {
        var problems = new List<Problem>();
        SegmentFile.Read("f.yaml", "Bad-Name", "labels: { zh: 试, en: Try }\nrules: { any: [ { tier: gold }, { member: 1 } ] }\nversion: 0\n", version: null, problems);
        problems.Select(problem => problem.Line).ShouldBe([1, 1, 1, 2, 2, 3], ignoreOrder: true, string.Join("\n", problems));
    }

    [Fact]
    public void Read_OtherText_HasAnotherChecksum()
    {
        Read("  member: true").Checksum.ShouldNotBe(Read("  member: false").Checksum);
        Read("  member: true").Checksum.ShouldBe(SegmentFile.Read("g", "g", (Head + "  member: true").ReplaceLineEndings("\r\n"), 7, [])!.Checksum);
    }

    [Fact]
    public void Compile_Values_AreNeverPartOfTheText()
    {
        const string Evil = "x') OR 1 = 1 --";
        var (condition, parameters) = SegmentCompiler.Compile(Read($"  any:\n    - channel: [\"{Evil}\"]\n    - tags: {{ category: \"{Evil}\" }}\n    - referrer: \"{Evil}\""));
        condition.ShouldNotContain("1 = 1");
        parameters.Values.SelectMany(value => value is string[] texts ? texts : [(string)value!]).ShouldAllBe(text => text.StartsWith(Evil));
    }

    [Fact]
    public void ToldLast_NamesWhatDoesNotDependOnTheDay() =>
        TraitsUsed.ToldLast(Read("  all:\n    - city: a\n    - not: { any: [ { tags: [x] }, { purchases: { at_least: 1 } } ] }\n    - tier: champion").Rule).ShouldBe(["city", "tags"]);

    private static Segment Read(string rules)
    {
        var problems = new List<Problem>();
        var segment = SegmentFile.Read("f", "f", Head + rules, version: 1, problems);
        problems.ShouldBeEmpty();
        return segment!;
    }
}
