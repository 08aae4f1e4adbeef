namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// What the asker may see; a required part of every question. <see cref="Employees"/> null means the whole company,
/// else the customers that these employees own now.
/// </summary>
public sealed record AccessScope(string Name, IReadOnlyList<string>? Employees)
{
    public static AccessScope Company { get; } = new("company", Employees: null);
}
