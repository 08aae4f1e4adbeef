using System.Text.RegularExpressions;
using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Reads one metric file; every problem in it at once.</summary>
internal static partial class MetricFile
{
    private const int MostDays = 3_650;

    private static readonly string[] WindowKeys = ["window_days", "settle_days"];

    public static Metric? Read(string file, string subject, string name, string text, IReadOnlyDictionary<string, Facts?> facts, List<Problem> problems)
    {
        var before = problems.Count;
        if (FrontMatter.Split(file, text, problems) is not var (head, body, bodyLine))
            return null;

        var kind = head.OneOf("kind", "rate", "rate", "sum", "stock", "mean", "lift", "payback") switch
        {
            "sum" => MetricKind.Sum,
            "stock" => MetricKind.Stock,
            "mean" => MetricKind.Mean,
            "lift" => MetricKind.Lift,
            "payback" => MetricKind.Payback,
            _ => MetricKind.Rate,
        };
        var factsName = head.Text("facts", required: true);
        if (factsName is not null && !facts.ContainsKey(factsName))
            head.Problem("facts", Nearest.Unknown("facts", factsName, facts.Keys));
        else if (factsName is not null && facts[factsName] is null)
            head.Problem("facts", $"the facts '{factsName}' have problems of their own");
        var cohort = kind == MetricKind.Stock ? Metric.StockDay : head.Text("cohort", required: true);
        var amongDays = AmongDays(head, cohort);
        var among = amongDays?.Exist ?? head.Text("among") ?? "true";
        SqlExpression.Check(file, head.LineAt("cohort"), cohort ?? "", problems);
        SqlExpression.Check(file, head.LineAt("among"), among, problems);
        var window = head.Whole("window_days", 0, MostDays);
        var settle = head.Whole("settle_days", 0, MostDays);
        var isOverCohort = kind is MetricKind.Rate or MetricKind.Mean or MetricKind.Lift && cohort != Metric.StockDay;
        if (isOverCohort && !head.Has("window_days"))
            head.Problem("kind", "a rate, mean or lift over a cohort needs 'window_days'");
        foreach (var key in WindowKeys.Where(key => !isOverCohort && head.Has(key)))
            head.Problem(key, $"only a rate, mean or lift over a cohort has '{key}'");
        var aggregate = AggregateOf(head.OneOf("aggregate", "sum", "sum", "count", "customers", "mean", "ratio", "median"));
        if (head.Has("aggregate") && (kind, aggregate) is not ((MetricKind.Sum, _) or (MetricKind.Mean or MetricKind.Lift, Aggregate.Ratio) or (MetricKind.Lift, Aggregate.Mean)))
            head.Problem("aggregate", "only a sum has 'aggregate', a mean 'aggregate: ratio', and a lift 'mean' or 'ratio'");
        var hasOver = aggregate is Aggregate.Ratio or Aggregate.Median || kind == MetricKind.Payback;
        var over = head.Text("over", required: hasOver);
        if (over is not null && !hasOver)
            head.Problem("over", "'over' belongs to 'aggregate: ratio' and 'median' or 'kind: payback'");
        if (kind is MetricKind.Lift or MetricKind.Payback && cohort == Metric.StockDay)
            head.Problem("cohort", "a lift or payback is of a cohort, not of a day");
        SqlExpression.Check(file, head.LineAt("over"), over ?? "1", problems);
        var treated = Expression(file, head, "treated", MetricKind.Lift, kind, problems);
        var stratum = Expression(file, head, "stratum", MetricKind.Lift, kind, problems);
        var ages = Expression(file, head, "ages", MetricKind.Payback, kind, problems);
        if (string.IsNullOrWhiteSpace(body))
            problems.Add(new Problem(file, bodyLine, "there is no SQL below the description"));
        else
            SqlExpression.Check(file, bodyLine, body, problems);

        var show = Show(file, head.Map("show"), problems);
        var metric = new Metric(
            name,
            subject,
            head.Whole("version", 1, int.MaxValue) ?? 1,
            head.BothLanguages("label", required: true) ?? new Text(name, name),
            kind,
            aggregate,
            factsName is not null ? facts.GetValueOrDefault(factsName)! : null!,
            cohort ?? "",
            window ?? 0,
            settle ?? 0,
            among,
            body,
            over ?? "",
            Owners(head),
            Datasets(head, "needs", required: true),
            Datasets(head, "uses", required: false),
            head.OneOf("unit", "ratio", "ratio", "count", "money", "times", "days", "minutes", "months", "points", "multiple"),
            head.OneOf("direction", "up", "up", "down", "none"),
            head.Whole("min_n", 0, int.MaxValue) ?? 30,
            head.Text("variant_of"),
            show,
            Because(head.Map("because", required: true), show),
            head.List("warnings"),
            head.BothLanguages("doc", required: true) ?? new Text("", ""),
            treated,
            stratum,
            ages,
            amongDays,
            AtEvent(head, factsName is null ? null : facts.GetValueOrDefault(factsName)),
            head.OneOf("running_total", "false", "true", "false") == "true");
        if (metric is { HasRunningTotal: true, IsAdditive: false })
            head.Problem("running_total", "periods add up for a sum of amounts or a count alone");
        head.RefuseOthers();
        return problems.Count > before ? null : metric;
    }

    private static string AtEvent(YamlMap head, Facts? facts)
    {
        var name = head.Text("at_event") ?? "";
        if (name.Length > 0 && facts is not null && facts.Columns.All(column => column.Name != name))
            head.Problem("at_event", Nearest.Unknown("column", name, facts.Columns.Select(column => column.Name)));
        return name;
    }

    private static DaysOfPeriod? AmongDays(YamlMap head, string? cohort)
    {
        var within = head.Whole("among_within", 1, MostDays);
        if (head.Text("among_days") is not { } days)
        {
            if (within is not null)
                head.Problem("among_within", "'among_within' says how late in a period the days of 'among_days' must be");
            return null;
        }

        if (head.Has("among"))
            head.Problem("among", "'among_days' says already who is among them");
        if (cohort != Metric.StockDay || head.IsText("kind", "stock"))
            head.Problem("among_days", "'among_days' belongs to a rate or sum with 'cohort: stock_day'");
        if (!NamePattern().IsMatch(days))
            head.Problem("among_days", "'among_days' is the name of an array of days");
        return new DaysOfPeriod(days, within);
    }

    // A key that one kind of metric must have and no other may.
    private static string Expression(string file, YamlMap head, string key, MetricKind of, MetricKind kind, List<Problem> problems)
    {
        var expression = head.Text(key, required: kind == of);
        if (expression is not null && kind != of)
            head.Problem(key, $"'{key}' belongs to 'kind: {(of == MetricKind.Lift ? "lift" : "payback")}'");
        SqlExpression.Check(file, head.LineAt(key), expression ?? "1", problems);
        return expression ?? "";
    }

    private static Aggregate AggregateOf(string name) => name switch
    {
        "count" => Aggregate.Count,
        "customers" => Aggregate.Customers,
        "mean" => Aggregate.Mean,
        "ratio" => Aggregate.Ratio,
        "median" => Aggregate.Median,
        _ => Aggregate.Sum,
    };

    internal static IReadOnlyList<Owner> Owners(YamlMap head)
    {
        var names = head.List("owners");
        var owners = new List<Owner>();
        foreach (var name in names)
        {
            if (OwnerNames.Parse(name) is { } owner && !owners.Contains(owner))
                owners.Add(owner);
            else if (OwnerNames.Parse(name) is not null)
                head.Problem("owners", $"'{name}' stands twice");
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
        string[] known = [.. MetricCatalog.DatasetsWithDays, .. MetricCatalog.DatasetsWithoutDays, MetricCatalog.Margin, .. MetricCatalog.Told];
        foreach (var name in names.SelectMany(name => name.Split('|')).Where(name => !known.Contains(name) && !IsEventType(name)))
            head.Problem(key, Nearest.Unknown("dataset", name, known));
        if (required && names.Count == 0)
            head.Problem(key, $"'{key}' must name the datasets the metric cannot do without");
        else if (required && names.All(name => name.Split('|').Any(HasNoDays)))
            head.Problem(key, $"'{key}' must name a dataset with days ({string.Join(", ", MetricCatalog.DatasetsWithDays)}): the answer is as of the last whole one");
        return names;
    }

    private static bool HasNoDays(string name) =>
        name == MetricCatalog.Margin || MetricCatalog.Told.Contains(name) || IsEventType(name) || MetricCatalog.DatasetsWithoutDays.Contains(name);

    // 'events/member_enrolled': there is no answer where no such event ever came. Whether there is such a type is for loads to say.
    private static bool IsEventType(string name) =>
        name.StartsWith("events/", StringComparison.Ordinal) && name.Length > 7 && name[7..].All(c => char.IsAsciiLetterLower(c) || c == '_');

    internal static List<FactsColumn> Show(string file, YamlMap? map, List<Problem> problems)
    {
        var columns = new List<FactsColumn>();
        foreach (var key in map?.Keys ?? [])
        {
            if (map!.Text(key) is not { } expression)
                continue;
            if (!NamePattern().IsMatch(key))
                map.Problem(key, $"'{key}' stands for a column: a-z, 0-9 and _, beginning with a letter");
            SqlExpression.Check(file, map.LineAt(key), expression, problems);
            columns.Add(new FactsColumn(key, expression));
        }

        return columns;
    }

    internal static Dictionary<CellPart, Text> Because(YamlMap? map, List<FactsColumn> show)
    {
        var reasons = new Dictionary<CellPart, Text>();
        if (map is null)
            return reasons;
        foreach (var (part, key) in CellParts.All)
        {
            if (map.BothLanguages(key) is not { } text)
                continue;
            reasons[part] = text;
            var known = show.Select(column => column.Name).ToList();
            foreach (var unknown in Placeholders().Matches(text.Zh + text.En).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal))
                map.Problem(key, Nearest.Unknown("name in braces", unknown, known) + " (only what 'show' names can be put there)");
        }

        map.RefuseOthers();
        return reasons;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();
}
