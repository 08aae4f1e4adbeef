using System.Text;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>The statements of sql/load: each file holds several, each after a line '-- name: what'.</summary>
internal sealed class LoadSql(SqlFiles files)
{
    private const string NameMark = "-- name: ";

    private static readonly string[] FunctionFiles = ["functions", "event_types", "reasons"];

    private readonly Dictionary<string, Dictionary<string, string>> _read = new(StringComparer.Ordinal);

    /// <summary>The functions that the statements use; they are created again where one has changed.</summary>
    public IEnumerable<string> Functions =>
        FunctionFiles.SelectMany(file => files.Read($"load/{file}.sql").Statements).Select(statement => statement.Text);

    /// <summary>Tells these functions from those of another version.</summary>
    public string FunctionsChecksum => string.Join('-', FunctionFiles.Select(file => files.Read($"load/{file}.sql").Checksum));

    public string Of(string file, string name) =>
        Find(file, name) ?? throw new KeyNotFoundException($"sql/load/{file}.sql has no statement '{name}'.");

    /// <summary>Null where a dataset does not need this statement.</summary>
    public string? Find(string file, string name)
    {
        lock (_read)
        {
            if (!_read.TryGetValue(file, out var statements))
                _read[file] = statements = Split(files.Read($"load/{file}.sql").Text);
            return statements.GetValueOrDefault(name);
        }
    }

    private static Dictionary<string, string> Split(string text)
    {
        var statements = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        var statement = new StringBuilder();
        foreach (var line in text.Split('\n').Append(NameMark))
        {
            if (!line.StartsWith(NameMark, StringComparison.Ordinal))
            {
                statement.Append(line).Append('\n');
                continue;
            }

            if (name.Length > 0)
                statements[name] = statement.ToString().Trim();
            name = line[NameMark.Length..].Trim();
            statement.Clear();
        }

        return statements;
    }
}
