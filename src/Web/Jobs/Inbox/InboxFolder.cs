using System.Globalization;

namespace PrivateDomainBI.Web.Jobs.Inbox;

/// <summary>
/// The folder tree <c>inbox/dataset/</c>: which files in it are waiting and whole, and where they go afterwards.
/// </summary>
internal sealed class InboxFolder(string root, IReadOnlyList<string> datasets)
{
    private const string CommonMapping = "mapping.yaml";
    private const string OwnMapping = ".mapping.yaml";
    private const string Reason = ".reason.txt";

    // What browsers, copy programs and editors call a file that is not finished.
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".filepart", ".swp", "~"];

    /// <summary>So that people see where to put what.</summary>
    public void Prepare()
    {
        foreach (var dataset in datasets)
            Directory.CreateDirectory(Path.Combine(root, dataset));
    }

    /// <summary>Files to load, datasets in the order in which they refer to each other, files by name.</summary>
    public IReadOnlyList<InboxFile> Waiting()
    {
        if (!Directory.Exists(root))
            return [];
        return [.. Directory.GetDirectories(root).Select(Path.GetFileName).OfType<string>()
            .OrderBy(Rank).ThenBy(name => name, StringComparer.Ordinal)
            .SelectMany(WaitingIn)];
    }

    public static void MoveToDone(InboxFile file) => MoveWithMapping(file, TargetIn("done", file));

    public static void MoveToFailed(InboxFile file, string reason)
    {
        // The reason first: if the move fails the file is tried again, and never lies in failed/ unexplained.
        var target = TargetIn("failed", file);
        File.WriteAllText(target + Reason, reason.TrimEnd() + "\n");
        MoveWithMapping(file, target);
    }

    private static string TargetIn(string where, InboxFile file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file.Path)!, where));
        return FreeName(folder.FullName, file.Name);
    }

    private static void MoveWithMapping(InboxFile file, string target)
    {
        var own = file.Path + OwnMapping;
        if (File.Exists(own))
            File.Move(own, target + OwnMapping, overwrite: true);
        File.Move(file.Path, target);
    }

    private IEnumerable<InboxFile> WaitingIn(string dataset)
    {
        var folder = Path.Combine(root, dataset);
        return Directory.GetFiles(folder).Where(IsData).Order(StringComparer.Ordinal)
            .Select(path => new InboxFile(dataset, path, MappingOf(path, folder)));
    }

    private static string? MappingOf(string path, string folder)
    {
        string[] candidates = [path + OwnMapping, Path.Combine(folder, CommonMapping)];
        return candidates.FirstOrDefault(File.Exists);
    }

    private static bool IsData(string path)
    {
        var name = Path.GetFileName(path);
        return !name.StartsWith('.')
            && name != CommonMapping
            && !name.EndsWith(OwnMapping, StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith(Reason, StringComparison.OrdinalIgnoreCase)
            && !Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private int Rank(string dataset)
    {
        var place = datasets.ToList().IndexOf(dataset);
        return place < 0 ? int.MaxValue : place;
    }

    // orders.csv.gz, orders.2.csv.gz, orders.3.csv.gz …: what lies there already is never overwritten.
    private static string FreeName(string folder, string name)
    {
        var target = Path.Combine(folder, name);
        for (var n = 2; File.Exists(target); n++)
            target = Path.Combine(folder, Numbered(name, n));
        return target;
    }

    private static string Numbered(string name, int n)
    {
        var packed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[^3..] : "";
        var plain = name[..^packed.Length];
        var extension = Path.GetExtension(plain);
        return string.Create(CultureInfo.InvariantCulture, $"{plain[..^extension.Length]}.{n}{extension}{packed}");
    }
}
