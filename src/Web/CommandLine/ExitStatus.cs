namespace PrivateDomainBI.Web.CommandLine;

// What the program's exit status says to scripts.
internal static class ExitStatus
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int DoneWithQuarantine = 3;
}
