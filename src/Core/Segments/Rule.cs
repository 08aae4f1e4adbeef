namespace PrivateDomainBI.Core.Segments;

/// <summary>A condition on a customer. What is not known of her fulfils none, and so fulfils the <see cref="NotSo"/> of it.</summary>
public abstract record Rule;

/// <summary>Every one of them.</summary>
public sealed record AllOf(IReadOnlyList<Rule> Rules) : Rule;

/// <summary>At least one of them.</summary>
public sealed record AnyOf(IReadOnlyList<Rule> Rules) : Rule;

public sealed record NotSo(Rule Rule) : Rule;

/// <summary>An attribute that has one of these values.</summary>
public sealed record OneOf(string Attribute, IReadOnlyList<string> Values) : Rule;

/// <summary>An attribute that is so, or is not.</summary>
public sealed record IsSo(string Attribute, bool Yes) : Rule;

/// <summary>
/// A day at most (<paramref name="IsWithin"/>) or more than this many days before the day one asks from; of a birthday,
/// at most so many days from that day on.
/// </summary>
public sealed record Within(string Attribute, int Days, bool IsWithin) : Rule;

/// <summary>A number between two, both included; counted over the last <paramref name="Days"/> days, or over all of them.</summary>
public sealed record Between(string Attribute, decimal? AtLeast, decimal? AtMost, int? Days) : Rule;

/// <summary>Any of these tags, or all of them.</summary>
public sealed record Tagged(IReadOnlyList<string> Tags, bool All) : Rule;

/// <summary>Any tag of a category.</summary>
public sealed record TaggedIn(string Category) : Rule;
