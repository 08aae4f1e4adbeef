using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Reads one metric file; every problem in it at once.</summary>
internal static class MetricFile
{
    public static Metric? Read(string file, string subject, string name, string text, IReadOnlyDictionary<string, Facts> facts, List<Problem> problems)
    {
        var before = problems.Count;
        if (FrontMatter.Split(file, text, problems) is not var (head, body, bodyLine))
            return null;

        var kind = head.OneOf("kind", "rate", "rate", "sum", "stock", "mean") switch
        {
            "sum" => MetricKind.Sum,
            "stock" => MetricKind.Stock,
            "mean" => MetricKind.Mean,
            _ => MetricKind.Rate,
        };
        var factsName = head.Text("facts", required: true);
        if (factsName is not null && !facts.ContainsKey(factsName))
            head.Problem("facts", Nearest.Unknown("facts", factsName, facts.Keys));
        var cohort = kind == MetricKind.Stock ? Metric.StockDay : head.Text("cohort", required: true);
        var among = head.Text("among") ?? "true";
        var window = head.Whole("window_days");
        if (kind is MetricKind.Rate or MetricKind.Mean && cohort != Metric.StockDay && window is null)
            head.Problem("kind", "a rate or mean over a cohort needs 'window_days'");
        var aggregate = AggregateOf(head.OneOf("aggregate", "sum", "sum", "count", "customers", "mean", "ratio"));
        var over = head.Text("over", required: aggregate == Aggregate.Ratio);
        if (over is not null && aggregate != Aggregate.Ratio)
            head.Problem("over", "'over' belongs to 'aggregate: ratio'");
        if (string.IsNullOrWhiteSpace(body))
            problems.Add(new Problem(file, bodyLine, "there is no SQL below the description"));
        else if (body.Contains(';', StringComparison.Ordinal))
            problems.Add(new Problem(file, bodyLine, "the body is one expression, without ';'"));
        else
            CheckBrackets(file, body, bodyLine, problems);

        var metric = new Metric(
            name,
            subject,
            head.Whole("version") ?? 1,
            head.BothLanguages("label", required: true) ?? new Text(name, name),
            kind,
            aggregate,
            factsName is not null && facts.TryGetValue(factsName, out var found) ? found : null!,
            cohort ?? "",
            window ?? 0,
            head.Whole("settle_days") ?? 0,
            among,
            body,
            over ?? "",
            Owners(head),
            Datasets(head, "needs", required: true),
            Datasets(head, "uses", required: false),
            head.OneOf("unit", "ratio", "ratio", "count", "money", "times", "days"),
            head.OneOf("direction", "up", "up", "down", "none"),
            head.Whole("min_n") ?? 30,
            head.Text("variant_of"),
            Show(head.Map("show")),
            Because(head.Map("because", required: true)),
            head.List("warnings"),
            head.BothLanguages("doc", required: true) ?? new Text("", ""));
        head.RefuseOthers();
        return problems.Count > before ? null : metric;
    }

    private static Aggregate AggregateOf(string name) => name switch
    {
        "count" => Aggregate.Count,
        "customers" => Aggregate.Customers,
        "mean" => Aggregate.Mean,
        "ratio" => Aggregate.Ratio,
        _ => Aggregate.Sum,
    };

    internal static IReadOnlyList<Owner> Owners(YamlMap head)
    {
        var names = head.List("owners");
        var owners = new List<Owner>();
        foreach (var name in names)
        {
            if (OwnerNames.Parse(name) is { } owner)
                owners.Add(owner);
            else
                head.Problem("owners", Nearest.Unknown("owner", name, OwnerNames.All.Select(pair => pair.Name)));
        }

        if (names.Count == 0)
            head.Problem("owners", "'owners' must name at least one of acquirer, now, at_event; the first is the default");
        return owners;
    }

    internal static IReadOnlyList<string> Datasets(YamlMap head, string key, bool required)
    {
        var names = head.List(key);
        string[] known = [.. MetricCatalog.DatasetsWithDays, .. MetricCatalog.DatasetsWithoutDays];
        foreach (var name in names.SelectMany(name => name.Split('|')).Where(name => !known.Contains(name) && !IsEventType(name)))
            head.Problem(key, Nearest.Unknown("dataset", name, known));
        if (required && names.Count == 0)
            head.Problem(key, $"'{key}' must name the datasets the metric cannot do without");
        else if (required && names.All(name => name.Split('|').Any(MetricCatalog.DatasetsWithoutDays.Contains)))
            head.Problem(key, $"'{key}' must name a dataset with days ({string.Join(", ", MetricCatalog.DatasetsWithDays)}): the answer is as of the last whole one");
        return names;
    }

    // 'events/member_enrolled': there is no answer where no such event ever came. Whether there is such a type is for loads to say.
    private static bool IsEventType(string name) =>
        name.StartsWith("events/", StringComparison.Ordinal) && name.Length > 7 && name[7..].All(c => char.IsAsciiLetterLower(c) || c == '_');

    internal static List<FactsColumn> Show(YamlMap? map) =>
        map is null ? [] : [.. map.Keys.Select(key => new FactsColumn(key, map.Text(key) ?? ""))];

    internal static Dictionary<CellPart, Text> Because(YamlMap? map)
    {
        var reasons = new Dictionary<CellPart, Text>();
        if (map is null)
            return reasons;
        foreach (var (part, key) in CellParts.All)
        {
            if (map.BothLanguages(key) is { } text)
                reasons[part] = text;
        }

        map.RefuseOthers();
        return reasons;
    }

    internal static void CheckBrackets(string file, string body, int line, List<Problem> problems)
    {
        var depth = 0;
        var inText = false;
        foreach (var c in body)
        {
            if (c == '\'')
                inText = !inText;
            else if (!inText && c is '(' or '[')
                depth++;
            else if (!inText && c is ')' or ']' && --depth < 0)
                break;
        }

        if (depth != 0 || inText)
            problems.Add(new Problem(file, line, "brackets or quotes do not match"));
    }
}
