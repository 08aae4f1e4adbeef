using System.Globalization;
using System.Text;

namespace PrivateDomainBI.Web.Charts;

/// <summary>
/// A line of a few weeks, small enough to stand in a card: plain SVG paths, drawn on the server, so that it is
/// there with the first paint and without script. Gaps stay gaps.
/// </summary>
internal sealed record Sparkline(string Line, string? Tail, double? DotX, double? DotY, bool Hollow)
{
    public const int Width = 160;
    public const int Height = 36;
    private const int Margin = 5;

    public static Sparkline Of(IReadOnlyList<(decimal? Value, bool Final)> points)
    {
        var known = points.Where(p => p.Value is not null).Select(p => (double)p.Value!.Value).ToList();
        if (known.Count == 0)
            return new Sparkline("", Tail: null, DotX: null, DotY: null, Hollow: false);
        var (low, high) = (known.Min(), known.Max());
        double X(int index) => Margin + (index * (Width - (2.0 * Margin)) / Math.Max(1, points.Count - 1));
        double Y(double value) => high == low ? Height / 2.0 : Height - Margin - ((value - low) / (high - low) * (Height - (2.0 * Margin)));

        var (line, tail) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is not { } value)
                continue;
            var at = Place(X(i), Y((double)value));
            var joined = i > 0 && points[i - 1].Value is not null;
            if (points[i].Final || !joined)
                line.Append(joined && points[i - 1].Final ? 'L' : 'M').Append(at);
            else
                tail.Append('M').Append(Place(X(i - 1), Y((double)points[i - 1].Value!.Value))).Append('L').Append(at);
        }

        var last = points.Select((p, i) => (p, i)).Last(pair => pair.p.Value is not null);
        return new Sparkline(
            line.ToString(), tail.Length == 0 ? null : tail.ToString(), Math.Round(X(last.i), 1), Math.Round(Y((double)last.p.Value!.Value), 1), !last.p.Final);
    }

    private static string Place(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
}
