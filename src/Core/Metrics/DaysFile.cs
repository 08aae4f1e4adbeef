using System.Globalization;
using System.Text.RegularExpressions;
using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>Reads what a file of facts says about arrays of days: which columns count them in a period, and where they stand by month.</summary>
internal static partial class DaysFile
{
    /// <summary>Name of a column → the days it counts: the name of an array, or that <c>within</c> so many last days of the period.</summary>
    public static Dictionary<string, DaysOfPeriod> InPeriod(YamlMap? map)
    {
        var counted = new Dictionary<string, DaysOfPeriod>(StringComparer.Ordinal);
        foreach (var key in map?.Keys ?? [])
        {
            if (map!.Text(key) is not { } text)
                continue;
            if (Days().Match(text) is { Success: true } days)
                counted[key] = new DaysOfPeriod(days.Groups["array"].Value, days.Groups["within"] is { Success: true } within ? int.Parse(within.Value, CultureInfo.InvariantCulture) : null);
            else
                map.Problem(key, $"'{text}' is neither the name of an array of days nor that 'within' so many last days of the period");
        }

        return counted;
    }

    public static DaysByMonth? ByMonth(YamlMap? map)
    {
        if (map?.Text("months", required: true) is not { } months || map.Text("of", required: true) is not { } of)
            return null;
        var bits = map.Keys.Where(key => key is not ("months" or "of" or "rows")).ToDictionary(key => key, key => map.Text(key) ?? "", StringComparer.Ordinal);
        if (!bits.ContainsKey(of))
            map.Problem("of", Nearest.Unknown("array of days", of, bits.Keys));
        return new DaysByMonth(months, of, bits, map.Map("rows") is { } rows ? Rows(rows, bits) : null);
    }

    private static MonthRows? Rows(YamlMap map, Dictionary<string, string> bits)
    {
        var source = map.Text("source", required: true);
        var columns = map.List("columns");
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.Map("before") is { } told)
        {
            foreach (var days in told.Keys)
            {
                before[days] = told.Text(days) ?? "";
                if (!bits.ContainsKey(days))
                    told.Problem(days, Nearest.Unknown("array of days", days, bits.Keys));
            }
        }

        map.RefuseOthers();
        return source is null ? null : new MonthRows(source, columns, before);
    }

    [GeneratedRegex("^(?<array>[a-z][a-z0-9_]*)( within (?<within>[1-9][0-9]{0,3}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Days();
}
