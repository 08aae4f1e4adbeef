using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

/// A big promotion: who joins and who buys more than usual while it lasts.
internal sealed record Promotion(string Id, string Coupon, int FirstDay, int LastDay, double Joining, double Buying);

// The trade's year: growth, weekends, promotions, the quiet week of Spring Festival, and the hours of a day.
internal sealed class Seasons
{
    private static readonly double[] CustomerHours =
        [2, 1, 0.4, 0.2, 0.2, 0.4, 1, 2, 3, 4, 4.5, 5, 6.5, 5.5, 4, 4, 4, 4.5, 5.5, 7, 9, 10, 8, 4.5];
    private static readonly double[] StoreHours =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 5, 6, 5.5, 6, 7, 7, 6.5, 7, 9, 8, 3, 0, 0];
    private static readonly double[] StaffHours =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 9, 8, 5, 5, 8, 9, 9, 7, 6, 6, 4, 1, 0, 0];

    private readonly Promotion?[] _promotions;
    private readonly double[] _joined;
    private readonly double[] _buying;

    public Seasons(Period period)
    {
        _promotions = new Promotion?[period.Days];
        _joined = new double[period.Days];
        _buying = new double[period.Days];
        for (var year = period.From.Year - 1; year <= period.Until.Year + 1; year++)
        {
            foreach (var promotion in PromotionsOf(year, period))
            {
                for (var day = Math.Max(0, promotion.FirstDay); day <= Math.Min(period.Days - 1, promotion.LastDay); day++)
                    _promotions[day] = promotion;
            }
        }

        var sum = 0.0;
        for (var day = 0; day < period.Days; day++)
        {
            var date = period.Date(day);
            var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var quiet = IsSpringFestival(date);
            var growth = 0.65 + 0.8 * day / period.Days;
            sum += growth * (weekend ? 1.25 : 1) * (quiet ? 0.45 : 1) * (_promotions[day]?.Joining ?? 1);
            _joined[day] = sum;
            _buying[day] = (weekend ? 1.2 : 0.94) * (quiet ? 0.5 : 1) * (_promotions[day]?.Buying ?? 1);
        }
    }

    public Promotion? PromotionOn(int day) => day >= 0 && day < _promotions.Length ? _promotions[day] : null;

    public double BuyingOn(int day) => day >= 0 && day < _buying.Length ? _buying[day] : 1;

    /// The day by which the given share of all customers has joined: it only grows with the share,
    /// so customers are numbered in the order of their joining.
    public int DayOfJoining(double share)
    {
        var at = Array.BinarySearch(_joined, share * _joined[^1]);
        return Math.Min(at < 0 ? ~at : at, _joined.Length - 1);
    }

    public static int CustomerTime(Draw draw) => TimeOfDay(draw, CustomerHours);

    public static int StoreTime(Draw draw) => TimeOfDay(draw, StoreHours);

    public static int StaffTime(Draw draw) => TimeOfDay(draw, StaffHours);

    private static int TimeOfDay(Draw draw, double[] hours) => draw.Weighted(hours) * 3600 + draw.Below(3600);

    private static IEnumerable<Promotion> PromotionsOf(int year, Period period)
    {
        var newYear = LunarNewYear(year);
        yield return Named("spring", "年货券", newYear.AddDays(-21), newYear.AddDays(-4), 1.2, 1.6);
        yield return Named("38", "女神节券", new(year, 3, 1), new(year, 3, 8), 1.5, 1.9);
        yield return Named("618", "618券", new(year, 6, 1), new(year, 6, 18), 1.5, 1.8);
        yield return Named("school", "开学券", new(year, 8, 25), new(year, 9, 5), 1.3, 1.3);
        yield return Named("1111", "双11券", new(year, 10, 28), new(year, 11, 11), 1.7, 2.1);
        yield return Named("1212", "双12券", new(year, 12, 10), new(year, 12, 12), 1.2, 1.6);

        Promotion Named(string name, string coupon, DateOnly first, DateOnly last, double joining, double buying) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{name}-{year}"), coupon, period.DayOf(first), period.DayOf(last), joining, buying);
    }

    private static bool IsSpringFestival(DateOnly date)
    {
        var distance = date.DayNumber - LunarNewYear(date.Year).DayNumber;
        return distance is >= -2 and <= 5;
    }

    // The framework's own table; it does not depend on ICU data.
    private static DateOnly LunarNewYear(int year) =>
        DateOnly.FromDateTime(new ChineseLunisolarCalendar().ToDateTime(year, 1, 1, 0, 0, 0, 0));
}
