using System.Globalization;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Web.Tests.MetricCases;

/// <summary>
/// One question of a case, by the parameters of the API, and the rows it must be answered with. <paramref name="Margin"/>: the
/// file's (what the setting Business:Margin says), null where there is none or the question says <c>margin: none</c>;
/// <paramref name="TagCategories"/>: what the setting of that name says.
/// </summary>
internal sealed record CaseQuestion(IReadOnlyList<KeyValuePair<string, string>> Ask, decimal? Margin, IReadOnlyList<string> TagCategories, CaseTable Expected);

/// <summary>
/// A metric worked out by hand: dataset → rows, the last whole day of each dataset that has days, and what must come out.
/// Every expected row carries the words that say how it was counted on paper.
/// </summary>
internal sealed record MetricCase(
    string Metric, IReadOnlyDictionary<string, CaseTable> Rows, IReadOnlyDictionary<string, DateOnly> Through, IReadOnlyList<CaseQuestion> Questions)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests/Web.Tests/MetricCases");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static MetricCase Read(string metric)
    {
        var file = Path.Combine(Folder, metric + ".yaml");
        var problems = new List<Problem>();
        var read = YamlMap.Read(metric + ".yaml", File.ReadAllText(file), 0, problems) is { } map ? Read(metric, map) : null;
        problems.ShouldBeEmpty();
        return read!;
    }

    private static MetricCase Read(string metric, YamlMap map)
    {
        var through = Date(map.Text("through", required: true)!);
        var rows = map.Map("rows", required: true)!;
        var tables = rows.Keys.ToDictionary(dataset => dataset, dataset => CaseTable.Read(rows.Text(dataset, required: true)!), StringComparer.Ordinal);
        var days = tables.Keys.Where(Core.Metrics.MetricCatalog.DatasetsWithDays.Contains).ToDictionary(dataset => dataset, _ => through, StringComparer.Ordinal);
        if (map.Map("through_of") is { } others)
        {
            foreach (var dataset in others.Keys)
                days[dataset] = Date(others.Text(dataset)!);
        }

        decimal? margin = map.Text("margin") is { } share ? decimal.Parse(share, CultureInfo.InvariantCulture) : null;
        var questions = map.Maps("questions").Select(question => Question(question, margin, map)).ToList();
        map.RefuseOthers();
        questions.ShouldNotBeEmpty($"{metric}.yaml asks nothing");
        return new MetricCase(metric, tables, days, questions);
    }

    private static CaseQuestion Question(YamlMap map, decimal? margin, YamlMap file)
    {
        var told = map.Text("margin") switch
        {
            null => margin,
            "none" => null,
            var other => throw new FormatException($"margin of a question can be none, not {other}"),
        };
        var ask = map.Map("ask", required: true)!;
        var expected = CaseTable.Read(map.Text("expect", required: true)!);
        foreach (var row in expected.Rows.Where(row => row.Note.Length == 0))
            file.Problem("questions", $"'{string.Join("  ", row.Values.Values)}' does not say how it was counted (# …)");
        var categories = map.List("tag_categories");
        map.RefuseOthers();
        return new CaseQuestion([.. ask.Keys.SelectMany(key => ask.List(key).Select(value => KeyValuePair.Create(key, value)))], told, categories, expected);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
