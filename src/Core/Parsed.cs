namespace PrivateDomainBI.Core;

/// <summary>A value read from what a person wrote, or everything that is wrong with it.</summary>
public sealed record Parsed<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    public bool IsGood => Problems.Count == 0 && Value is not null;
}
