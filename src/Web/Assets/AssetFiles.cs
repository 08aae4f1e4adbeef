using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace PrivateDomainBI.Web.Assets;

/// <summary>
/// Where style sheets, scripts and fonts come from: our own from wwwroot, others' from node_modules, and there
/// only the named few. Addresses carry a version made of the contents, so that a browser may keep them for ever.
/// </summary>
internal sealed class AssetFiles
{
    public const string Root = "/assets";

    /// <summary>Folders of node_modules that are served; everything else there stays unseen.</summary>
    private static readonly string[] ServedFolders =
        [".trimmed/", "echarts/dist/", "htmx.org/dist/", "@fontsource/noto-sans-sc/"];

    public AssetFiles()
    {
        var folder = Locate(AppContext.BaseDirectory);
        Own = new PhysicalFileProvider(Path.Combine(folder, "wwwroot"));
        var modules = Path.Combine(folder, "node_modules");
        Modules = Directory.Exists(modules)
            ? new PhysicalFileProvider(modules, Microsoft.Extensions.FileProviders.Physical.ExclusionFilters.None)
            : new NullFileProvider();
        Version = VersionOf(
            [
                .. Own.GetDirectoryContents("").Where(file => !file.IsDirectory).OrderBy(file => file.Name, StringComparer.Ordinal),
                .. ((string[])[".trimmed/tabler.css", "echarts/dist/echarts.common.min.js", "htmx.org/dist/htmx.min.js", "@fontsource/noto-sans-sc/400.css"])
                    .Select(Modules.GetFileInfo),
            ]);
    }

    public IFileProvider Own { get; }

    public IFileProvider Modules { get; }

    public string Version { get; }

    /// <summary>The address of a file of ours, or of one below node_modules.</summary>
    public string Link(string path) => $"{Root}/{Version}/{path}";

    public IFileInfo Find(string path)
    {
        var own = Own.GetFileInfo(path);
        return own.Exists || !ServedFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) ? own : Modules.GetFileInfo(path);
    }

    /// <summary>Beside the program where it is published, else in the project it was built from; never the working directory.</summary>
    private static string Locate(string baseDirectory)
    {
        for (var directory = new DirectoryInfo(baseDirectory); directory is not null; directory = directory.Parent)
        {
            foreach (var folder in (string[])[directory.FullName, Path.Combine(directory.FullName, "src", "Web")])
            {
                if (File.Exists(Path.Combine(folder, "wwwroot", "app.css")))
                    return folder;
            }
        }

        throw new DirectoryNotFoundException($"There is no wwwroot folder at {baseDirectory} or above it.");
    }

    private static string VersionOf(IEnumerable<IFileInfo> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Where(file => file.Exists))
        {
            using var stream = file.CreateReadStream();
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
