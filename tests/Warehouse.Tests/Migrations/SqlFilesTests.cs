using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Tests.Migrations;

public sealed class SqlFilesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pdbi-files-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Locate_BesideTheProgram_BeforeAnyFolderAbove()
    {
        _root.CreateSubdirectory("sql/migrations");
        var beside = _root.CreateSubdirectory("out/sql/migrations").Parent!;

        SqlFiles.Locate(Path.Combine(_root.FullName, "out")).Folder.ShouldBe(beside.FullName);
        SqlFiles.Locate(_root.CreateSubdirectory("src/bin/Debug").FullName).Folder.ShouldBe(Path.Combine(_root.FullName, "sql"));
    }

    [Fact]
    public void ReadAll_Subfolders_InTheOrderOfTheirNames()
    {
        _root.CreateSubdirectory("metrics/b");
        File.WriteAllText(Path.Combine(_root.FullName, "metrics", "b", "x.sql"), "SELECT 1");
        File.WriteAllText(Path.Combine(_root.FullName, "metrics", "a.sql"), "SELECT 2");
        File.WriteAllText(Path.Combine(_root.FullName, "metrics", "readme.md"), "");
        var files = new SqlFiles(_root.FullName);

        files.ReadAll("metrics").Select(f => f.Name).ShouldBe(["metrics/a.sql", "metrics/b/x.sql"]);
        files.ReadAll("none").ShouldBeEmpty();
        Should.Throw<FileNotFoundException>(() => files.Read("load/none.sql")).Message.ShouldContain("load/none.sql");
    }
}
