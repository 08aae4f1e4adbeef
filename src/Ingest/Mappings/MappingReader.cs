using PrivateDomainBI.Core;
using PrivateDomainBI.Ingest.Loads;
using YamlDotNet.RepresentationModel;

namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>Turns the YAML of a mapping file into a <see cref="Mapping"/>, noting problems and going on, so that all are told at once.</summary>
internal sealed class MappingReader(string file, List<Problem> problems)
{
    private static readonly string[] FileKeys = ["dataset", "source", "time_zone", "delimiter", "where", "columns"];
    private static readonly string[] ColumnKeys = ["column", "expression", "constant", "values", "otherwise", "time_format", "number_format"];

    public Mapping Read(YamlMappingNode root, Dataset? forDataset)
    {
        string? datasetName = null, source = null, timeZone = null;
        var delimiter = ',';
        MappedExpression? where = null;
        YamlNode? columns = null;
        foreach (var (key, value) in Pairs(root))
        {
            switch (key)
            {
                case "dataset": datasetName = Scalar(value); break;
                case "source": source = Source(value); break;
                case "time_zone": timeZone = TimeZone(value); break;
                case "delimiter": delimiter = Delimiter(value); break;
                case "where": where = Expression(value); break;
                case "columns": columns = value; break;
                default: Unknown(root, key, FileKeys); break;
            }
        }

        var dataset = FindDataset(root, datasetName, forDataset);
        return new Mapping(file, datasetName, source, timeZone, delimiter, where, Columns(root, columns, dataset));
    }

    private Dataset? FindDataset(YamlMappingNode root, string? name, Dataset? forDataset)
    {
        if (name is null)
            return forDataset;
        var dataset = Datasets.Find(name);
        if (dataset is null)
            Add(Value(root, "dataset"), Nearest.Unknown("dataset", name, Datasets.Names));
        else if (forDataset is not null && forDataset != dataset)
            Add(Value(root, "dataset"), $"this file maps to {name}, not to {forDataset.Name}");
        return dataset;
    }

    private Dictionary<string, MappedColumn> Columns(YamlMappingNode root, YamlNode? node, Dataset? dataset)
    {
        var columns = new Dictionary<string, MappedColumn>(StringComparer.Ordinal);
        if (node is not YamlMappingNode map)
        {
            Add(node ?? root, "'columns' is missing: it gives for each column of the dataset where its value comes from");
            return columns;
        }

        foreach (var (key, value) in Pairs(map))
        {
            if (dataset is not null && !dataset.Columns.Contains(key))
                Add(value, Nearest.Unknown($"column of {dataset.Name}", key, dataset.Columns));
            if (Column(value) is { } column)
                columns[key] = column;
        }

        return columns;
    }

    private MappedColumn? Column(YamlNode node)
    {
        if (node is YamlScalarNode)
            return Expression(node) is { } value ? new MappedColumn(value, new Dictionary<string, string>(), Otherwise: null, TimeFormat: null, NumberFormat: null) : null;
        if (node is not YamlMappingNode map)
        {
            Add(node, "write an expression, or the keys " + string.Join(", ", ColumnKeys));
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var origins = new List<MappedExpression>();
        string? otherwise = null, timeFormat = null;
        NumberFormat? numberFormat = null;
        foreach (var (key, value) in Pairs(map))
        {
            switch (key)
            {
                case "column": AddOrigin(origins, Mappings.Expression.OfColumn(Scalar(value)), value); break;
                case "constant": AddOrigin(origins, Mappings.Expression.OfText(Scalar(value)), value); break;
                case "expression" when Expression(value) is { } expression: origins.Add(expression); break;
                case "expression": return null;
                case "values": Values(value, values); break;
                case "otherwise": otherwise = Scalar(value); break;
                case "time_format": timeFormat = Scalar(value); break;
                case "number_format": numberFormat = Number(value); break;
                default: Unknown(map, key, ColumnKeys); break;
            }
        }

        if (origins.Count == 1)
            return new MappedColumn(origins[0], values, otherwise, timeFormat, numberFormat);
        Add(map, "exactly one of column, expression and constant says where the value comes from");
        return null;
    }

    private static void AddOrigin(List<MappedExpression> origins, Expression expression, YamlNode node) =>
        origins.Add(new MappedExpression(expression, (int)node.Start.Line));

    private MappedExpression? Expression(YamlNode node)
    {
        try
        {
            return new MappedExpression(ExpressionParser.Parse(Scalar(node)), (int)node.Start.Line);
        }
        catch (ExpressionException e)
        {
            Add(node, e.Message);
            return null;
        }
    }

    private void Values(YamlNode node, Dictionary<string, string> values)
    {
        if (node is not YamlMappingNode map)
        {
            Add(node, "'values' is a list of 'as written: as meant'");
            return;
        }

        foreach (var (key, value) in Pairs(map))
            values[key] = Scalar(value);
    }

    private string Source(YamlNode node)
    {
        var source = Scalar(node);
        if (source.Length == 0 || source.Contains(':', StringComparison.Ordinal))
            Add(node, "a source is a short name without ':'");
        return source;
    }

    private string TimeZone(YamlNode node)
    {
        var zone = Scalar(node);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            Add(node, $"there is no time zone '{zone}'; write it like Asia/Shanghai");
        return zone;
    }

    private char Delimiter(YamlNode node)
    {
        var text = Scalar(node);
        if (text.Length == 1 && char.IsAscii(text[0]) && !char.IsLetterOrDigit(text[0]) && text[0] is not ('"' or '\n' or '\r'))
            return text[0];
        if (text == "\\t")
            return '\t';
        Add(node, "a delimiter is one sign such as ';' or \"\\t\"");
        return ',';
    }

    private NumberFormat? Number(YamlNode node)
    {
        switch (Scalar(node))
        {
            case "1234.50": return null;
            case "1,234.50": return new NumberFormat(",", ".");
            case "1.234,50": return new NumberFormat(".", ",");
            case "1 234,50": return new NumberFormat(" ", ",");
            case "1234,50": return new NumberFormat("", ",");
            default:
                Add(node, "write one of 1234.50, 1,234.50, 1.234,50, 1 234,50 and 1234,50, in quotes");
                return null;
        }
    }

    private string Scalar(YamlNode node)
    {
        if (node is YamlScalarNode scalar)
            return scalar.Value ?? "";
        Add(node, "one value is expected here");
        return "";
    }

    private IEnumerable<(string Key, YamlNode Value)> Pairs(YamlMappingNode map) => map.Children.Select(pair => (Scalar(pair.Key), pair.Value));

    private static YamlNode Value(YamlMappingNode map, string key) => map.Children[new YamlScalarNode(key)];

    private void Unknown(YamlMappingNode map, string key, string[] known) =>
        Add(map.Children.Keys.First(k => k is YamlScalarNode s && s.Value == key), Nearest.Unknown("key", key, known));

    private void Add(YamlNode node, string message) => problems.Add(new Problem(file, (int)Math.Max(1, node.Start.Line), message));
}
