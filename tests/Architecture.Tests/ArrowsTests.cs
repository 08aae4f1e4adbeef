using System.Reflection;

namespace PrivateDomainBI.Architecture.Tests;

/// <summary>The arrows between projects never run back.</summary>
public sealed class ArrowsTests
{
    private const string Product = "PrivateDomainBI.";

    [Theory]
    [InlineData("Core")]
    [InlineData("Engine")]
    [InlineData("Warehouse", "Core")]
    [InlineData("Ingest", "Core", "Warehouse")]
    [InlineData("Web", "Core", "Warehouse", "Engine", "Ingest")]
    public void Project_Uses_OnlyThoseItMay(string project, params string[] allowed) =>
        Referenced(project).Where(name => name.StartsWith(Product, StringComparison.Ordinal))
            .Select(name => name[Product.Length..]).ShouldBeSubsetOf(allowed);

    [Theory]
    [InlineData("Core", "Microsoft.AspNetCore", "Dapper", "Microsoft.Data", "Microsoft.Extensions")]
    [InlineData("Engine", "Dapper", "Quartz", "Serilog", "YamlDotNet")]
    [InlineData("Warehouse", "Microsoft.AspNetCore", "Quartz", "Serilog", "Microsoft.Playwright")]
    [InlineData("Ingest", "Microsoft.AspNetCore", "Quartz", "Serilog", "Microsoft.Playwright", "Dapper")]
    public void Project_NeverUses(string project, params string[] banned) =>
        Referenced(project).ShouldAllBe(name => !banned.Any(word => name.StartsWith(word, StringComparison.Ordinal)));

    private static IEnumerable<string> Referenced(string project) =>
        Assembly.Load(Product + project).GetReferencedAssemblies().Select(name => name.Name!);
}
