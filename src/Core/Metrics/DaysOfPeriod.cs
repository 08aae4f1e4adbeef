using System.Globalization;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// The days of a row that fall into a period: <paramref name="Days"/> names an array of dates, in order and each once;
/// <paramref name="Within"/>: only the last so many days of the period, null for all of it.
/// </summary>
public sealed record DaysOfPeriod(string Days, int? Within)
{
    /// <summary>A condition of one period: there is such a day.</summary>
    public string Exist => $"arrayExists({Fall}, {Days})";

    /// <summary>How many there are in one period.</summary>
    public string Count => $"arrayCount({Fall}, {Days})";

    private string Fall => Within is { } days
        ? string.Create(CultureInfo.InvariantCulture, $"day -> day > stock_day - {days} AND day <= stock_day")
        : "day -> day > open_day AND day <= stock_day";
}
