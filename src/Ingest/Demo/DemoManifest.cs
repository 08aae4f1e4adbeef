using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PrivateDomainBI.Ingest.Loads;

namespace PrivateDomainBI.Ingest.Demo;

/// <summary>
/// What the demo company's files hold: enough to load them and to know what a load must report.
/// Files stand in the order they are best loaded; notes say what a reader should find in the numbers.
/// </summary>
public sealed record DemoManifest(
    string Company,
    long Seed,
    int Customers,
    int Months,
    DateOnly From,
    DateOnly CompleteThrough,
    IReadOnlyList<DemoFile> Files,
    IReadOnlyList<string> Notes)
{
    /// <summary>The file's name in the directory it describes.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The namespace of customers that the files write without one.</summary>
    public const string Source = "demo";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The verbs that load everything, to be run in this order from the files' directory.</summary>
    public IReadOnlyList<string> Load =>
    [
        .. Files.Select(file => string.Create(
            CultureInfo.InvariantCulture,
            $"load {file.Dataset} {file.File} --source {Source}{(Datasets.Find(file.Dataset)!.HasDays ? $" --complete-through {CompleteThrough:yyyy-MM-dd}" : "")}")),
    ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    internal async Task SaveAsync(string directory, CancellationToken ct) =>
        await File.WriteAllTextAsync(Path.Combine(directory, FileName), ToJson() + "\n", ct);
}

/// <summary>
/// One data file. Rows counts every line but the header: bad rows too, and duplicates, which repeat an earlier row exactly.
/// The hash is of the content before compression.
/// </summary>
public sealed record DemoFile(
    string Dataset, string File, long Rows, long Duplicates, IReadOnlyList<DemoBadRow> BadRows, string Sha256)
{
    /// <summary>Rows that load.</summary>
    public long GoodRows => Rows - Duplicates - BadRows.Count;
}

/// <summary>A row that cannot be used: its line in the file, the header being line 1, and what is wrong.</summary>
public sealed record DemoBadRow(long Line, string Reason);
