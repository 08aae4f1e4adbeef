using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using PrivateDomainBI.Web.Api;
using PrivateDomainBI.Web.Reports.Weekly;

namespace PrivateDomainBI.Web.Reports;

/// <summary>
/// Reports on disk, in <c>reports/</c> of the data directory: the numbers as they were (<c>id.json</c>) and the PDF drawn
/// from them (<c>id.pdf</c>).
/// </summary>
internal sealed partial class ReportFiles(string dataDirectory)
{
    private const string Folder = "reports";
    private const int HashDigits = 12;

    /// <summary>Keeps the numbers; the name is made from them, so that the same numbers are the same report.</summary>
    public async Task<string> FreezeAsync(WeeklyReport report, string week, string language, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(report, ApiJson.Indented);
        var id = $"{week}-{language}-{Convert.ToHexStringLower(SHA256.HashData(json))[..HashDigits]}";
        await WriteAsync($"{id}.json", json, ct);
        return id;
    }

    public async Task<WeeklyReport?> ThawAsync(string id, CancellationToken ct)
    {
        if (!IsId(id) || !File.Exists(PathOf($"{id}.json")))
            return null;
        await using var file = File.OpenRead(PathOf($"{id}.json"));
        return await JsonSerializer.DeserializeAsync<WeeklyReport>(file, ApiJson.Options, ct);
    }

    /// <summary>Stores the PDF and tells its place relative to the data directory and its SHA-256.</summary>
    public async Task<(string File, string Sha256)> KeepPdfAsync(string id, byte[] pdf, CancellationToken ct)
    {
        await WriteAsync($"{id}.pdf", pdf, ct);
        return ($"{Folder}/{id}.pdf", Convert.ToHexStringLower(SHA256.HashData(pdf)));
    }

    /// <summary>The PDF's path if it is there.</summary>
    public string? FindPdf(string id) => IsId(id) && File.Exists(PathOf($"{id}.pdf")) ? PathOf($"{id}.pdf") : null;

    /// <summary>The language that a report's name says it is in.</summary>
    public static string LanguageOf(string id) => Id().Match(id).Groups["language"].Value;

    // Beside its place and moved there at once: nobody reads half a file.
    private async Task WriteAsync(string name, byte[] content, CancellationToken ct)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        await File.WriteAllBytesAsync(draft, content, ct);
        File.Move(draft, path, overwrite: true);
    }

    private string PathOf(string name) => Path.GetFullPath(Path.Combine(dataDirectory, Folder, name));

    private static bool IsId(string id) => Id().IsMatch(id);

    [GeneratedRegex("^[0-9]{4}-W[0-9]{2}-(?<language>zh|en)-[0-9a-f]{12}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
