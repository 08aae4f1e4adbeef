using PrivateDomainBI.Ingest.Demo;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Ingest.Tests.Loads;

/// <summary>The demo company's manifest counts what its files hold; a load must find exactly that.</summary>
public sealed class DemoLoadTests(TestEngine engine)
{
    [Fact]
    public async Task Load_TheDemoCompany_FindsWhatItsManifestSays()
    {
        await using var company = await Company.StartAsync(engine);
        var folder = Path.Combine(company.Folder, "demo");
        var manifest = await new DemoCompany(new DateOnly(2026, 11, 21), 500, 6).WriteAsync(folder, TestContext.Current.CancellationToken);

        foreach (var file in manifest.Files)
        {
            var result = await company.LoadAsync(new LoadRequest(file.Dataset, [Path.Combine(folder, file.File)], DemoManifest.Source));

            (result.Read, result.Loaded, result.Duplicate, result.Quarantined)
                .ShouldBe(((ulong)file.Rows, (ulong)file.GoodRows, (ulong)file.Duplicates, (ulong)file.BadRows.Count), file.Dataset);
            (await company.RowsAsync($"SELECT DISTINCT line FROM quarantine FINAL WHERE dataset = '{file.Dataset}' ORDER BY line"))
                .ShouldBe(file.BadRows.Select(row => row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)), file.Dataset);
        }
    }
}
