using System.Runtime.InteropServices;

namespace PrivateDomainBI.Engine.Native;

// Where libchdb lies: beside the program once published; while developing, in the npm folder of
// src/Engine, found by walking up from the program, so that any working directory will do.
internal static class LibraryFile
{
    private static readonly string[] Names = ["libchdb.so", "libchdb.dylib"];

    public static string Find()
    {
        var package = Path.Combine("src", "Engine", "node_modules", "@chdb", PackageName());
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var name in Names)
            {
                if (FirstExisting(Path.Combine(folder.FullName, name), Path.Combine(folder.FullName, package, name)) is { } found)
                {
                    return found;
                }
            }
        }

        throw new DllNotFoundException($"The engine's library (libchdb) is neither in {AppContext.BaseDirectory} nor in {package} of a folder above it. "
            + "Run 'dotnet build src/Engine' (needs npm), or publish again.");
    }

    private static string? FirstExisting(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static string PackageName()
    {
        var cpu = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return OperatingSystem.IsMacOS() ? $"lib-darwin-{cpu}" : $"lib-linux-{cpu}-gnu";
    }
}
