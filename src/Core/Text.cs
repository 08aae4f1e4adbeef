namespace PrivateDomainBI.Core;

/// <summary>One text in the two languages of the product.</summary>
public sealed record Text(string Zh, string En)
{
    public string In(string language) => language.StartsWith("zh", StringComparison.Ordinal) ? Zh : En;
}
