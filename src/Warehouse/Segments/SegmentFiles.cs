using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Segments;

/// <summary>The segments that come as files, beside the sql folder in the repository as in what is published; a bad file never takes the good ones with it.</summary>
public sealed class SegmentFiles
{
    public const string FolderName = "segments";

    public SegmentFiles(SqlFiles sql)
    {
        var problems = new List<Problem>();
        Texts = Read(sql.Beside(FolderName)).ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);
        All = [.. Texts.Select(file => SegmentFile.Read($"{FolderName}/{file.Key}.yaml", file.Key, file.Value, version: null, problems)).OfType<Segment>()];
        Problems = problems;
    }

    public IReadOnlyList<Segment> All { get; }

    /// <summary>What each file says, by the name of its segment.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The definitions of a folder, by name.</summary>
    public static IEnumerable<(string Name, string Text)> Read(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
        : [];
}
