namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Arrays of days once more by calendar month, beside the arrays themselves: <paramref name="Months"/> names an array of the months
/// (years × 12 + month, in order) in which the days of the array <paramref name="Of"/> lie, <paramref name="Bits"/> says for an array of days which other array holds, for each of those
/// months, a bit for each of its days (bit 0 is the first of the month).
/// </summary>
public sealed record DaysByMonth(string Months, string Of, IReadOnlyDictionary<string, string> Bits);
