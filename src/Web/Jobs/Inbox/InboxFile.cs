namespace PrivateDomainBI.Web.Jobs.Inbox;

/// <summary>A file that waits to be loaded, and the mapping beside it if there is one.</summary>
internal sealed record InboxFile(string Dataset, string Path, string? Mapping)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>
/// What became of a file: <paramref name="Refusal"/> null means loaded, else why nothing of it was.
/// </summary>
internal sealed record InboxVerdict(string? Refusal, long Loaded, long Quarantined)
{
    public static InboxVerdict Refused(string why) => new(why, Loaded: 0, Quarantined: 0);
}
