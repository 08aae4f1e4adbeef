namespace PrivateDomainBI.Core.Metrics;

/// <summary>One SELECT and the values of its <c>{name:Type}</c> parameters.</summary>
public sealed record CompiledQuery(string Sql, IReadOnlyDictionary<string, object?> Parameters);

/// <summary>
/// What the data allow: the business day up to which the metric's data are whole, and the day one asks from
/// (orders, refunds and ends on it and later are unknown).
/// </summary>
public readonly record struct Horizon(DateOnly CompleteThrough, DateOnly AsOf, decimal? Margin = null);
