using System.Globalization;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Language;

/// <summary>A number as a reader sees it: the figure, its small unit, and the full value for the hover.</summary>
internal readonly record struct Shown(string Number, string Unit, string Full)
{
    public override string ToString() => Number + Unit;
}

/// <summary>
/// How numbers and dates are written, in one place: percent to one decimal, differences of rates in percentage
/// points, money short with the full value at hand, weeks as their days and ISO number, a real minus sign.
/// </summary>
internal sealed class Format(string language)
{
    public const string None = "—";
    private const char Minus = '\u2212';
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly string[] EnglishMonths =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private readonly bool _zh = language == Reader.Chinese;

    /// <summary>The value of a metric of this unit: large figure, small unit.</summary>
    public Shown Value(string unit, decimal? value) => value is not { } v ? new(None, "", "") : unit switch
    {
        "ratio" => new(Signed(Round(v * 100, 1), "0.0"), "%", Signed(Round(v * 100, 2), "0.00") + "%"),
        "money" => Money(v),
        "times" => new(Signed(Round(v, 2), "#,0.00"), _zh ? "次" : "×", Signed(Round(v, 4), "#,0.00##")),
        "multiple" => new("1:" + Signed(Round(v, 2), "#,0.0#"), "", "1:" + Signed(Round(v, 4), "#,0.0###")),
        "months" => new(Signed(Round(v, 1), "#,0.#"), _zh ? "个月" : " mo", Signed(Round(v, 2), "#,0.##")),
        "days" => new(Signed(Round(v, 1), "#,0.0"), _zh ? "天" : " d", Signed(Round(v, 2), "#,0.0#")),
        "minutes" => new(Signed(Round(v, 1), "#,0.0"), _zh ? "分钟" : " min", Signed(Round(v, 2), "#,0.0#")),
        "points" => new(Signed(Round(v, 1), "0.0"), _zh ? "分" : " pts", Signed(Round(v, 2), "0.0#")),
        _ => Count(v),
    };

    /// <summary>The same on one line: 87.6%, ¥1.28万, 6,318.</summary>
    public string Inline(string unit, decimal? value) => Value(unit, value).ToString();

    /// <summary>For tables: counts and money unabridged, so that a column adds up under the reader's eye.</summary>
    public string Cell(string unit, decimal? value) => value is not { } v ? None : unit switch
    {
        "ratio" => Inline(unit, v),
        "money" => Yuan(Signed(Math.Round(v, 0, MidpointRounding.AwayFromZero), "#,0")),
        "times" or "days" or "minutes" or "months" or "points" or "multiple" => Inline(unit, v),
        _ => Number(v),
    };

    public static string Number(decimal value) =>
        Signed(value, decimal.IsInteger(value) ? "#,0" : "#,0.##");

    public static string Percent(decimal ratio) => Signed(Round(ratio * 100, 1), "0.0") + "%";

    /// <summary>What changed: points for a rate or score, percent for a count or money; null when there is nothing to compare with.</summary>
    public string? Difference(string unit, decimal? now, decimal? then)
    {
        if (now is not { } n || then is not { } t)
            return null;
        if (unit == "ratio")
            return WithSign(Round((n - t) * 100, 1), "0.0") + (_zh ? "个百分点" : " pp");
        if (unit == "points")
            return WithSign(Round(n - t, 1), "0.0") + (_zh ? "分" : " pts");
        return t == 0 ? null : WithSign(Round((n - t) / Math.Abs(t) * 100, 1), "#,0.0") + "%";
    }

    /// <summary>-1, 0 or 1, decided on what is shown: a change that rounds to nothing is none.</summary>
    public static int Sign(string unit, decimal? now, decimal? then)
    {
        if (now is not { } n || then is not { } t)
            return 0;
        if (unit == "points")
            return Math.Sign(Round(n - t, 1));
        if (unit != "ratio" && t == 0)
            return 0;
        return Math.Sign(Round((unit == "ratio" ? n - t : (n - t) / Math.Abs(t)) * 100, 1));
    }

    public string Date(DateOnly day) => _zh
        ? string.Create(Plain, $"{day.Month}月{day.Day}日")
        : string.Create(Plain, $"{day.Day} {EnglishMonths[day.Month - 1]}");

    public string FullDate(DateOnly day) => _zh
        ? string.Create(Plain, $"{day.Year}年{Date(day)}")
        : string.Create(Plain, $"{Date(day)} {day.Year}");

    public static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", Plain);

    /// <summary>The days of a half-open range: 11月16日–22日, 30 Nov–6 Dec; with years where they differ.</summary>
    public string Days(DateRange range)
    {
        var (from, to) = (range.From, range.To.AddDays(-1));
        if (to <= from)
            return Date(from);
        if (from.Year != to.Year)
            return $"{FullDate(from)}–{FullDate(to)}";
        if (from.Month != to.Month)
            return $"{Date(from)}–{Date(to)}";
        return _zh
            ? string.Create(Plain, $"{from.Month}月{from.Day}日–{to.Day}日")
            : string.Create(Plain, $"{from.Day}–{to.Day} {EnglishMonths[from.Month - 1]}");
    }

    /// <summary>A period by name: 11月16日–22日 (W47), 2026年11月, Q4 2026.</summary>
    public string Period(DateOnly start, Grain grain) => grain switch
    {
        Grain.Day => FullDate(start),
        Grain.Week => $"{Days(new DateRange(start, start.AddDays(7)))} ({WeekNumber(start)})",
        Grain.Month => _zh ? string.Create(Plain, $"{start.Year}年{start.Month}月") : string.Create(Plain, $"{EnglishMonths[start.Month - 1]} {start.Year}"),
        Grain.Quarter => _zh ? string.Create(Plain, $"{start.Year}年第{Quarter(start)}季度") : string.Create(Plain, $"Q{Quarter(start)} {start.Year}"),
        Grain.Year => _zh ? string.Create(Plain, $"{start.Year}年") : start.Year.ToString(Plain),
        _ => FullDate(start),
    };

    /// <summary>The same, short enough for an axis: W47, 11月, Q4.</summary>
    public string Tick(DateOnly start, Grain grain) => grain switch
    {
        Grain.Week => WeekNumber(start),
        Grain.Month => start.Month == 1
            ? (_zh ? string.Create(Plain, $"{start.Year}年1月") : string.Create(Plain, $"Jan {start.Year}"))
            : (_zh ? string.Create(Plain, $"{start.Month}月") : EnglishMonths[start.Month - 1]),
        Grain.Quarter => string.Create(Plain, $"{start.Year % 100:00}Q{Quarter(start)}"),
        Grain.Year => start.Year.ToString(Plain),
        _ => string.Create(Plain, $"{start.Month}-{start.Day:00}"),
    };

    public static string WeekNumber(DateOnly day) =>
        string.Create(Plain, $"W{ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)):00}");

    /// <summary>How a week is written in an address: 2026-W47.</summary>
    public static string WeekId(DateOnly day) =>
        string.Create(Plain, $"{ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue))}-{WeekNumber(day)}");

    /// <summary>The Monday of 2026-W47; null when the text names no week.</summary>
    public static DateOnly? ParseWeek(string? id)
    {
        if (id is not { Length: 8 } || id[4] != '-' || id[5] != 'W'
            || !int.TryParse(id.AsSpan(0, 4), NumberStyles.None, Plain, out var year)
            || !int.TryParse(id.AsSpan(6), NumberStyles.None, Plain, out var week)
            || year is < 1900 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }

    /// <summary>Stands for the months of a payback that is not reached: not yet after so many, or none of them is over.</summary>
    public string NotWithin(int months) => months == 0
        ? _zh ? "首月未满" : "first month not over"
        : _zh
        ? string.Create(Plain, $"未回本（> {months} 个月）")
        : string.Create(Plain, $"not yet (> {months} mo)");

    /// <summary>Why there is no value yet: —（12-31 成熟）.</summary>
    public string Maturing(DateOnly? matureOn) => matureOn is not { } day
        ? None
        : _zh ? string.Create(Plain, $"—（{day:MM-dd} 成熟）") : $"— (matures {Date(day)})";

    private Shown Money(decimal value)
    {
        var full = Yuan(Signed(Math.Round(value, 2, MidpointRounding.AwayFromZero), "#,0.00"));
        var size = Math.Abs(value);
        var (unit, divisor) = _zh
            ? (size < 9_999.5m ? ("", 1m) : size < 99_950_000m ? ("万", 10_000m) : ("亿", 100_000_000m))
            : (size < 9_999.5m ? ("", 1m) : size < 999_500m ? ("K", 1_000m) : size < 999_500_000m ? ("M", 1_000_000m) : ("B", 1_000_000_000m));
        if (divisor == 1m)
            return new(Yuan(Signed(Round(value, size < 1_000 ? 1 : 0), size < 1_000 ? "0.#" : "#,0")), "", full);
        return new(Yuan(ThreeDigits(value / divisor)), unit, full);
    }

    private Shown Count(decimal value)
    {
        var full = Number(Math.Round(value, 2, MidpointRounding.AwayFromZero));
        var size = Math.Abs(value);
        if (size < 99_950m)
            return new(full, "", full);
        var (unit, divisor) = _zh
            ? (size < 99_950_000m ? ("万", 10_000m) : ("亿", 100_000_000m))
            : (size < 999_500m ? ("K", 1_000m) : ("M", 1_000_000m));
        return new(ThreeDigits(value / divisor), unit, full);
    }

    // The sign stands before the currency, as in what explains the same number.
    private static string Yuan(string signed) => signed[0] == Minus ? $"{Minus}¥{signed[1..]}" : "¥" + signed;

    private static string ThreeDigits(decimal value)
    {
        var size = Math.Abs(value);
        return size < 9.995m ? Signed(Round(value, 2), "0.00")
            : size < 99.95m ? Signed(Round(value, 1), "0.0")
            : Signed(Round(value, 0), "#,0");
    }

    private static int Quarter(DateOnly day) => ((day.Month - 1) / 3) + 1;

    private static decimal Round(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);

    private static string WithSign(decimal value, string format) => (value > 0 ? "+" : "") + Signed(value, format);

    private static string Signed(decimal value, string format) =>
        (value < 0 ? Minus.ToString() : "") + Math.Abs(value).ToString(format, Plain);
}
