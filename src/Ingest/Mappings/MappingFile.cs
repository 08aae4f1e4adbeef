using PrivateDomainBI.Core;
using PrivateDomainBI.Ingest.Loads;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>Reads a mapping file and finds everything that is wrong with it, as far as that shows without a data file.</summary>
public static class MappingFile
{
    /// <summary>Everything wrong with a mapping file; empty when it can be used.</summary>
    public static IReadOnlyList<Problem> Check(string path) => Read(path, forDataset: null).Problems;

    /// <summary><paramref name="forDataset"/>: what is about to be loaded, when that is known otherwise than by the file.</summary>
    internal static (Mapping? Mapping, IReadOnlyList<Problem> Problems) Read(string path, Dataset? forDataset)
    {
        var problems = new List<Problem>();
        if (!File.Exists(path))
            return (null, [new Problem(path, 1, "there is no such file")]);
        try
        {
            var yaml = new YamlStream();
            using (var text = new StreamReader(path))
                yaml.Load(text);
            if (yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root)
            {
                var mapping = new MappingReader(path, problems).Read(root, forDataset);
                return problems.Count == 0 ? (mapping, []) : (null, problems);
            }

            problems.Add(new Problem(path, 1, "a mapping file consists of keys and values; at least 'columns' must be there"));
        }
        catch (YamlException e)
        {
            problems.Add(new Problem(path, (int)Math.Max(1, e.Start.Line), e.InnerException?.Message ?? e.Message));
        }

        return (null, problems);
    }
}
