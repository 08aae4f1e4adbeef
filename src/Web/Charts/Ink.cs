using System.Globalization;

namespace PrivateDomainBI.Web.Charts;

/// <summary>
/// Colours by role. An option names roles only; the page that draws it looks each up in its style sheet
/// (<c>--chart-accent</c> …), so that one option serves light, dark and paper.
/// </summary>
internal static class Ink
{
    public const string Text = "$text";
    public const string Muted = "$muted";
    public const string Faint = "$faint";
    public const string Line = "$line";
    public const string Surface = "$surface";

    /// <summary>Around text. None on paper: text with an outline is printed as drawing, which nobody can search or copy.</summary>
    public const string Halo = "$halo";

    public const string Accent = "$accent";
    public const string AccentSoft = "$accent-soft";
    public const string Other = "$other";

    private const int Hues = 9;

    /// <summary>Channels keep their colour on every page, whatever else is shown beside them.</summary>
    private static readonly Dictionary<string, int> Fixed = new(StringComparer.Ordinal)
    {
        ["store_qr"] = 1,
        ["parcel_card"] = 2,
        ["douyin"] = 3,
        ["wechat_ads"] = 4,
        ["xiaohongshu"] = 5,
        ["referral"] = 6,
        ["live"] = 7,
        ["official_account"] = 8,
        ["community"] = 9,
    };

    /// <summary>The number of a series colour, for a legend drawn with style classes; 0 for the rest.</summary>
    public static int Hue(string color) =>
        color.StartsWith("$series-", StringComparison.Ordinal) ? int.Parse(color.AsSpan("$series-".Length), CultureInfo.InvariantCulture) : 0;

    /// <summary>Colours for series side by side: those with a fixed one keep it, the others share what is left.</summary>
    public static IReadOnlyList<string> SeriesFor(IReadOnlyList<string> ids)
    {
        var free = new Queue<int>(Enumerable.Range(1, Hues).Except(ids.Where(Fixed.ContainsKey).Select(id => Fixed[id])));
        return [.. ids.Select(id => $"$series-{(Fixed.TryGetValue(id, out var hue) ? hue : free.TryDequeue(out var next) ? next : 1)}")];
    }
}
