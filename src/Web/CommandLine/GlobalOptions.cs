using System.CommandLine;

namespace PrivateDomainBI.Web.CommandLine;

// Options that every verb takes.
internal static class GlobalOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The data directory",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Machine-readable output on standard output; progress and logs on standard error",
        Recursive = true,
    };
}
