using PrivateDomainBI.Ingest.Demo;

namespace PrivateDomainBI.Ingest.Tests.Demo;

public sealed class DemoCompanyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demo-").FullName;

    [Theory, InlineData(1, 1), InlineData(40, 2), InlineData(1_000, 15)]
    public async Task WriteAsync_AnySize_CoversEveryDay(int customers, int months)
    {
        var manifest = await new DemoCompany(new DateOnly(2026, 2, 28), customers, months).WriteAsync(_folder, TestContext.Current.CancellationToken);

        var days = manifest.CompleteThrough.DayNumber - manifest.From.DayNumber + 1;
        (await GoodAsync(manifest, "orders")).Select(row => row.Day("paid_at")).Distinct().Count().ShouldBe(days);
        (await GoodAsync(manifest, "events")).Select(row => row.Day("occurred_at")).Distinct().Count().ShouldBe(days);
        (await GoodAsync(manifest, "refunds")).ShouldContain(row => row.Day("refunded_at") == manifest.CompleteThrough);
        (await GoodAsync(manifest, "customers")).Count.ShouldBe(customers);
        (await GoodAsync(manifest, "employees")).Select(row => row["employee_id"]).Distinct().Count().ShouldBeGreaterThanOrEqualTo(24);
    }

    [Fact]
    public void Organisation_OfDefaultSize_Has200EmployeesIn60Stores()
    {
        var organisation = new Organisation(DemoCompany.DefaultSeed, DemoCompany.DefaultCustomers, new Period(new DateOnly(2026, 7, 15), DemoCompany.DefaultMonths));

        organisation.Employees.Count.ShouldBe(200);
        organisation.Stores.Count.ShouldBe(60);
        organisation.Employees.Select(employee => employee.EmploymentType).Distinct().ShouldBe(["own", "coach", "outsourced"], ignoreOrder: true);
        organisation.Units.Where(unit => unit.Type == "store").Select(unit => unit.Name).Distinct().Count().ShouldBe(60);
    }

    [Theory]
    [InlineData("2026-03-01T15:59:59Z", "2026-02-28")]
    [InlineData("2026-03-01T16:00:00Z", "2026-03-01")]
    public void Yesterday_IsTheLastDayThatIsOverInShanghai(string now, string expected) =>
        DemoCompany.Yesterday(new FixedClock(DateTimeOffset.Parse(now, null))).ShouldBe(DateOnly.Parse(expected, null));

    [Theory, InlineData(0, 15), InlineData(10, 0), InlineData(10, 121)]
    public async Task WriteAsync_NobodyOrNoTime_IsRefused(int customers, int months) =>
        await Should.ThrowAsync<InvalidOperationException>(() =>
            new DemoCompany(new DateOnly(2026, 2, 28), customers, months).WriteAsync(_folder, TestContext.Current.CancellationToken));

    [Fact]
    public async Task WriteAsync_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => DemoCompanyFixture.Company.WriteAsync(_folder, cancelled.Token));
    }

    [Fact]
    public async Task Manifest_GivesTheCommandsThatLoadIt()
    {
        var manifest = await new DemoCompany(new DateOnly(2026, 2, 28), 20, 2).WriteAsync(_folder, TestContext.Current.CancellationToken);

        manifest.Load[0].ShouldBe("load org_units org_units.csv --source demo");
        manifest.Load.Count.ShouldBe(16);
        manifest.Load[^1].ShouldBe("load targets targets.csv --source demo");
        manifest.Load[^2].ShouldBe("load costs costs.csv --source demo --complete-through 2026-02-28");
        (await File.ReadAllTextAsync(Path.Combine(_folder, DemoManifest.FileName))).ShouldContain("\"completeThrough\": \"2026-02-28\"");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<List<DemoLine>> GoodAsync(DemoManifest manifest, string dataset)
    {
        var file = manifest.Files.Single(file => file.Dataset == dataset);
        var bad = file.BadRows.Select(row => row.Line).ToHashSet();
        return [.. (await DemoFiles.LinesAsync(_folder, file.File)).Where(line => !bad.Contains(line.Number)).DistinctBy(line => line.Text)];
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
