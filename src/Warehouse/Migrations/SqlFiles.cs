namespace PrivateDomainBI.Warehouse.Migrations;

/// <summary>
/// The sql folder: beside the program where it is published, else of the repository that the program was built in.
/// </summary>
public sealed class SqlFiles(string folder)
{
    private const string FolderName = "sql";

    public string Folder { get; } = folder;

    public static SqlFiles Locate() => Locate(AppContext.BaseDirectory);

    /// <summary>Another folder of what people write, which lies beside this one in the repository as in what is published.</summary>
    public string Beside(string folder) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Folder))!, folder);

    /// <summary>One file, such as "load/events.sql".</summary>
    public SqlFile Read(string name)
    {
        var path = Path.Combine(Folder, name);
        return File.Exists(path)
            ? new SqlFile(name, File.ReadAllText(path))
            : throw new FileNotFoundException($"There is no {FolderName}/{name} in {Path.GetDirectoryName(Folder)}.", path);
    }

    /// <summary>Every .sql file below a subfolder, such as "migrations", in the order of their names.</summary>
    public IReadOnlyList<SqlFile> ReadAll(string subfolder)
    {
        var root = Path.Combine(Folder, subfolder);
        if (!Directory.Exists(root))
            return [];
        return [.. Directory.EnumerateFiles(root, "*.sql", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read)];
    }

    internal static SqlFiles Locate(string baseDirectory)
    {
        for (var directory = new DirectoryInfo(baseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, FolderName);
            if (Directory.Exists(Path.Combine(candidate, "migrations")))
                return new SqlFiles(candidate);
        }
        throw new DirectoryNotFoundException($"There is no {FolderName}/migrations folder at {baseDirectory} or above it.");
    }
}
