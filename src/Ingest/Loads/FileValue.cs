using System.Globalization;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Mappings;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>How the columns of a received file are written in SQL, always as text.</summary>
internal sealed class FileValue(RowShape shape, IReadOnlyList<FileColumn> columns)
{
    /// <summary>The columns of the table that receives the file.</summary>
    public string TableColumns => shape == RowShape.Parquet
        ? string.Join(", ", columns.Select(column => $"{Quote.Name(column.Name)} {column.Type}"))
        : "_line UInt64, _broken String, _raw String" + string.Concat(columns.Select((column, i) => $", {Numbered(i)} {column.Type}"));

    public string Of(string name)
    {
        if (name == Expression.LineColumn)
            return "_line";
        if (shape == RowShape.Json)
            return $"_fields[{Quote.Text(name)}]";
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
                return shape == RowShape.Parquet ? AsText(columns[i]) : Numbered(i);
        }

        return "''";
    }

    private static string Numbered(int i) => string.Create(CultureInfo.InvariantCulture, $"c{i}");

    private static string AsText(FileColumn column)
    {
        var value = Quote.Name(column.Name);
        var type = column.Type.StartsWith("Nullable(", StringComparison.Ordinal) ? column.Type["Nullable(".Length..] : column.Type;
        var text = type switch
        {
            _ when type.StartsWith("Array(", StringComparison.Ordinal) => $"arrayStringConcat(arrayMap(item -> ifNull(toString(item), ''), {value}), ';')",
            _ when type.StartsWith("DateTime", StringComparison.Ordinal) => column.IsLocalTime ? $"toString({value}, 'UTC')" : $"concat(toString({value}, 'UTC'), 'Z')",
            _ => $"toString({value})",
        };
        return $"ifNull({text}, '')";
    }
}
