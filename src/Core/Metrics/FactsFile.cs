using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Reads what a file of <c>sql/models</c> says about the facts it builds.</summary>
internal static class FactsFile
{
    public static Facts? Read(string file, string name, string text, List<Problem> problems)
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
                if (map.Text(key, required: true) is { } expression)
                    owners[owner] = expression;
            }

            map.RefuseOthers();
        }

        var columns = Columns(head.Map("columns"));
        var dimensions = Columns(head.Map("dimensions"));
        foreach (var dimension in dimensions.Where(dimension => !Dimensions.Further.Contains(dimension.Name)))
            head.Problem("dimensions", Nearest.Unknown("dimension", dimension.Name, Dimensions.Further));
        head.RefuseOthers();
        return problems.Count > before
            ? null
            : new Facts(name, source!, grain!, columns, owners, channel!, dimensions.ToDictionary(column => column.Name, column => column.Expression, StringComparer.Ordinal));
    }

    private static List<FactsColumn> Columns(YamlMap? map) =>
        map is null ? [] : [.. map.Keys.Select(key => new FactsColumn(key, map.Text(key) ?? ""))];
}
