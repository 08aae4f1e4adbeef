using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Reads what the files of <c>sql/models</c> say about the facts they build.</summary>
internal static class FactsFile
{
    // Other facts may say that a name of theirs means what it means there.
    private const string OfCustomers = "customer_facts";

    /// <summary>All that describe themselves by name, null where a description cannot be used.</summary>
    public static Dictionary<string, Facts?> ReadAll(IEnumerable<SqlText> files, List<Problem> problems)
    {
        var facts = new Dictionary<string, Facts?>(StringComparer.Ordinal);
        var described = files
            .Where(file => file.Path.StartsWith("models/", StringComparison.Ordinal) && file.Content.StartsWith("/* ---", StringComparison.Ordinal))
            .OrderBy(file => Path.GetFileNameWithoutExtension(file.Path) != OfCustomers);
        foreach (var file in described)
        {
            var name = Path.GetFileNameWithoutExtension(file.Path);
            facts[name] = Read(file.Path, name, file.Content, facts.GetValueOrDefault(OfCustomers), problems);
        }

        return facts;
    }

    private static Facts? Read(string file, string name, string text, Facts? customers, List<Problem> problems)
    {
        var before = problems.Count;
        if (FrontMatter.Split(file, text, problems) is not var (head, _, _))
            return null;
        var grain = head.Text("grain", required: true);
        var source = head.Text("source", required: true);
        var channel = head.Text("channel", required: true);
        var owners = new Dictionary<Owner, string>();
        if (head.Map("owners", required: true) is { } map)
        {
            foreach (var (owner, key) in OwnerNames.All)
            {
                if (map.Text(key, required: true) is not { } expression)
                    continue;
                SqlExpression.Check(file, map.LineAt(key), expression, problems);
                owners[owner] = expression;
            }

            map.RefuseOthers();
        }

        var areOfCustomers = head.OneOf("customers", "true", "true", "false") == "true";
        var columns = Columns(file, head.Map("columns"), problems);
        var inPeriod = DaysFile.InPeriod(head.Map("in_period"));
        columns.AddRange(inPeriod.Select(counted => new FactsColumn(counted.Key, counted.Value.Count)));
        var byMonth = DaysFile.ByMonth(head.Map("by_month"));
        var usual = Usual(file, head.Map("usual"), columns, problems);
        var place = 0;
        foreach (var shared in head.List("as_customers"))
        {
            if (customers?.Columns.FirstOrDefault(column => column.Name == shared) is not { } column)
            {
                head.Problem("as_customers", Nearest.Unknown("column of " + OfCustomers, shared, customers?.Columns.Select(other => other.Name) ?? []));
                continue;
            }

            columns.Insert(place++, column);
            usual.AddRange((customers.Usual ?? []).Where(rows => rows.Columns.Any(other => other.Name == shared))
                .Select(rows => rows with { Columns = [.. rows.Columns.Where(other => other.Name == shared)] }));
        }

        var dimensions = Columns(file, head.Map("dimensions"), problems);
        foreach (var dimension in dimensions.Where(dimension => !Dimensions.Further.Contains(dimension.Name)))
            head.Problem("dimensions", Nearest.Unknown("dimension", dimension.Name, Dimensions.Further));
        var countedBy = head.List("counted_by");
        var creditedBy = CreditedBy(head.Map("credited_by"), dimensions);
        head.RefuseOthers();
        return problems.Count > before
            ? null
            : new Facts(name, source!, grain!, columns, owners, channel!, dimensions.ToDictionary(column => column.Name, column => column.Expression, StringComparer.Ordinal), areOfCustomers, OneOfEach(usual), creditedBy, countedBy, inPeriod, byMonth);
    }

    private static Dictionary<string, IReadOnlyList<string>> CreditedBy(YamlMap? map, List<FactsColumn> dimensions)
    {
        var told = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var dataset in map?.Keys ?? [])
        {
            if (!MetricCatalog.DatasetsWithDays.Contains(dataset))
                map!.Problem(dataset, Nearest.Unknown("dataset", dataset, MetricCatalog.DatasetsWithDays));
            string[] known = [Dimensions.Employee, .. dimensions.Select(dimension => dimension.Name)];
            told[dataset] = map!.List(dataset);
            foreach (var name in told[dataset].Except(known))
                map.Problem(dataset, Nearest.Unknown("dimension", name, known));
        }

        return told;
    }

    private static List<UsualRows> Usual(string file, YamlMap? cases, List<FactsColumn> columns, List<Problem> problems)
    {
        var usual = new List<UsualRows>();
        foreach (var name in cases?.Keys ?? [])
        {
            if (cases!.Map(name, required: true) is not { } map)
                continue;
            var before = map.Text("before");
            var when = map.Text("when", required: before is null);
            if (when is not null)
                SqlExpression.Check(file, map.LineAt("when"), when, problems);
            SqlExpression.Check(file, map.LineAt("before"), before ?? "1", problems);
            var named = map.Map("columns", required: true);
            var shorter = Columns(file, named, problems);
            foreach (var column in shorter.Where(column => columns.All(other => other.Name != column.Name)))
                named!.Problem(column.Name, Nearest.Unknown("column", column.Name, columns.Select(other => other.Name)));
            var countedBy = map.List("counted_by");
            map.RefuseOthers();
            usual.Add(new UsualRows(when, before, shorter, countedBy));
        }

        return usual;
    }

    // Several names taken from the customers can be shorter in the same case.
    private static List<UsualRows> OneOfEach(List<UsualRows> usual) =>
    [
        .. usual.GroupBy(rows => (rows.When, rows.Before))
            .Select(same => new UsualRows(same.Key.When, same.Key.Before, [.. same.SelectMany(rows => rows.Columns)], [.. same.SelectMany(rows => rows.CountedBy).Distinct(StringComparer.Ordinal)])),
    ];

    private static List<FactsColumn> Columns(string file, YamlMap? map, List<Problem> problems)
    {
        var columns = new List<FactsColumn>();
        foreach (var key in map?.Keys ?? [])
        {
            if (map!.Text(key) is not { } expression)
                continue;
            SqlExpression.Check(file, map.LineAt(key), expression, problems);
            columns.Add(new FactsColumn(key, expression));
        }

        return columns;
    }
}
