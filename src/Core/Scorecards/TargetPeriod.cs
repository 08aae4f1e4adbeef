using System.Globalization;
using System.Text.RegularExpressions;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>The period a target is set for, as targets files write it: 2026, 2026-Q4, 2026-11 or 2026-W46.</summary>
public sealed partial record TargetPeriod(string Name, Grain Grain, DateRange Days)
{
    public const string Written = "2026-11, 2026-Q4, 2026-W46 or 2026";

    /// <summary>Null when the text names no period; a year without a week 53 has none.</summary>
    public static TargetPeriod? Parse(string text)
    {
        var name = text.Trim().ToUpperInvariant();
        if (!Shape().IsMatch(name))
            return null;
        var year = int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        int Number(int at) => int.Parse(name.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture);
        return name.Length switch
        {
            4 => Of(name, Grain.Year, new DateOnly(year, 1, 1)),
            _ when name[5] == 'Q' => Of(name, Grain.Quarter, new DateOnly(year, (3 * Number(6)) - 2, 1)),
            _ when name[5] == 'W' => Number(6) is var week && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
                ? Of(name, Grain.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)))
                : null,
            _ => Of(name, Grain.Month, new DateOnly(year, Number(5), 1)),
        };
    }

    private static TargetPeriod Of(string name, Grain grain, DateOnly start) => new(name, grain, new DateRange(start, Periods.Add(start, grain, 1)));

    [GeneratedRegex(@"^(19[789]|20\d|21[0-4])\d(-(0[1-9]|1[0-2])|-Q[1-4]|-W[0-5]\d)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
