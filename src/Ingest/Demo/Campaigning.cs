namespace PrivateDomainBI.Ingest.Demo;

/// A customer took part in a campaign.
internal sealed record Participation(Promotion Campaign, Moment At);

// Whom each campaign was meant for, who was left out to compare with, who was told by her employee, and who took part.
// The audience is a sample of those who were somebody's customers when the campaign began.
internal sealed class Campaigning(long seed, Period period, Seasons seasons, Ledger ledger)
{
    private const double AudienceShare = 0.38;
    private const double HoldoutShare = 0.1;

    public List<Participation> Of(Newcomer newcomer, Following following)
    {
        var draw = new Draw(seed, Aspect.Campaigns, newcomer.Number);
        var took = new List<Participation>();
        foreach (var campaign in seasons.Promotions)
        {
            var begins = Moment.At(campaign.FirstDay, 9 * 3600);
            if (campaign.FirstDay <= newcomer.Day || !period.Contains(begins) || following.HolderAt(begins) is not { } employee || !draw.Chance(AudienceShare))
                continue;
            var told = Address(newcomer.Person, campaign, begins, employee, draw);
            var chance = newcomer.Person.Engagement * (told is null ? 0.03 : 0.12 + 0.08 * employee.Warmth);
            var at = (told ?? begins).Plus(draw.SkewedBetween(60, 2 * Moment.Day));
            if (!draw.Chance(Math.Min(0.7, chance)) || at.OfDay > campaign.LastDay)
                continue;
            took.Add(new Participation(campaign, at));
            TakePart(newcomer.Person, campaign, at, employee, draw);
        }
        return took;
    }

    /// When the employee told her of it; null when she was held out, or the employee did not get to it.
    private Moment? Address(Person person, Promotion campaign, Moment begins, Employee employee, Draw draw)
    {
        var days = campaign.LastDay - campaign.FirstDay + 1;
        if (draw.Chance(HoldoutShare))
        {
            ledger.Add(new AudienceRow(person, campaign, "holdout", employee, null, null));
            return null;
        }
        var dispatched = begins.Plus(draw.Below(3600));
        var executed = draw.Chance(0.6 + 0.38 * employee.Diligence) ? dispatched.Plus(draw.SkewedBetween(900, days * Moment.Day / 2)) : (Moment?)null;
        ledger.Add(new AudienceRow(person, campaign, "treatment", employee, dispatched, executed));
        return executed;
    }

    // Half of those who take part do what the campaign works by.
    private void TakePart(Person person, Promotion campaign, Moment at, Employee employee, Draw draw)
    {
        Note("campaign_participated", at);
        if (!draw.Chance(0.5))
            return;
        var then = at.Plus(draw.Between(20, 400));
        switch (campaign.Mechanic)
        {
            case "coupon":
                Note("coupon_issued", then, value: 20);
                break;
            case "group_buy":
                Note("group_buy_opened", then);
                if (draw.Chance(0.55))
                    Note("group_buy_completed", then.Plus(draw.Between(600, Moment.Day)));
                break;
            case "launch":
                Note("content_viewed", then, content: "launch-" + campaign.Id);
                break;
            case "lottery":
                Note("lottery_assisted", then);
                break;
            case "poster":
                Note("content_shared", then, content: "poster-" + campaign.Id);
                break;
            default:
                Note("referral_made", then);
                break;
        }

        void Note(string type, Moment when, int? value = null, string? content = null) =>
            ledger.Add(new EventRow(person, person.NextEvent(), type, when, employee, Touchpoint: "mini_program", Campaign: campaign.Id, Content: content, Value: value));
    }
}
