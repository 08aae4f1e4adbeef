using System.Globalization;
using PrivateDomainBI.Core;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Mappings;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// Where the rows of one file enter the warehouse, and the SELECT that makes landing rows of them: target column → text,
/// the mapping applied. Its SQL cannot stand in sql/, because a file's columns and a mapping's expressions make it.
/// </summary>
internal sealed class ReceiveTable
{
    /// <summary>Under this name a broken row's raw text is kept.</summary>
    private const string RawText = "_raw";

    private const string JsonFields = "CAST(arrayMap(field -> (field.1, load_json_text(field.2)), JSONExtractKeysAndValuesRaw(_raw)) AS Map(String, String))";

    private readonly Dataset _dataset;
    private readonly Mapping? _mapping;
    private readonly IRowFile _file;
    private readonly FileValue _value;
    private readonly List<(string Target, string Sql)> _values = [];

    private ReceiveTable(Dataset dataset, Mapping? mapping, IRowFile file)
    {
        _dataset = dataset;
        _mapping = mapping;
        _file = file;
        _value = new FileValue(file.Shape, file.Columns);
    }

    /// <summary>Columns of the file that nothing reads; they are kept in the landing all the same.</summary>
    public IReadOnlyList<string> Unused { get; private set; } = [];

    /// <summary>The mapping file, where one has its say in what the warehouse is asked to do.</summary>
    public string? MappingFile => _mapping?.File;

    private bool IsJson => _file.Shape == RowShape.Json;

    /// <summary>Checks a file's columns against dataset and mapping; problems are told all at once.</summary>
    public static Parsed<ReceiveTable> For(string path, IRowFile file, Dataset dataset, Mapping? mapping)
    {
        var table = new ReceiveTable(dataset, mapping, file);
        var problems = new List<Problem>();
        if (file.Columns.Count > 0)
        {
            table.CheckMapping(problems);
            table.CheckRequired(path, problems);
        }

        table.ChooseValues();
        return problems.Count == 0 ? new Parsed<ReceiveTable>(table, []) : new Parsed<ReceiveTable>(Value: null, problems);
    }

    /// <summary>Rows of lines pass through a table that keeps nothing; a Parquet file is kept, in its order, to number its rows.</summary>
    public string CreateTable(string name) =>
        $"CREATE TABLE {Quote.Name(name)} ({_value.TableColumns}) ENGINE = {(_file.Shape == RowShape.Parquet ? "Log" : "Null")}";

    public string CreateView(string name, ulong batch, string file) =>
        $"CREATE MATERIALIZED VIEW {Quote.Name(name + "_feed")} TO landing AS {Select(name, batch, file)}";

    /// <summary>For what was kept: the landing rows, numbered as they stand in the file.</summary>
    public string Copy(string name, ulong batch, string file) =>
        $"INSERT INTO landing {Select($"(SELECT *, rowNumberInAllBlocks() + 1 AS _line, '' AS _broken, '' AS _raw FROM {Quote.Name(name)})", batch, file)} SETTINGS max_threads = 1";

    private string Select(string from, ulong batch, string file)
    {
        var map = IsJson ? JsonMap() : $"map({string.Join(", ", _values.Select(value => $"{Quote.Text(value.Target)}, {value.Sql}"))})";
        var isBroken = IsJson ? "NOT (startsWith(_raw, '{') AND isValidJSON(_raw))" : "_broken != ''";
        var reason = IsJson ? $"if({isBroken}, 'not_json', '')" : "_broken";
        var rows = IsJson ? $"(SELECT *, {JsonFields} AS _fields FROM {from})" : from;
        var where = _mapping?.Where is { } condition ? $" WHERE {isBroken} OR ({condition.Expression.ToSql(_value.Of)})" : "";
        return $"""
            SELECT {Quote.Text(_dataset.Name)} AS dataset, toUInt64({batch.ToString(CultureInfo.InvariantCulture)}) AS batch, {Quote.Text(file)} AS file,
              _line AS line, CAST(if({isBroken}, map('{RawText}', _raw), {map}) AS Map(LowCardinality(String), String)) AS row, {reason} AS broken
            FROM {rows}{where}
            """;
    }

    private void CheckMapping(List<Problem> problems)
    {
        if (_mapping is null)
            return;
        var names = _file.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var expression in _mapping.Columns.Values.Select(column => column.Value).Append(_mapping.Where).OfType<MappedExpression>())
        {
            foreach (var column in expression.Expression.Columns.Where(column => !names.Contains(column)))
                problems.Add(new Problem(_mapping.File, expression.Line, Nearest.Unknown("column of the file", column, names)));
        }
    }

    private void CheckRequired(string path, List<Problem> problems)
    {
        var names = _file.Columns.Select(column => column.Name).ToList();
        foreach (var missing in _dataset.Required.Where(required => _mapping?.Columns.ContainsKey(required) != true && !names.Contains(required)))
        {
            var near = Nearest.To(missing, names.Where(name => !_dataset.Columns.Contains(name)).DefaultIfEmpty(names[0]));
            problems.Add(new Problem(path, 1, $"{_dataset.Name} needs the column '{missing}', which the file does not have; the nearest one it has is '{near[0]}' (a mapping file can name it)"));
        }
    }

    private void ChooseValues()
    {
        if (_mapping is not null)
            _values.AddRange(_mapping.Columns.Select(column => (column.Key, Sql(column.Value))));
        var read = _mapping is null ? [] : _mapping.Columns.Values.SelectMany(column => column.Value.Expression.Columns)
            .Concat(_mapping.Where?.Expression.Columns ?? new HashSet<string>(StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var rest = _file.Columns.Select(column => column.Name)
            .Where(name => !read.Contains(name) && _mapping?.Columns.ContainsKey(name) != true).ToList();
        Unused = [.. rest.Where(name => !_dataset.Columns.Contains(name))];
        _values.AddRange(rest.Select(name => (name, _value.Of(name))));
    }

    // The mapped columns stand before the fields of the line, and the first of a name is the one that is found.
    private string JsonMap() => _values.Count == 0
        ? "_fields"
        : $"mapFromArrays(arrayConcat([{string.Join(", ", _values.Select(value => Quote.Text(value.Target)))}], mapKeys(_fields)), "
            + $"arrayConcat([{string.Join(", ", _values.Select(value => value.Sql))}], mapValues(_fields)))";

    private string Sql(MappedColumn column)
    {
        var sql = $"ifNull(toString({column.Value.Expression.ToSql(_value.Of)}), '')";
        if (column.NumberFormat is { } number)
        {
            if (number.Thousands.Length > 0)
                sql = $"replaceAll({sql}, {Quote.Text(number.Thousands)}, '')";
            sql = $"replaceAll({sql}, {Quote.Text(number.Point)}, '.')";
        }

        if (column.TimeFormat is { } format)
        {
            // What cannot be read stays as it is, to be refused with its value.
            sql = $"ifNull(formatDateTime(parseDateTimeInJodaSyntaxOrNull({sql}, {Quote.Text(format)}, 'UTC'), '%Y-%m-%d %H:%i:%S', 'UTC'), {sql})";
        }

        if (column.Values.Count == 0)
            return sql;
        var from = string.Join(", ", column.Values.Keys.Select(Quote.Text));
        var to = string.Join(", ", column.Values.Values.Select(Quote.Text));
        return $"transform({sql}, [{from}], [{to}], {(column.Otherwise is null ? sql : Quote.Text(column.Otherwise))})";
    }
}
