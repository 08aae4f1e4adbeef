using System.Globalization;

namespace PrivateDomainBI.Web.Jobs.Inbox;

/// <summary>
/// Whether somebody is still writing a file. A program that pauses between two rows leaves size and time alone
/// for a while; moving its file away would lose the rest without a word.
/// </summary>
internal static class OpenFiles
{
    private const int AccessMode = 3;

    public static bool IsBeingWritten(string path) => !CanBeHeldAlone(path) || HasWriter(Path.GetFullPath(path));

    // Windows refuses what is open anywhere; elsewhere this sees only programs that lock.
    private static bool CanBeHeldAlone(string path)
    {
        try
        {
            using var alone = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Linux tells which files each process has open, as far as this user may see them.
    private static bool HasWriter(string path) =>
        OperatingSystem.IsLinux()
        && Directory.EnumerateDirectories("/proc")
            .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            .Any(process => Opened(process).Any(file => IsWriter(process, file, path)));

    private static IEnumerable<string> Opened(string process)
    {
        try
        {
            return Directory.GetFileSystemEntries(Path.Combine(process, "fd"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsWriter(string process, string file, string path)
    {
        try
        {
            if (new FileInfo(file).LinkTarget != path)
                return false;
            var flags = File.ReadLines(Path.Combine(process, "fdinfo", Path.GetFileName(file)))
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal))["flags:".Length..].Trim();
            return (Convert.ToInt32(flags, fromBase: 8) & AccessMode) != 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
