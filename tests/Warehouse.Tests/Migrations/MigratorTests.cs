using Microsoft.Extensions.Logging.Abstractions;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Tests.Migrations;

public sealed class MigratorTests(TestEngine engine) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pdbi-sql-");
    private ClickHouseDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _source = await Connect.ToNewDatabaseAsync(engine);
        _folder.CreateSubdirectory("migrations");
        Write("0001_first.sql", "CREATE TABLE IF NOT EXISTS a (n Int32) ENGINE = MergeTree ORDER BY n;\nINSERT INTO a VALUES (1);\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Migrate_Twice_AppliesEachFileOnce()
    {
        Write("0002_second.sql", "ALTER TABLE a ADD COLUMN IF NOT EXISTS s String DEFAULT 'x;y';");

        (await MigrateAsync()).ShouldBe(["migrations/0001_first.sql", "migrations/0002_second.sql"]);
        (await MigrateAsync()).ShouldBeEmpty();
        Write("0003_third.sql", "INSERT INTO a (n) VALUES (2)");
        (await MigrateAsync()).ShouldBe(["migrations/0003_third.sql"]);

        (await _source.ScalarAsync("SELECT groupArray((n, s)) FROM (SELECT * FROM a ORDER BY n)"))
            .ShouldBe(new[] { new ClickHouseTuple([1, "x;y"], [null, null]), new ClickHouseTuple([2, "x;y"], [null, null]) });
    }

    [Fact]
    public async Task Migrate_EditedFile_IsNamedAndNothingRuns()
    {
        await MigrateAsync();
        Write("0001_first.sql", "CREATE TABLE IF NOT EXISTS a (n Int64) ENGINE = MergeTree ORDER BY n;");
        Write("0002_second.sql", "CREATE TABLE b (n Int32) ENGINE = Memory;");

        (await FailAsync()).ShouldStartWith("sql/migrations/0001_first.sql was edited");
        (await _source.ScalarAsync("EXISTS TABLE b")).ShouldBe((byte)0);
    }

    [Fact]
    public async Task Migrate_OtherLineEnds_IsNoEdit()
    {
        await MigrateAsync();
        var path = Path.Combine(_folder.FullName, "migrations", "0001_first.sql");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\n", "\r\n", StringComparison.Ordinal));

        (await MigrateAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Migrate_FailingStatement_NamesFileLineAndReason_AndRunsAgainOnceMended()
    {
        Write("0002_broken.sql", "-- a comment; here\nCREATE TABLE IF NOT EXISTS b (n Int32) ENGINE = Memory;\n\nCREATE TABLE c (\n  n Int3\n) ENGINE = Memory;\n");

        (await FailAsync()).ShouldStartWith("sql/migrations/0002_broken.sql:4: Code: 50.");

        Write("0002_broken.sql", "CREATE TABLE IF NOT EXISTS b (n Int32) ENGINE = Memory;\nCREATE TABLE c (n Int32) ENGINE = Memory;");
        (await MigrateAsync()).ShouldBe(["migrations/0002_broken.sql"]);
    }

    [Fact]
    public async Task Migrate_SyntaxError_NamesItsOwnLine()
    {
        Write("0002_broken.sql", "SELECT 1;\n\nSELECT\n  1,\n  2 +;\n");

        (await FailAsync()).ShouldStartWith("sql/migrations/0002_broken.sql:5: Code: 62.");
    }

    [Theory]
    [InlineData("0001_again.sql", "is taken by sql/migrations/0001_")]
    [InlineData("2_short.sql", "NNNN_what_it_does.sql")]
    public async Task Migrate_BadName_IsRefused(string name, string says)
    {
        Write(name, "SELECT 1");

        (await FailAsync()).ShouldContain(says);
    }

    [Fact]
    public async Task Migrate_FileBeforeAnAppliedOne_IsRefused()
    {
        Write("0005_fifth.sql", "SELECT 5");
        await MigrateAsync();
        Write("0004_late.sql", "SELECT 4");

        (await FailAsync()).ShouldStartWith("sql/migrations/0004_late.sql comes before");
    }

    [Fact]
    public async Task Migrate_WarehouseOfANewerVersion_IsRefused()
    {
        Write("0002_newer.sql", "SELECT 2");
        await MigrateAsync();
        File.Delete(Path.Combine(_folder.FullName, "migrations", "0002_newer.sql"));

        (await FailAsync()).ShouldContain("0002_newer.sql");
    }

    [Fact]
    public async Task Migrate_TheProjectsOwnFiles_TwiceOver()
    {
        var files = SqlFiles.Locate();
        var migrator = new Migrator(_source, files, TimeProvider.System, NullLogger<Migrator>.Instance);

        (await migrator.MigrateAsync(CancellationToken.None)).Count.ShouldBe(files.ReadAll("migrations").Count);
        await _source.ExecuteAsync("TRUNCATE TABLE schema_migrations");
        (await migrator.MigrateAsync(CancellationToken.None)).ShouldNotBeEmpty("every file must run again without harm");
    }

    private void Write(string name, string sql) => File.WriteAllText(Path.Combine(_folder.FullName, "migrations", name), sql);

    private async Task<List<string>> MigrateAsync()
    {
        var migrator = new Migrator(_source, new SqlFiles(_folder.FullName), TimeProvider.System, NullLogger<Migrator>.Instance);
        return [.. (await migrator.MigrateAsync(CancellationToken.None)).Select(f => f.Name)];
    }

    private async Task<string> FailAsync() => (await Should.ThrowAsync<MigrationException>(MigrateAsync)).Message;
}
