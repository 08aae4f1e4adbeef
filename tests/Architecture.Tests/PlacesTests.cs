using System.Reflection;
using System.Text.RegularExpressions;

namespace PrivateDomainBI.Architecture.Tests;

/// <summary>Libraries that could be replaced one day are used in one place each.</summary>
public sealed class PlacesTests
{
    private static readonly string Source = Path.Combine(Root(), "src");

    [Theory]
    [InlineData("using Quartz", "Web/Jobs/")]
    [InlineData("using Serilog", "Web/Logging")]
    [InlineData("using Microsoft.Playwright", "Web/Reports/")]
    [InlineData("using Dapper", "Warehouse/", "Web/AppDatabase/")]
    [InlineData("using Microsoft.Data.Sqlite", "Web/AppDatabase/")]
    [InlineData("using PrivateDomainBI.Warehouse.ClickHouse", "Warehouse/", "Ingest/")]
    [InlineData("using YamlDotNet", "Core/Yaml/", "Ingest/")]
    public void Library_IsUsedOnlyIn(string directive, params string[] places) =>
        FilesWith(directive).ShouldAllBe(file => places.Any(place => file.StartsWith(place, StringComparison.Ordinal)));

    [Fact]
    public void Core_TouchesNoFileClockOrNetwork() =>
        FilesWith(new Regex(@"(?<![.\w])(File|Directory)\.|\bHttpClient\b|TimeProvider\.System", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).IsMatch)
            .ShouldAllBe(file => !file.StartsWith("Core/", StringComparison.Ordinal));

    [Fact]
    public void Places_AreFoundAtAll() => FilesWith("namespace").Count.ShouldBeGreaterThan(50);

    private static List<string> FilesWith(string word) => FilesWith(text => text.Contains(word, StringComparison.Ordinal));

    private static List<string> FilesWith(Predicate<string> finds) =>
        [.. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Where(path => finds(File.ReadAllText(path)))
            .Select(path => Path.GetRelativePath(Source, path).Replace('\\', '/'))];

    private static string Root()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        while (!File.Exists(Path.Combine(folder.FullName, "PrivateDomainBI.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder.FullName;
    }
}
