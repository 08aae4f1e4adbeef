using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>
/// The browser that comes with the product (npm @sparticuz/chromium), so that a bare machine can print.
/// It is shipped packed and is unpacked once into the data directory, together with the few shared libraries
/// that such a machine lacks.
/// </summary>
internal sealed class BundledChromium(string package, string unpackTo)
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string[] Archives = ["al2023", "fonts", "swiftshader"];

    /// <summary>The package carries a Linux x64 program and nothing else.</summary>
    public bool IsUsable =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64
        && File.Exists(Packed("chromium.br"));

    /// <summary>In a published folder the package lies beside the program, in a build where npm put it.</summary>
    public static string FindPackage(string programFolder)
    {
        var published = Path.Combine(programFolder, "chromium");
        if (Directory.Exists(published))
            return published;
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            var restored = Path.Combine(folder.FullName, "src", "Web", "node_modules", "@sparticuz", "chromium");
            if (Directory.Exists(restored))
                return restored;
        }
        return published;
    }

    public async Task<ChromiumBinary> UnpackAsync(CancellationToken ct)
    {
        var version = await VersionAsync(ct);
        var home = Path.GetFullPath(Path.Combine(unpackTo, version));
        if (!Directory.Exists(home))
            await UnpackToAsync(home, ct);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_LIBRARY_PATH"] = Path.Combine(home, "lib"),
            ["FONTCONFIG_FILE"] = Path.Combine(home, "fonts.conf"),
            ["HOME"] = home,
        };
        return new ChromiumBinary(Path.Combine(home, "chromium"), environment, $"bundled {version}");
    }

    private async Task UnpackToAsync(string home, CancellationToken ct)
    {
        // Beside its final place and moved there in one step: a process that dies half-way, or two that
        // unpack at once, leave either nothing or a whole browser.
        var draft = $"{home}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(draft);
        await UnpackProgramAsync(Path.Combine(draft, "chromium"), ct);
        foreach (var archive in Archives)
            await UnpackArchiveAsync(archive, draft, ct);
        await File.WriteAllTextAsync(Path.Combine(draft, "fonts.conf"), FontConfiguration(home), ct);
        try
        {
            Directory.Move(draft, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private async Task UnpackProgramAsync(string program, CancellationToken ct)
    {
        await using (var packed = new BrotliStream(File.OpenRead(Packed("chromium.br")), CompressionMode.Decompress))
        await using (var file = File.Create(program))
            await packed.CopyToAsync(file, ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, Executable);
    }

    private async Task UnpackArchiveAsync(string archive, string folder, CancellationToken ct)
    {
        await using var tar = new BrotliStream(File.OpenRead(Packed($"{archive}.tar.br")), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, folder, overwriteFiles: true, ct);
    }

    // TRICKY: the package's own fonts.conf names folders of the machine it was made for. With no system font
    // at all Chromium draws no text, not even in the page's web fonts, and prints blank pages without a word.
    private static string FontConfiguration(string home) =>
        $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>{home}/fonts</dir>
          <dir>/usr/share/fonts</dir>
          <cachedir>{home}/font-cache</cachedir>
        </fontconfig>

        """;

    private async Task<string> VersionAsync(CancellationToken ct)
    {
        await using var manifest = File.OpenRead(Path.Combine(package, "package.json"));
        using var json = await JsonDocument.ParseAsync(manifest, cancellationToken: ct);
        return json.RootElement.GetProperty("version").GetString()
            ?? throw new InvalidDataException($"{package}/package.json names no version");
    }

    private string Packed(string name) => Path.Combine(package, "bin", name);
}
