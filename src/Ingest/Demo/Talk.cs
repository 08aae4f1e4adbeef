namespace PrivateDomainBI.Ingest.Demo;

// One customer's conversation: each method notes the events of one occasion.
internal sealed class Talk(Ties ties, Draw draw, Seasons seasons, Ledger ledger)
{
    private static readonly string[] Pages = ["home", "new_arrivals", "skin_test", "member_center"];
    private static readonly string[] Articles = ["a-ingredients", "a-routine", "a-season", "a-stories"];
    private static readonly string[] Videos = ["v-tutorial", "v-lab", "v-unboxing"];
    private static readonly double[] Deeds = [36, 26, 16, 9, 5, 2, 2, 1.5, 1, 1.5];

    public Newcomer Newcomer { get; } = ties.Newcomer;
    public Following Following { get; } = ties.Following;
    public Draw Draw { get; } = draw;

    public void Note(
        string type, Moment at, Employee? employee, string touchpoint,
        string? channel = null, string? campaign = null, string? group = null, string? content = null, int? value = null, string? props = null) =>
        ledger.Add(new EventRow(Newcomer.Person, Newcomer.Person.NextEvent(), type, at, employee, channel, touchpoint, campaign, group, content, value, props));

    /// The friend invited her shortly before, on the same day, and she came.
    public void Refer(Person friend)
    {
        var campaign = seasons.PromotionOn(Newcomer.Day)?.Id;
        var invited = Math.Max(Moment.At(Newcomer.Day, 0).Seconds, Newcomer.Joined.Seconds - Draw.Between(60, 3 * 3600));
        ledger.Add(new EventRow(friend, friend.NextEvent(), "referral_made", new Moment(invited), Touchpoint: "wecom_chat", Campaign: campaign));
        Note("referral_accepted", Newcomer.Joined, Following.Acquirer, "wecom_chat", campaign: campaign, props: Props.Referrer(friend.Id));
    }

    /// Follows the official account; some have enough of it later, and most who delete the employee have enough of both.
    public void Follow(Moment at)
    {
        Note("official_account_followed", at, null, "official_account");
        Moment? away = Draw.Chance(0.15) ? at.Plus(Draw.SkewedBetween(1, 200) * Moment.Day) : null;
        var deleted = Following.Relations.FirstOrDefault(relation => relation.EndReason == "customer_deleted" && relation.To >= at)?.To;
        if (Newcomer.Number % 10 < 8 && deleted?.Plus(40) is { } soon && (away is not { } later || soon < later))
            away = soon;
        if (away is { } then)
            Note("official_account_unfollowed", then, null, "official_account");
    }

    /// What the employee who holds the customer on that day writes down of it.
    public void LogFollowUp(int day)
    {
        var at = Moment.At(day, Seasons.StaffTime(Draw));
        if (Following.HolderAt(at) is { } employee)
            Note("follow_up_logged", at, employee, "wecom_chat");
    }

    /// A follow-up by whoever holds the customer on that day, sometimes answered.
    public void Greet(int day)
    {
        var at = Moment.At(day, Seasons.StaffTime(Draw));
        if (Following.HolderAt(at) is not { } employee)
            return;
        Note("message_sent", at, employee, "wecom_chat");
        if (Draw.Chance(Math.Min(0.6, 0.06 * Newcomer.Person.Engagement)))
            Note("message_received", at.Plus(Draw.SkewedBetween(30, 5400)), employee, "wecom_chat");
    }

    public void Deliver(int day, Employee employee, string content)
    {
        var at = Moment.At(day, Seasons.StaffTime(Draw));
        if (!Following.Relations.Any(relation => relation.Employee == employee && relation.HoldsAt(at)))
            return;
        var campaign = seasons.PromotionOn(day)?.Id;
        Note("content_delivered", at, employee, "wecom_chat", campaign: campaign, content: content);
        if (!Draw.Chance(Math.Min(0.8, 0.22 * Newcomer.Person.Engagement)))
            return;
        var seen = at.Plus(Draw.SkewedBetween(60, 2 * Moment.Day));
        Note("content_viewed", seen, employee, "wecom_chat", campaign: campaign, content: content);
        if (Draw.Chance(0.07))
            Note("content_shared", seen.Plus(Draw.Between(30, 600)), employee, "wecom_chat", campaign: campaign, content: content);
    }

    /// A day on which the customer does something of her own accord.
    public void Visit(int day, Employee? employee)
    {
        var at = day == Newcomer.Day
            ? Newcomer.Joined.Plus(Draw.SkewedBetween(60, 4 * 3600))
            : Moment.At(day, Seasons.CustomerTime(Draw));
        do
        {
            Do(at, employee is null ? null : Following.HolderAt(at));
            at = at.Plus(Draw.Between(60, 2400));
        }
        while (at.OfDay == day && Draw.Chance(0.38));
    }

    private void Do(Moment at, Employee? employee)
    {
        var promotion = seasons.PromotionOn(at.OfDay);
        if (promotion is not null && Draw.Chance(0.04))
        {
            Note("campaign_participated", at, employee, "mini_program", campaign: promotion.Id);
            return;
        }
        switch (employee is null ? 1 : Draw.Weighted(Deeds))
        {
            case 0:
                Chat(at, employee);
                break;
            case 1:
                Browse(at, employee);
                break;
            case 2:
                Note("content_viewed", at, null, "official_account", content: Draw.Pick(Articles));
                break;
            case 3:
                SpeakInGroup(at, employee);
                break;
            case 4:
                Note("live_entered", at, null, "live", props: Props.Watched(Draw.SkewedBetween(0, 60)));
                break;
            case 5 when Newcomer.Desk.StoreId is not null:
                Book(at, employee);
                break;
            case 6 when Newcomer.Desk.StoreId is not null:
                Visit("store_visited", at, employee);
                break;
            case 7:
                Note("channel_video_shared", at, null, "channel_video", content: Draw.Pick(Videos));
                break;
            case 8:
                Note("feedback_submitted", at, employee, "wecom_chat");
                break;
            case 9:
                Note("referral_made", at, employee, "wecom_chat");
                break;
            default:
                Browse(at, employee);
                break;
        }
    }

    private void Chat(Moment at, Employee? employee)
    {
        Note("message_received", at, employee, "wecom_chat");
        if (employee is not null && Draw.Chance(0.55 + 0.45 * employee.Diligence))
            Note("message_sent", at.Plus(Draw.SkewedBetween(10, 5400)), employee, "wecom_chat");
    }

    private void Browse(Moment at, Employee? employee)
    {
        Note("mini_program_viewed", at, employee, "mini_program", content: Draw.Pick(Pages));
        if (Draw.Chance(0.16))
            Note("cart_added", at.Plus(Draw.Between(20, 400)), null, "mini_program", value: (int)(Assortment.Item(Draw).Cents / 100));
    }

    private void SpeakInGroup(Moment at, Employee? employee)
    {
        if (ties.Membership.At(at) is { } group)
            Note("group_message", at, null, "community", group: group.Id);
        else
            Browse(at, employee);
    }

    private void Book(Moment at, Employee? employee)
    {
        Note("appointment_booked", at, employee, "store");
        var visit = Moment.At(at.OfDay + Draw.Between(1, 7), Seasons.StoreTime(Draw));
        if (Draw.Chance(0.72))
            Visit("appointment_visited", visit, employee);
        else
            Note("appointment_no_show", visit, employee, "store");
    }

    // The more diligent the guide, the more often a guest leaves as a member.
    private void Visit(string type, Moment at, Employee? guide)
    {
        Note(type, at, guide, "store");
        if (guide is null || Newcomer.Person.IsMember || !Draw.Chance(0.08 + (0.25 * guide.Diligence)))
            return;
        Newcomer.Person.IsMember = true;
        Note("member_enrolled", at.Plus(Draw.SkewedBetween(120, 2 * 3600)), guide, "store");
    }
}
