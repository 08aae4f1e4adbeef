namespace PrivateDomainBI.Ingest.Demo;

// What happens between customer and brand apart from money: greeting and follow-up by the employee,
// contents sent and read, and the customer's own active days, many at first and ever fewer.
internal sealed class Talking(long seed, Period period, Seasons seasons, Organisation organisation, Ledger ledger)
{
    private static readonly string[] Contents = [.. Enumerable.Range(1, 200).Select(number => $"c{number:D3}")];

    private static readonly double[] Recommends = [0.01, 0.005, 0.01, 0.01, 0.02, 0.05, 0.07, 0.14, 0.24, 0.22, 0.22];

    public void Of(Ties ties)
    {
        var (newcomer, following) = (ties.Newcomer, ties.Following);
        var talk = new Talk(ties, new Draw(seed, Aspect.Talking, newcomer.Number), seasons, ledger);
        Meet(talk);
        Ask(talk);
        var nextContent = newcomer.Day + talk.Draw.Between(3, 24);
        for (var day = newcomer.Day; day < period.Days; day++)
        {
            var employee = following.HolderAt(Moment.At(day, 12 * 3600)) ?? (day == newcomer.Day ? following.Acquirer : null);
            if (day == nextContent)
            {
                nextContent += talk.Draw.Between(12, 42);
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
        if (newcomer.Friend is { } friend)
            talk.Refer(friend);
        if (newcomer.Channel.Id == "official_account" || draw.Chance(0.08))
            talk.Follow(newcomer.Joined.Plus(newcomer.Channel.Id == "official_account" ? -draw.Between(30, 600) : draw.SkewedBetween(3600, 30 * Moment.Day)));
        if (newcomer.Channel.IsPaidMedia && draw.Chance(0.6))
            talk.Note("ad_clicked", newcomer.Joined.Plus(-draw.Between(20, 900)), null, "ad", channel: channel);
        if (draw.Chance(ignored ? 0.5 : 0.96))
            talk.Note("message_sent", newcomer.Joined.Plus(draw.Between(5, 240)), acquirer, "wecom_chat", channel: channel);
        if (draw.Chance(Math.Min(0.9, (ignored ? 0.25 : 0.34 + 0.3 * acquirer.Warmth) * newcomer.Channel.Talks)))
            talk.Note("message_received", newcomer.Joined.Plus(draw.SkewedBetween(20, 3 * 3600)), acquirer, "wecom_chat", channel: channel);
        if (draw.Chance(0.4))
            talk.Note("coupon_issued", newcomer.Joined.Plus(draw.Between(60, 600)), acquirer, "wecom_chat", campaign: seasons.PromotionOn(newcomer.Day)?.Id, value: 10);
        if (draw.Chance(ignored ? 0.12 : 0.3 + 0.65 * acquirer.Diligence))
            talk.LogFollowUp(newcomer.Day + draw.SkewedBetween(1, 7));
        foreach (var after in (ReadOnlySpan<int>)[1, 3, 7])
        {
            if (draw.Chance(ignored ? 0.15 : 0.35 + 0.6 * acquirer.Diligence))
                talk.Greet(newcomer.Day + after);
        }
    }

    // Two months after joining some are asked whether they would recommend the brand.
    private static void Ask(Talk talk)
    {
        var (newcomer, draw) = (talk.Newcomer, talk.Draw);
        var at = Moment.At(newcomer.Day + 60, Seasons.StaffTime(draw));
        if (!draw.Chance(0.15) || talk.Following.HolderAt(at) is not { } employee)
            return;
        talk.Note("survey_sent", at, employee, "wecom_chat", content: "nps");
        if (draw.Chance(Math.Min(0.7, 0.2 * newcomer.Person.Engagement)))
            talk.Note("survey_submitted", at.Plus(draw.SkewedBetween(120, 4 * Moment.Day)), employee, "wecom_chat", content: "nps", props: Props.Survey("nps", draw.Weighted(Recommends)));
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
