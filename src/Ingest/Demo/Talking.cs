namespace PrivateDomainBI.Ingest.Demo;

// What happens between customer and brand apart from money: greeting and follow-up by the employee,
// contents sent and read, and the customer's own active days, many at first and ever fewer.
internal sealed class Talking(long seed, Period period, Seasons seasons, Organisation organisation, Ledger ledger)
{
    private static readonly string[] Contents = [.. Enumerable.Range(1, 200).Select(number => $"c{number:D3}")];

    public void Of(Newcomer newcomer, Following following)
    {
        var talk = new Talk(newcomer, following, new Draw(seed, Aspect.Talking, newcomer.Number), seasons, ledger);
        Meet(talk);
        var nextContent = newcomer.Day + talk.Draw.Between(3, 24);
        for (var day = newcomer.Day; day < period.Days; day++)
        {
            var employee = following.HolderAt(Moment.At(day, 12 * 3600)) ?? (day == newcomer.Day ? following.Acquirer : null);
            if (day == nextContent)
            {
                nextContent += talk.Draw.Between(10, 36);
                if (employee is not null)
                    talk.Deliver(day, employee, Contents[day / 3 % Contents.Length]);
            }
            if (talk.Draw.Chance(Liveliness(newcomer, following.Acquirer, day) * (employee is null ? 0.06 : 1)))
                talk.Visit(day, employee);
        }
    }

    private void Meet(Talk talk)
    {
        var (newcomer, acquirer, draw) = (talk.Newcomer, talk.Following.Acquirer, talk.Draw);
        var ignored = organisation.IsProblem(newcomer.Desk, newcomer.Day);
        var channel = newcomer.HidesChannel && draw.Chance(0.5) ? null : newcomer.Channel.Id;
        if (newcomer.Channel.IsPaidMedia && draw.Chance(0.6))
            talk.Note("ad_clicked", newcomer.Joined.Plus(-draw.Between(20, 900)), null, "ad", channel: channel);
        if (draw.Chance(ignored ? 0.5 : 0.96))
            talk.Note("message_sent", newcomer.Joined.Plus(draw.Between(5, 240)), acquirer, "wecom_chat", channel: channel);
        if (draw.Chance(0.4))
            talk.Note("coupon_issued", newcomer.Joined.Plus(draw.Between(60, 600)), acquirer, "wecom_chat", campaign: seasons.PromotionOn(newcomer.Day)?.Id, value: 10);
        if (draw.Chance(0.24 * newcomer.Channel.Talks))
            talk.JoinGroup(newcomer.Joined.Plus(draw.SkewedBetween(300, 5 * Moment.Day)));
        foreach (var after in (ReadOnlySpan<int>)[1, 3, 7])
        {
            if (draw.Chance(ignored ? 0.15 : 0.35 + 0.6 * acquirer.Diligence))
                talk.Greet(newcomer.Day + after);
        }
    }

    private double Liveliness(Newcomer newcomer, Employee acquirer, int day)
    {
        var usual = (day - newcomer.Day) switch
        {
            0 => 0.50,
            1 => 0.185,
            2 => 0.16,
            <= 6 => 0.13,
            <= 13 => 0.095,
            <= 29 => 0.068,
            <= 89 => 0.048,
            _ => 0.038,
        };
        return Math.Min(0.9, usual * newcomer.Person.Engagement * newcomer.Channel.Talks * seasons.BuyingOn(day) * (0.75 + 0.5 * acquirer.Warmth));
    }
}
