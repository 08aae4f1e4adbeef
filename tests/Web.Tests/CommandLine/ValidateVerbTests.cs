using System.Text.Json;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.CommandLine;

// A folder of deliberately broken files: every mistake is told, with its file and line, and nothing else is.
public sealed class ValidateVerbTests
{
    public static readonly string Broken = Path.Combine(Repository.Root, "tests", "Web.Tests", "CommandLine", "Broken");

    private const int LeastBrokenFiles = 30;

    [Fact]
    public async Task Validate_BrokenFolder_ListsEveryProblemWithFileAndLine()
    {
        await using var verb = ProductProcess.Start("validate", Broken);
        var (status, words) = await verb.EndAsync();

        status.ShouldBe(2);
        var told = words.Split('\n').Where(line => line.StartsWith(Broken, StringComparison.Ordinal)).Select(line => line[(Broken.Length + 1)..]).ToList();
        told.ShouldBe(await File.ReadAllLinesAsync(Path.Combine(Broken, "expected.txt"), TestContext.Current.CancellationToken));
        words.ShouldContain($"{told.Count} problems");
    }

    // Each broken file has a mistake that is expected, and the good ones have none.
    [Fact]
    public void BrokenFolder_EveryFile_IsExpected()
    {
        var expected = File.ReadAllLines(Path.Combine(Broken, "expected.txt")).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Distinct().ToList();
        expected.Count.ShouldBeGreaterThanOrEqualTo(LeastBrokenFiles);
        string[] good = ["sql/metrics/good/good_rate.sql", "sql/metrics/good/good_sum.sql", "sql/models/customer_facts.sql", "sql/models/order_facts.sql", "dashboards/good.yaml", "segments/good.yaml", "expected.txt"];
        Directory.EnumerateFiles(Broken, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Broken, path).Replace('\\', '/'))
            .ShouldBe(expected.Concat(good), ignoreOrder: true);
    }

    [Fact]
    public async Task Validate_TheProduct_HasNoProblem()
    {
        await using var verb = ProductProcess.Start("validate", "--json");
        var (status, words) = await verb.EndAsync();

        status.ShouldBe(0, words);
        words.ShouldNotContain("not checked");
        JsonSerializer.Deserialize<JsonElement[]>(words).ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_NoSuchFolder_IsWrongUse()
    {
        await using var verb = ProductProcess.Start("validate", "/no/such/folder");
        (await verb.EndAsync()).Status.ShouldBe(2);
    }
}
