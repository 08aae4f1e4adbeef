using System.Security.Cryptography;
using System.Text;
using PrivateDomainBI.Ingest.Demo;

namespace PrivateDomainBI.Ingest.Tests.Demo;

public sealed class DemoDeterminismTests : IDisposable
{
    private static readonly DemoCompany Small = new(new DateOnly(2026, 3, 31), Customers: 300, Months: 7, Seed: 42);

    private readonly string _folder = Directory.CreateTempSubdirectory("demo-").FullName;

    [Fact]
    public async Task WriteAsync_SameOptionsTwice_SameBytes()
    {
        var first = await WriteAsync("first", Small);
        var second = await WriteAsync("second", Small);

        foreach (var (a, b) in first.Files.Zip(second.Files))
        {
            a.Sha256.ShouldBe(b.Sha256);
            File.ReadAllBytes(Path.Combine(_folder, "first", a.File)).ShouldBe(File.ReadAllBytes(Path.Combine(_folder, "second", b.File)));
        }
        File.ReadAllText(Path.Combine(_folder, "first", DemoManifest.FileName))
            .ShouldBe(File.ReadAllText(Path.Combine(_folder, "second", DemoManifest.FileName)));
    }

    // Holds on every machine and runtime; a change of the simulation changes it, by intent.
    [Fact]
    public async Task WriteAsync_KnownCompany_KeepsItsContent()
    {
        var manifest = await WriteAsync("known", Small);

        var all = string.Concat(manifest.Files.Select(file => file.Sha256));
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(all))).ShouldBe("5319f354e163daaf4249f7725e61d8782a892b9982600693577b7a787bd92e8c");
    }

    [Fact]
    public async Task WriteAsync_OtherSeed_OtherPeople()
    {
        var one = await WriteAsync("one", Small);
        var other = await WriteAsync("other", Small with { Seed = 43 });

        one.Files.Zip(other.Files, (a, b) => a.Sha256 != b.Sha256).Count(differs => differs).ShouldBeGreaterThanOrEqualTo(12);
    }

    [Fact]
    public async Task WriteAsync_Manifest_HashesTheContentBeforeCompression()
    {
        var manifest = await WriteAsync("hashed", Small);

        foreach (var file in manifest.Files)
        {
            var content = await DemoFiles.ContentAsync(Path.Combine(_folder, "hashed"), file.File);
            Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(file.Sha256, file.File);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<DemoManifest> WriteAsync(string name, DemoCompany company) =>
        company.WriteAsync(Path.Combine(_folder, name), TestContext.Current.CancellationToken);
}
