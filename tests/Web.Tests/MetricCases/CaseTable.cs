using System.Text.RegularExpressions;

namespace PrivateDomainBI.Web.Tests.MetricCases;

/// <summary>A line of a table, by column; what is written as - is empty. <paramref name="Note"/>: the words after #.</summary>
internal sealed record CaseRow(IReadOnlyDictionary<string, string> Values, string Note)
{
    public string this[string column] => Values.GetValueOrDefault(column, "");
}

/// <summary>A small table as a person writes it: names in the first line, values below them, two blanks or more in between.</summary>
internal sealed partial record CaseTable(IReadOnlyList<string> Columns, IReadOnlyList<CaseRow> Rows)
{
    public static CaseTable Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Cut).Where(line => line.Values.Length > 0).ToList();
        var columns = lines[0].Values;
        return new CaseTable(columns, [.. lines.Skip(1).Select(line => Row(columns, line.Values, line.Note))]);
    }

    /// <summary>The lines of a table under its names, each column as wide as its widest value.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> lines = [columns, .. rows.Select(row => row.Select(value => value.Length == 0 ? "-" : value).ToList())];
        var widths = columns.Select((_, i) => lines.Max(line => line[i].Length)).ToList();
        return [.. lines.Select(line => string.Join("  ", line.Select((value, i) => value.PadRight(widths[i]))))];
    }

    private static (string[] Values, string Note) Cut(string line)
    {
        var parts = line.Split('#', 2, StringSplitOptions.TrimEntries);
        return (parts[0].Length == 0 ? [] : Gap().Split(parts[0]), parts.ElementAtOrDefault(1) ?? "");
    }

    private static CaseRow Row(string[] columns, string[] values, string note) => values.Length == columns.Length
        ? new CaseRow(columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second == "-" ? "" : pair.Second, StringComparer.Ordinal), note)
        : throw new FormatException($"'{string.Join("  ", values)}' has {values.Length} values under the {columns.Length} names {string.Join("  ", columns)}");

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Gap();
}
