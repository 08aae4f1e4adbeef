namespace PrivateDomainBI.Ingest.Demo;

// Who there is: customers numbered in the order of their joining, and walk-ins who buy but never join.
// Number i is the same person whatever was asked before, so that the company can be written as a stream.
internal sealed class Population(DemoCompany company, Period period, Seasons seasons, Organisation organisation)
{
    private const string IdPrefix = "wecom_external_userid:wm";
    private const string IdAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly double[] EngagementShares = [0.45, 0.37, 0.18];
    private static readonly double[] EngagementLevels = [0.25, 1.0, 2.6];
    private static readonly double[] LoyaltyShares = [0.42, 0.38, 0.20];
    private static readonly double[] LoyaltyLevels = [0.35, 1.0, 2.6];

    private readonly ulong _salt = (ulong)new Draw(company.Seed, Aspect.Person, long.MaxValue).Below(int.MaxValue);

    /// One on each day at least, so that every day of the period has a sale.
    public int WalkIns { get; } = Math.Max(period.Days, company.Customers * 15 / 100);

    public int FirstDayOfWalkIn(int number) => (int)((long)number * period.Days / WalkIns);

    public Newcomer Customer(int number)
    {
        var draw = new Draw(company.Seed, Aspect.Person, number);
        var day = DayOfJoining(number);
        var referrer = number == 0 ? null : ReferrerOf(number, day, draw);
        var channel = Channel.Of(draw);
        if (channel == Channel.Referral && referrer is null)
            channel = Channel.StoreQr;
        var desk = organisation.Receive(channel, draw);
        var bargains = channel.Bargains * (seasons.PromotionOn(day) is null ? 0.85 : 1.6);
        var time = desk.StoreId is null ? Seasons.CustomerTime(draw) : Seasons.StoreTime(draw);
        var person = Create(CustomerId(number), $"{number:D7}", draw, bargains);
        return new Newcomer(person, number, Moment.At(day, time), channel, draw.Chance(0.04), desk, channel == Channel.Referral ? referrer : null);
    }

    public Person WalkIn(int number) =>
        Create($"member_id:M{number:D7}", $"W{number:D6}", new Draw(company.Seed, Aspect.Person, -1 - number), 0.1);

    // Multiplication by an odd number permutes the space: ids look random and never collide.
    private string CustomerId(int number)
    {
        var code = unchecked(((ulong)number + _salt) * 0x9E3779B97F4A7C15UL);
        return string.Create(IdPrefix.Length + 8, code, static (text, value) =>
        {
            IdPrefix.CopyTo(text);
            for (var i = text.Length - 1; i >= IdPrefix.Length; i--, value >>= 5)
                text[i] = IdAlphabet[(int)(value & 31)];
        });
    }

    private int DayOfJoining(int number) =>
        number == company.Customers - 1 ? period.Days - 1 : seasons.DayOfJoining((number + 0.5) / company.Customers);

    private string? ReferrerOf(int number, int day, Draw draw)
    {
        var referrer = draw.Below(number);
        return DayOfJoining(referrer) < day ? CustomerId(referrer) : null;
    }

    private static Person Create(string id, string code, Draw draw, double bargains) => new()
    {
        Id = id,
        Code = code,
        Loyalty = LoyaltyLevels[draw.Weighted(LoyaltyShares)],
        Engagement = EngagementLevels[draw.Weighted(EngagementShares)],
        IsBargainHunter = draw.Chance(bargains),
    };
}
