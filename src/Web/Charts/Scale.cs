namespace PrivateDomainBI.Web.Charts;

/// <summary>
/// A value axis: round steps, and the divisor and suffix that keep its labels short.
/// <paramref name="Cut"/>: it does not start at zero, which the chart must say.
/// </summary>
internal sealed record Scale(decimal Min, decimal Max, decimal Step, decimal Divisor, string Suffix, bool Cut)
{
    public static Scale Of(string unit, string language, IEnumerable<decimal?> values, bool mayCut, decimal floor = 0)
    {
        var known = values.OfType<decimal>().Select(value => unit == "ratio" ? value * 100 : value).DefaultIfEmpty(0).ToList();
        var (low, high) = (Math.Min(known.Min(), floor), Math.Max(known.Max(), 0));
        if (mayCut && known.Min() > 0)
        {
            // A rate that moves between 86 and 91 says nothing on an axis from 0 to 100.
            var room = Math.Max((known.Max() - known.Min()) * 0.25m, 0.5m);
            low = known.Min() - room;
            if (low < known.Max() * 0.35m)
                low = 0;
        }

        var (divisor, suffix) = unit == "ratio" ? (1m, "%") : Shorten(language, Math.Max(Math.Abs(low), high));
        var step = StepFor((high - low) / divisor);
        var min = Math.Floor(low / divisor / step) * step;
        var max = Math.Ceiling(high / divisor / step) * step;
        if (unit == "ratio")
            max = Math.Min(max, 100);
        return new Scale(min, max <= min ? min + step : max, step, divisor, suffix, min > 0);
    }

    /// <summary>The value in the numbers of the axis; a gap stays a gap.</summary>
    public decimal? At(string unit, decimal? value) =>
        value is { } v ? Math.Round((unit == "ratio" ? v * 100 : v) / Divisor, 4) : null;

    private static (decimal Divisor, string Suffix) Shorten(string language, decimal size) => (language, size) switch
    {
        ("zh", >= 200_000_000) => (100_000_000, "亿"),
        ("zh", >= 20_000) => (10_000, "万"),
        ("en", >= 2_000_000) => (1_000_000, "M"),
        ("en", >= 20_000) => (1_000, "K"),
        _ => (1, ""),
    };

    private static decimal StepFor(decimal span)
    {
        var rough = (double)(span <= 0 ? 1 : span) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 };
        return (decimal)(step * power);
    }
}
