namespace PrivateDomainBI.Ingest.Demo;

/// One stay of a customer in a group; To is null while it lasts. Scene is WeCom's code for how she came in.
internal sealed record Stay(ChatGroup Group, Moment From, Moment? To, int Scene, Employee? InvitedBy)
{
    public bool HoldsAt(Moment moment) => From <= moment && (To is not { } end || moment < end);
}

// Which groups a customer was in, from when to when: she joins, leaves, sometimes comes back, or the group is dismissed.
internal sealed class Membership
{
    private const int ByEmployee = 1;
    private const int ByLink = 2;

    private readonly Newcomer _newcomer;
    private readonly Following _following;
    private readonly Draw _draw;
    private readonly List<Stay> _stays = [];

    public Membership(long seed, Communities communities, Newcomer newcomer, Following following)
    {
        (_newcomer, _following) = (newcomer, following);
        _draw = new Draw(seed, Aspect.Groups, newcomer.Number);
        if (_draw.Chance(0.24 * newcomer.Channel.Talks))
            Join(communities.HomeOf(newcomer.Desk), newcomer.Joined.Plus(_draw.SkewedBetween(300, 5 * Moment.Day)), leaves: 0.24);
        foreach (var flash in communities.FlashOf(newcomer.Desk))
        {
            if (flash.CreatedDay > newcomer.Day && _draw.Chance(0.11 * newcomer.Channel.Talks))
                Join(flash, Moment.At(flash.CreatedDay + _draw.Between(1, 4), Seasons.CustomerTime(_draw)), leaves: 0.1);
        }
        if (newcomer.Person.Loyalty > 2 && _draw.Chance(0.25))
            Join(communities.VipOf(newcomer.Desk), newcomer.Joined.Plus(_draw.Between(30, 150) * Moment.Day), leaves: 0.06);
        if (_draw.Chance(0.04))
            Join(_draw.Pick(communities.Others), newcomer.Joined.Plus(_draw.Between(2, 90) * Moment.Day), leaves: 0.15);
    }

    public IReadOnlyList<Stay> Stays => _stays;

    /// The group she would speak in or order through at that moment.
    public ChatGroup? At(Moment moment)
    {
        foreach (var stay in _stays)
        {
            if (stay.HoldsAt(moment))
                return stay.Group;
        }
        return null;
    }

    /// Something was sent to a group of hers on that day or the day before.
    public bool WasPushed(int day)
    {
        foreach (var stay in _stays)
        {
            var pushed = stay.Group.NextPush(Math.Max(0, day - 1));
            if (pushed <= day && stay.HoldsAt(stay.Group.PushOn(pushed)))
                return true;
        }
        return false;
    }

    public void WriteTo(Ledger ledger)
    {
        foreach (var stay in _stays)
        {
            ledger.Add(new MemberRow(_newcomer.Person, stay));
            Note(ledger, "group_joined", stay.From, stay);
            if (stay.To is { } left)
                Note(ledger, "group_left", left, stay);
            for (var day = stay.Group.NextPush(stay.From.OfDay); ledger.IsWithinPeriod(day); day += ChatGroup.DaysBetweenPushes)
            {
                var at = stay.Group.PushOn(day);
                if (stay.HoldsAt(at))
                    Note(ledger, "group_pushed", at, stay, content: $"p{day % 40:D2}");
            }
        }
    }

    private void Note(Ledger ledger, string type, Moment at, Stay stay, string? content = null) =>
        ledger.Add(new EventRow(_newcomer.Person, _newcomer.Person.NextEvent(), type, at, stay.Group.Owner, Touchpoint: "community", Group: stay.Group.Id, Content: content));

    private void Join(ChatGroup group, Moment at, double leaves, bool again = false)
    {
        if (!group.IsOpenAt(at) || _following.HolderAt(at) is not { } employee)
            return;
        var scene = _draw.Weighted([0.35, 0.15, 0.5]) + ByEmployee;
        var left = _draw.Chance(leaves) ? at.Plus(_draw.SkewedBetween(3600, 200 * Moment.Day)) : (Moment?)null;
        var isDismissed = group.Dismissed is { } end && (left is not { } before || end < before);
        if (isDismissed)
            left = group.Dismissed;
        _stays.Add(new Stay(group, at, left, scene, scene is ByEmployee or ByLink ? employee : null));
        if (left is { } gone && !isDismissed && !again && _draw.Chance(0.18))
            Join(group, gone.Plus(_draw.Between(2, 40) * Moment.Day), leaves: 0.1, again: true);
    }
}
