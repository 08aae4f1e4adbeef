namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Arrays of days once more by calendar month, beside the arrays themselves: <paramref name="Months"/> names an array of the months
/// (years × 12 + month, in order) in which the days of the array <paramref name="Of"/> lie, <paramref name="Bits"/> says for an array of days which other array holds, for each of those
/// months, a bit for each of its days (bit 0 is the first of the month). <paramref name="Rows"/>: the same as rows, where there is a table of them.
/// </summary>
public sealed record DaysByMonth(string Months, string Of, IReadOnlyDictionary<string, string> Bits, MonthRows? Rows = null);

/// <summary>
/// A table with a row for each row of facts and each of its months: <c>month</c>, the bits by the names they have there, and
/// <paramref name="Columns"/>, the columns of the facts that it repeats. <paramref name="Source"/>: what stands after FROM.
/// <paramref name="Before"/>: for an array of days, the column that tells the last month before in which one of them lies, 0 for none.
/// </summary>
public sealed record MonthRows(string Source, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Before);
