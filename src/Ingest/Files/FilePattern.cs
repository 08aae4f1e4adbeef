using System.IO.Enumeration;

namespace PrivateDomainBI.Ingest.Files;

/// <summary>Finds the files that words of the command line mean; a shell has often done so already, Windows' never.</summary>
internal static class FilePattern
{
    /// <summary>Files in the order given, those of one pattern by name, none twice.</summary>
    public static List<string> Expand(IEnumerable<string> words)
    {
        var paths = new List<string>();
        foreach (var word in words)
        {
            if (File.Exists(word) || word.IndexOfAny(['*', '?']) < 0)
                paths.Add(word);
            else
                paths.AddRange(Matches(word));
        }

        return [.. paths.DistinctBy(Path.GetFullPath)];
    }

    private static List<string> Matches(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : ".";
        if (folder.IndexOfAny(['*', '?']) >= 0)
            throw new LoadRefusedException($"{pattern}: a pattern may stand for file names, not for folders.");
        var name = Path.GetFileName(pattern);
        var found = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Where(path => FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(path), ignoreCase: false))
                .Order(StringComparer.Ordinal).ToList()
            : [];
        return found.Count > 0 ? found : throw new LoadRefusedException($"{pattern}: no file is named like that.");
    }
}
