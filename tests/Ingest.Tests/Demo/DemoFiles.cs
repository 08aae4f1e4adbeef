using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PrivateDomainBI.Ingest.Tests.Demo;

/// One line of an exported file, its fields by column name; the header is line 1.
internal sealed record DemoLine(long Number, string Text, IReadOnlyList<string> Fields, IReadOnlyDictionary<string, int> Columns)
{
    public bool IsWhole => Fields.Count == Columns.Count;

    public string this[string column] => Columns[column] < Fields.Count ? Fields[Columns[column]] : "";

    public DateTime Time(string column) => TryTime(column) ?? throw new FormatException($"{column} of line {Number}: {Text}");

    public DateTime? TryTime(string column)
    {
        var text = this[column].Replace("+08:00", "", StringComparison.Ordinal);
        return DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// A day that stands there without a time.
    public DateOnly? TryDate(string column) =>
        DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public DateOnly Day(string column) => DateOnly.FromDateTime(Time(column));

    public decimal? TryMoney(string column) =>
        decimal.TryParse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}

// Reads the exports as a stranger would: from the files alone, with a reader that shares nothing with their writer.
internal static class DemoFiles
{
    public static async Task<byte[]> ContentAsync(string directory, string file)
    {
        await using var disk = File.OpenRead(Path.Combine(directory, file));
        await using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(disk, CompressionMode.Decompress) : disk;
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    public static async Task<List<DemoLine>> LinesAsync(string directory, string file)
    {
        var text = Encoding.UTF8.GetString(await ContentAsync(directory, file));
        text.ShouldEndWith("\n");
        var lines = text.Split('\n')[..^1];
        var columns = Split(lines[0]).Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index);
        return [.. lines.Skip(1).Select((line, index) => new DemoLine(index + 2, line, Split(line), columns))];
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
                EndField();
            else
                field.Append(line[i]);
        }
        EndField();
        return fields;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
