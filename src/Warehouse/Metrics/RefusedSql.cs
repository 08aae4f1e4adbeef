using System.Text.RegularExpressions;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>Tells SQL that the engine will never run, because a metric file is wrong, from a query that failed; and says why in its words.</summary>
internal static partial class RefusedSql
{
    // Of the analysis of a query: wrong numbers, types and names of arguments, unknown functions and columns, syntax,
    // aggregates where none can be.
    private static readonly int[] Codes = [36, 42, 43, 44, 46, 47, 48, 53, 62, 69, 70, 130, 179, 184, 190, 207, 215, 386, 388, 395];

    public static bool Is(ClickHouseException refused) => Codes.Contains(refused.Code);

    /// <summary>The engine's reason in one line, without the statement that it quotes.</summary>
    public static string Reason(ClickHouseException refused)
    {
        var text = refused.Message.ReplaceLineEndings(" ");
        var reason = ReasonPattern().Match(text) is { Success: true } match ? match.Groups["reason"].Value : text;
        var meant = MeantPattern().Match(text);
        return meant.Success ? $"{reason}; did you mean {meant.Groups["names"].Value.Replace("'", "", StringComparison.Ordinal)}?" : reason;
    }

    /// <summary>The name that the reason is about; empty when it names none.</summary>
    public static string Name(string reason) => NamePattern().Match(reason) is { Success: true } match ? match.Groups["name"].Value : "";

    [GeneratedRegex(@"DB::Exception: (?<reason>.*?)(\.? [Ii]n scope |\.? While |: [Ii]n scope |\.? In query |: [Ww]hile |\.? Maybe you meant|\.? \([A-Z_]+\) \(version|\. Expected one of|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"Maybe you meant: \[(?<names>[^\]]*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MeantPattern();

    [GeneratedRegex(@"[`'](?<name>[A-Za-z_][A-Za-z0-9_.]*)[`']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
