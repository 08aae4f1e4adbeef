using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

/// A campaign: what it works by, where it is made known, what it takes off the price (in percent), and by how much more
/// customers join and buy than usual while it lasts.
internal sealed record Promotion(
    string Id, string Name, string Mechanic, string[] Channels, int Discount, int FirstDay, int LastDay, double Joining, double Buying);

// The trade's year: growth, weekends, campaigns, the quiet week of Spring Festival, and the hours of a day.
internal sealed class Seasons
{
    private static readonly double[] CustomerHours =
        [2, 1, 0.4, 0.2, 0.2, 0.4, 1, 2, 3, 4, 4.5, 5, 6.5, 5.5, 4, 4, 4, 4.5, 5.5, 7, 9, 10, 8, 4.5];
    private static readonly double[] StoreHours =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 5, 6, 5.5, 6, 7, 7, 6.5, 7, 9, 8, 3, 0, 0];
    private static readonly double[] StaffHours =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 9, 8, 5, 5, 8, 9, 9, 7, 6, 6, 4, 1, 0, 0];

    // A campaign is planned this long before it begins.
    private const int Foresight = 14;

    private readonly Promotion?[] _promotions;
    private readonly List<Promotion> _all = [];
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
                if (promotion.LastDay >= 0 && promotion.FirstDay < period.Days + Foresight)
                    _all.Add(promotion);
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

    /// Those that touch the period, and the next one if it is planned already, by their first days.
    public IReadOnlyList<Promotion> Promotions => _all;

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
        yield return Named("spring", "年货节", "coupon", ["wechat_ads", "community"], 15, newYear.AddDays(-21), newYear.AddDays(-4), 1.2, 1.6);
        yield return Named("38", "女神节", "group_buy", ["xiaohongshu", "live", "community"], 12, new(year, 3, 1), new(year, 3, 8), 1.5, 1.9);
        yield return Named("520", "告白季", "poster", ["official_account", "xiaohongshu"], 8, new(year, 5, 16), new(year, 5, 20), 1.1, 1.2);
        yield return Named("618", "618大促", "coupon", ["douyin", "wechat_ads", "live"], 18, new(year, 6, 1), new(year, 6, 18), 1.5, 1.8);
        yield return Named("summer", "夏日防晒季", "referral", ["referral", "community"], 5, new(year, 7, 10), new(year, 7, 16), 1.1, 1.1);
        yield return Named("school", "开学季新品", "launch", ["douyin", "community"], 10, new(year, 8, 25), new(year, 9, 5), 1.3, 1.3);
        yield return Named("autumn", "换季护肤节", "lottery", ["official_account", "live"], 6, new(year, 9, 19), new(year, 9, 24), 1.1, 1.15);
        yield return Named("1111", "双11", "coupon", ["douyin", "xiaohongshu", "wechat_ads", "live"], 20, new(year, 10, 28), new(year, 11, 11), 1.7, 2.1);
        yield return Named("thanks", "感恩回馈", "referral", ["referral", "community"], 8, new(year, 11, 25), new(year, 11, 28), 1.1, 1.1);
        yield return Named("1212", "双12", "lottery", ["live", "wechat_ads"], 12, new(year, 12, 10), new(year, 12, 12), 1.2, 1.6);

        Promotion Named(string id, string name, string mechanic, string[] channels, int discount, DateOnly first, DateOnly last, double joining, double buying) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{id}-{year}"), string.Create(CultureInfo.InvariantCulture, $"{name} {year}"),
                mechanic, channels, discount, period.DayOf(first), period.DayOf(last), joining, buying);
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
