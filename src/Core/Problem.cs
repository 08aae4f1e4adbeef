namespace PrivateDomainBI.Core;

/// <summary>Something wrong with a file a person wrote: where, and what to do about it.</summary>
public sealed record Problem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
