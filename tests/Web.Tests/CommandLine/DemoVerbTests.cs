using PrivateDomainBI.Web.CommandLine;

namespace PrivateDomainBI.Web.Tests.CommandLine;

public sealed class DemoVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demo-").FullName;

    [Fact]
    public async Task Demo_WritesTheCompanyAsked()
    {
        var status = await Root.RunAsync(["demo", "--customers", "25", "--months", "2", "--seed", "7", "--until", "2026-03-31", "--out", _folder]);

        status.ShouldBe(ExitStatus.Done);
        Directory.GetFiles(_folder).Length.ShouldBe(17);
        var manifest = await File.ReadAllTextAsync(Path.Combine(_folder, "manifest.json"));
        foreach (var part in (string[])["\"customers\": 25", "\"months\": 2", "\"seed\": 7", "\"from\": \"2026-02-01\"", "\"completeThrough\": \"2026-03-31\""])
            manifest.ShouldContain(part);
    }

    [Theory]
    [InlineData("--customers", "0")]
    [InlineData("--customers", "many")]
    [InlineData("--months", "121")]
    [InlineData("--until", "2026-02-30")]
    [InlineData("--until", "1999-12-31")]
    [InlineData("--seed", "x")]
    public async Task Demo_WrongOption_WritesNothing(string option, string value)
    {
        var status = await Root.RunAsync(["demo", "--out", Path.Combine(_folder, "new"), option, value]);

        status.ShouldBe(ExitStatus.WrongUse);
        Directory.Exists(Path.Combine(_folder, "new")).ShouldBeFalse();
    }

    [Fact]
    public async Task Demo_WithoutDirectory_IsWrongUse() => (await Root.RunAsync(["demo"])).ShouldBe(ExitStatus.WrongUse);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
