using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>All measures of <c>sql/cohorts</c> that could be read, and every problem with those that could not.</summary>
public sealed class CohortCatalog
{
    private CohortCatalog(IReadOnlyList<CohortMeasure> all, IReadOnlyList<Problem> problems)
    {
        All = all;
        Problems = problems;
        Members = MetricCatalog.Of(all.Select(measure => measure.Members));
    }

    /// <summary>In the order in which people meet them: staying, then buying.</summary>
    public IReadOnlyList<CohortMeasure> All { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public IEnumerable<string> Names => All.Select(measure => measure.Name);

    /// <summary>The members of each measure's cohorts, as a catalogue of counts.</summary>
    internal MetricCatalog Members { get; }

    public CohortMeasure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);

    /// <summary>Reads <c>cohorts/name.sql</c>; <c>models/*.sql</c> that describe themselves tell what they may read.</summary>
    public static CohortCatalog Read(IEnumerable<SqlText> files)
    {
        var all = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var problems = new List<Problem>();
        var measures = new List<CohortMeasure>();
        var facts = Facts(all);
        foreach (var file in all.Where(file => file.Path.StartsWith("cohorts/", StringComparison.Ordinal)))
        {
            if (CohortFile.Read(file.Path, Path.GetFileNameWithoutExtension(file.Path), file.Content, facts, problems) is { } measure)
                measures.Add(measure);
        }

        return new CohortCatalog([.. measures.OrderBy(measure => measure.Kind).ThenBy(measure => measure.Name, StringComparer.Ordinal)], problems);
    }

    // What is wrong with the facts is told by the catalogue of metrics.
    private static Dictionary<string, Facts> Facts(IEnumerable<SqlText> files) =>
        FactsFile.ReadAll(files, []).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
}
