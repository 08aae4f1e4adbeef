namespace PrivateDomainBI.Web.CommandLine;

/// <summary>Standard output and error, by writers that stay the same as long as the program runs.</summary>
// TRICKY: whoever sets the console's encoding, as starting a browser does, holds the console's lock while he flushes and
// replaces both writers. A line of the log that is being written then holds its writer, which he waits for, and waits for
// the console's lock to find the other: both for ever, and every request with them, for all write to the log. Writers that
// were set are left alone.
internal static class StandardStreams
{
    /// <summary>Call once, before anything is written.</summary>
    public static void Keep()
    {
        Console.SetOut(Writer(Console.OpenStandardOutput()));
        Console.SetError(Writer(Console.OpenStandardError()));
    }

    private static StreamWriter Writer(Stream stream) => new(stream, Console.OutputEncoding) { AutoFlush = true };
}
