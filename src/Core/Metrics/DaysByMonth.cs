namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Arrays of days once more by calendar month, beside the arrays themselves: <paramref name="Months"/> names an array of months
/// (years × 12 + month, in order), <paramref name="Bits"/> says for an array of days which other array holds, for each of those
/// months, a bit for each of its days (bit 0 is the first of the month).
/// </summary>
public sealed record DaysByMonth(string Months, IReadOnlyDictionary<string, string> Bits);
