using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Jobs;

namespace PrivateDomainBI.Web.Tests.AppDatabase;

public sealed class AppDatabaseTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(8));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pdbi-app-");
    private readonly AppConnections _connections;

    public AppDatabaseTests() => _connections = new AppConnections(Path.Combine(_folder.FullName, "data", "app.db"));

    private string SqlFolder => Path.Combine(_folder.FullName, "sql", "app");

    private AppSql Sql => new(new SqlFiles(Path.GetDirectoryName(SqlFolder)!));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Migrate_TwiceAndInTwoSteps_AppliesEachFileOnce()
    {
        CopyOwnSql();
        await MigrateAsync();
        await MigrateAsync();
        WriteMigration("9000_more.sql", "CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY); INSERT INTO more (id) VALUES ('x');");

        await MigrateAsync();
        await MigrateAsync();

        (await TextAsync("SELECT count(*) FROM more")).ShouldBe("1");
        (await TextAsync("PRAGMA journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task Migrate_BadFile_LeavesNothingOfItBehind()
    {
        CopyOwnSql();
        WriteMigration("9000_bad.sql", "CREATE TABLE half (id TEXT); CREATE TABLE oops (;");

        await Should.ThrowAsync<SqliteException>(MigrateAsync);

        (await TextAsync("SELECT count(*) FROM sqlite_master WHERE name = 'half'")).ShouldBe("0");
    }

    [Fact]
    public async Task Migrate_FileChangedAfterwards_IsRefused()
    {
        CopyOwnSql();
        WriteMigration("9000_more.sql", "CREATE TABLE more (id TEXT)");
        await MigrateAsync();
        WriteMigration("9000_more.sql", "CREATE TABLE more (id TEXT, name TEXT)");

        var refused = await Should.ThrowAsync<InvalidOperationException>(MigrateAsync);

        refused.Message.ShouldContain("9000_more.sql");
    }

    [Fact]
    public async Task Migrate_DatabaseOfANewerVersion_IsRefused()
    {
        CopyOwnSql();
        WriteMigration("9000_more.sql", "CREATE TABLE more (id TEXT)");
        await MigrateAsync();
        File.Delete(Path.Combine(SqlFolder, "9000_more.sql"));

        var refused = await Should.ThrowAsync<InvalidOperationException>(MigrateAsync);

        refused.Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task JobRuns_Recorded_AreListedNewestFirstAndIdleOnesAreNot()
    {
        CopyOwnSql();
        await MigrateAsync();
        var runs = new JobRuns(_connections, Sql);
        var recorder = new JobRecorder(runs, TimeProvider.System, NullLogger<JobRecorder>.Instance);
        var done = JobResult.Idle with { Outcome = JobOutcome.Done, Message = "2 files loaded", Detail = new Dictionary<string, object> { ["files"] = 2 } };

        await recorder.RunAsync("inbox", _ => Task.FromResult(JobResult.Idle), CancellationToken.None);
        await recorder.RunAsync("inbox", _ => Task.FromResult(done), CancellationToken.None);
        await recorder.RunAsync("weekly-report", _ => throw new IOException("the disk is full"), CancellationToken.None);

        var listed = await runs.ListAsync(10, CancellationToken.None);
        listed.Select(run => (run.Job, run.Outcome, run.Message)).ShouldBe(
            [("weekly-report", JobOutcome.Failed, "the disk is full"), ("inbox", JobOutcome.Done, "2 files loaded")]);
        listed[1].Detail.ShouldBe("""{"files":2}""");
    }

    [Fact]
    public async Task Reports_SavedAgain_ReplaceTheFailedAttempt()
    {
        CopyOwnSql();
        await MigrateAsync();
        var runs = new ReportRuns(_connections, Sql);
        var failed = new ReportRun(
            "2026-W46-zh-1", "weekly", "2026-W46", "zh", "company", Monday, new DateOnly(2026, 11, 16), 12, "gmv:1", "", "", 0, ReportStatus.Failed, "no browser");
        var done = failed with { Created = Monday.AddMinutes(1), Sha256 = "ab", File = "reports/x.pdf", Pages = 5, Status = ReportStatus.Done, Error = "" };

        await runs.SaveAsync(failed, CancellationToken.None);
        (await runs.FindFinishedAsync("weekly", "2026-W46", "zh", "company", CancellationToken.None)).ShouldBeNull();
        await runs.SaveAsync(done, CancellationToken.None);

        var found = await runs.FindFinishedAsync("weekly", "2026-W46", "zh", "company", CancellationToken.None);
        found.ShouldBe(done with { Created = done.Created.ToUniversalTime() });
        (await runs.GetAsync(done.Id, CancellationToken.None)).ShouldBe(found);
        (await runs.GetAsync("nothing", CancellationToken.None)).ShouldBeNull();
        (await runs.ListAsync(10, CancellationToken.None)).ShouldBe([found!]);
    }

    private Task MigrateAsync() =>
        new AppMigrator(_connections, Sql, TimeProvider.System, NullLogger<AppMigrator>.Instance).MigrateAsync(CancellationToken.None);

    private async Task<string?> TextAsync(string sql)
    {
        await using var connection = await _connections.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private void WriteMigration(string name, string sql) => File.WriteAllText(Path.Combine(SqlFolder, name), sql);

    private void CopyOwnSql()
    {
        var own = Path.Combine(SqlFiles.Locate().Folder, "app");
        foreach (var file in Directory.GetFiles(own, "*.sql", SearchOption.AllDirectories))
        {
            var target = Path.Combine(SqlFolder, Path.GetRelativePath(own, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
