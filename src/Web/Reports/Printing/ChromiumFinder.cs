namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>
/// Which browser prints: the configured one, else one installed on the machine, else the bundled one.
/// </summary>
internal sealed class ChromiumFinder(string configured, BundledChromium bundled, IReadOnlyList<string> installed)
{
    private const string Bundled = "bundled";

    private static readonly Dictionary<string, string> NothingExtra = [];

    public async Task<ChromiumBinary> FindAsync(CancellationToken ct)
    {
        if (configured is not "" and not Bundled)
        {
            return File.Exists(configured)
                ? new ChromiumBinary(configured, NothingExtra, "configured")
                : throw new PrintFailedException($"Reports:Chromium names {configured}, which is not there. Correct the path or leave it empty.");
        }
        var found = configured == Bundled ? null : installed.FirstOrDefault(File.Exists);
        if (found is not null)
            return new ChromiumBinary(found, NothingExtra, "installed");
        if (bundled.IsUsable)
            return await bundled.UnpackAsync(ct);
        throw new PrintFailedException(
            "No browser to print with was found. Install Chromium, Chrome or Edge, or name one by Reports:Chromium.");
    }

    /// <summary>Where the browsers that can print are usually installed on this system, best first.</summary>
    public static IReadOnlyList<string> UsualPlaces()
    {
        if (OperatingSystem.IsWindows())
        {
            string[] programs = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
            Environment.SpecialFolder[] roots =
            [
                Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86,
                Environment.SpecialFolder.LocalApplicationData,
            ];
            return [.. programs.SelectMany(_ => roots, (program, root) => Path.Combine(Environment.GetFolderPath(root), program))];
        }
        if (OperatingSystem.IsMacOS())
        {
            string[] names = ["Chromium", "Google Chrome", "Microsoft Edge"];
            return [.. names.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}")];
        }
        string[] commands = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return [.. commands.SelectMany(_ => folders, (command, folder) => Path.Combine(folder, command))];
    }
}
