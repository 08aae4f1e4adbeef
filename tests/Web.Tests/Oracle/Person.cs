using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>What the rules of the design say of one customer, read straight from the raw rows, one loop at a time.</summary>
internal sealed class Person
{
    private static readonly HashSet<string> OwnDoing =
    [
        "message_received", "content_viewed", "cart_added", "member_enrolled", "group_message", "content_shared", "channel_video_shared",
        "campaign_participated", "ad_clicked", "appointment_booked", "store_visited", "appointment_visited", "referral_made",
        "review_submitted", "survey_submitted", "feedback_submitted", "service_case_opened", "official_account_followed",
    ];

    private readonly List<Relation> _relations;
    private readonly List<OwnershipRow> _ownership;
    private readonly List<Happening> _events;
    private readonly Company _company;
    private readonly Dictionary<DateOnly, List<DateOnly>> _occasions = [];

    public Person(Company company, string id)
    {
        Id = id;
        _company = company;
        Row = company.Customers.FirstOrDefault(row => row.Id == id);
        _relations = [.. company.Relations.Where(row => row.Customer == id)];
        if (_relations.Count == 0 && Row?.JoinedAt is { } joined)
            _relations.Add(new Relation(id, Row.Employee, joined, null, "", ""));
        Tasks = [.. company.Tasks.Where(row => row.Customer == id)];
        Stays = [.. company.Stays.Where(row => row.Customer == id)];
        _ownership = [.. company.Ownership.Where(row => row.Customer == id)];
        _events = [.. company.Events.Where(row => row.Customer == id)];
        Wholes = [.. WholeOrders()];
        JoinedDay = JoinedAt is { } first ? Day(first) : null;
        Contacts = new Contacts(_events);
    }

    public string Id { get; }

    public Customer? Row { get; }

    public IReadOnlyList<WholeOrder> Wholes { get; }

    public DateOnly? JoinedDay { get; }

    public DateTime? JoinedAt
    {
        get
        {
            var starts = _relations.Where(row => !IsTransfer(row)).Select(row => row.StartedAt).ToList();
            if (Row?.JoinedAt is { } told)
                starts.Add(told);
            return starts.Count == 0 ? null : starts.Min();
        }
    }

    public IReadOnlyList<Relation> Relations => _relations;

    public IReadOnlyList<Stay> Stays { get; }

    public IReadOnlyList<CampaignTask> Tasks { get; }

    public Contacts Contacts { get; }

    /// <summary>Whether the customer spoke in the group of this stay on one of these days of it.</summary>
    public bool Spoke(Stay stay, DateRange days) => _events.Exists(e =>
        e.Type == "group_message" && e.Group == stay.Group && days.Contains(Day(e.At)) && Day(e.At) >= Day(stay.From) && (stay.To is null || Day(e.At) <= Day(stay.To.Value)));

    public bool IsFriendAtEndOf(DateOnly day) =>
        _relations.Exists(row => Day(row.StartedAt) <= day && (row.EndedAt is null || Day(row.EndedAt.Value) > day));

    public bool IsInAGroupAtEndOf(DateOnly day) => Stays.Any(row => Day(row.From) <= day && (row.To is null || Day(row.To.Value) > day));

    public bool IsFollowerAtEndOf(DateOnly day) => Follows().Any(row => Day(row.From) <= day && (row.To is null || Day(row.To.Value) > day));

    /// <summary>With an employee, in a group or a follower at this very moment.</summary>
    public bool IsHeldAt(DateTime moment) =>
        _relations.Exists(row => row.StartedAt <= moment && (row.EndedAt is null || row.EndedAt > moment))
        || Stays.Any(row => row.From <= moment && (row.To is null || row.To > moment)) || Follows().Any(row => row.From <= moment && (row.To is null || row.To > moment));

    public bool IsReferred => Row is { Referrer.Length: > 0 } && Row.Referrer != Id;

    public DateOnly? MemberFrom => _events.Where(e => e.Type == "member_enrolled").Select(e => (DateOnly?)Day(e.At)).Min();

    /// <summary>The days on which something of this type happened.</summary>
    public IEnumerable<DateOnly> DaysOf(string type) => _events.Where(e => e.Type == type).Select(e => Day(e.At));

    public bool PhoneValid => Row?.Phone is "13800000001" or "+8613900000002";

    /// <summary>Whether the customer wrote within so long of joining.</summary>
    public bool WroteWithin(TimeSpan time) =>
        JoinedAt is { } joined && _events.Exists(e => e.Type == "message_received" && e.At >= joined && e.At - joined <= time);

    public bool FollowedUpOn(DateOnly day) => _events.Exists(e => e.Type is "message_sent" or "follow_up_logged" && Day(e.At) == day);

    /// <summary>On how many of these days the customer did something.</summary>
    public int ActiveDays(DateRange days) => _events.Where(e => OwnDoing.Contains(e.Type)).Select(e => Day(e.At))
        .Concat(Wholes.Select(order => order.PaidDay)).Where(days.Contains).Distinct().Count();

    /// <summary>What came in on these days, less what was given back on them.</summary>
    public decimal Money(DateRange days) => Wholes.Sum(order =>
        (days.Contains(order.PaidDay) ? order.Amount : 0) - order.Refunds.Where(refund => days.Contains(Day(refund.At))).Sum(refund => refund.Amount));

    public int ProfileFields(DateOnly today) => Convert.ToInt32(PhoneValid) + Convert.ToInt32(BirthdayValid(today)) + Convert.ToInt32(Row?.Gender is "女" or "男") + Convert.ToInt32(Row?.City == "上海");

    public string Acquirer
    {
        get
        {
            var first = _relations.Where(row => !IsTransfer(row)).OrderBy(row => row.StartedAt).ThenBy(row => row.Employee, StringComparer.Ordinal).FirstOrDefault();
            return first is null || first.Employee.Length == 0 ? "unattributed" : first.Employee;
        }
    }

    public string Channel
    {
        get
        {
            if (Row is { Channel.Length: > 0 })
                return Row.Channel;
            return _events.Where(e => e.Channel.Length > 0).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault()?.Channel ?? "unknown";
        }
    }

    public bool InPoolAtEndOf(DateOnly day) => IsFriendAtEndOf(day) || IsInAGroupAtEndOf(day) || IsFollowerAtEndOf(day);

    public bool ActiveOn(DateOnly day) =>
        _events.Exists(e => OwnDoing.Contains(e.Type) && Day(e.At) == day) || Wholes.Any(order => order.PaidDay == day);

    /// <summary>Whether the customer did something from this moment until just before that one.</summary>
    public bool ActiveWithin(DateTime from, DateTime to) =>
        _events.Exists(e => OwnDoing.Contains(e.Type) && e.At >= from && e.At < to) || Wholes.Any(order => order.PaidAt >= from && order.PaidAt < to);

    public bool ProfileComplete(DateOnly today) =>
        ProfileFields(today) == 4;

    private bool BirthdayValid(DateOnly today) =>
        DateOnly.TryParse(Row?.Birthday, System.Globalization.CultureInfo.InvariantCulture, out var birthday) && birthday >= new DateOnly(1900, 1, 1) && birthday <= today;

    public List<DateOnly> Occasions(DateOnly asOf)
    {
        if (!_occasions.TryGetValue(asOf, out var days))
            _occasions[asOf] = days = [.. Wholes.Where(order => order.IsValid(asOf) && order.PaidDay < asOf).Select(order => order.PaidDay).Distinct().Order()];
        return days;
    }

    // From each time she followed an account until she first turned away from it, at once or later.
    private IEnumerable<(DateTime From, DateTime? To)> Follows() => _events.Where(e => e.Type == "official_account_followed").Select(begun => (begun.At, _events
        .Where(e => e.Type == "official_account_unfollowed" && e.Touchpoint == begun.Touchpoint && e.At >= begun.At).Min(e => (DateTime?)e.At)));

    public string OwnerAtEndOf(DateOnly day) => Owner(
        row => Day(row.From) <= day && (row.To is null || Day(row.To.Value) > day),
        row => Day(row.StartedAt) <= day && (row.EndedAt is null || Day(row.EndedAt.Value) > day));

    public string EmployeeOf(WholeOrder order)
    {
        if (order.GivenEmployee.Length > 0)
            return order.GivenEmployee;
        var touch = _events.Where(e => e.Employee.Length > 0 && e.At <= order.PaidAt).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).LastOrDefault();
        if (touch is not null && touch.At >= order.PaidAt.AddDays(-7))
            return touch.Employee;
        return Owner(
            row => row.From <= order.PaidAt && (row.To is null || row.To > order.PaidAt),
            row => row.StartedAt <= order.PaidAt && (row.EndedAt is null || row.EndedAt > order.PaidAt));
    }

    /// <summary>The channel the order names, else the last that the customer was met in within so many days, or the first.</summary>
    public string ChannelOf(WholeOrder order, int days, bool first = false)
    {
        if (order.Channel.Length > 0)
            return order.Channel;
        var met = _events.Where(e => e.Channel.Length > 0 && e.At <= order.PaidAt && order.PaidAt - e.At <= TimeSpan.FromDays(days)).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        return (first ? met.FirstOrDefault() : met.LastOrDefault())?.Channel ?? "unknown";
    }

    /// <summary>Not through a group, but within 48 hours of something sent in one that the customer was in that day.</summary>
    public bool IsPrompted(WholeOrder order) => order.Group.Length == 0 && _events.Exists(e =>
        e.Type == "group_pushed" && e.Group.Length > 0 && e.At <= order.PaidAt && order.PaidAt - e.At <= TimeSpan.FromHours(48)
        && Stays.Any(stay => stay.Group == e.Group && Day(stay.From) <= order.PaidDay && (stay.To is null || Day(stay.To.Value) >= order.PaidDay)));

    /// <summary>The campaign an order is put down to; empty for none.</summary>
    public string CampaignOf(WholeOrder order) => order.Campaign.Length > 0 ? order.Campaign : Touches
        .Where(touch => touch.At <= order.PaidAt && order.PaidDay <= Day(touch.At).AddDays(7) && order.PaidDay <= EndOf(touch.Campaign).AddDays(3))
        .OrderBy(touch => touch.At).ThenBy(touch => touch.Id, StringComparer.Ordinal).LastOrDefault()?.Campaign ?? "";

    /// <summary>What the customer did last for a campaign to which somebody who joined that day can be put down.</summary>
    public Happening? CampaignThatBrought(DateOnly joined) => _events
        .Where(e => e is { Type: "campaign_participated" or "referral_made", Campaign.Length: > 0 })
        .Where(e => Day(e.At) <= joined && joined <= Day(e.At).AddDays(7) && joined <= EndOf(e.Campaign).AddDays(3))
        .OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).LastOrDefault();

    /// <summary>Each campaign the customer took part in: when first, and with whom; nobody where the event names nobody.</summary>
    public IEnumerable<(string Campaign, DateOnly Day, string Employee)> Participations =>
        from touch in Touches.Select(e => (e.Campaign, e.At, e.Id, e.Employee))
            .Concat(Wholes.Where(order => order.Campaign.Length > 0 && order.Amount > 0).Select(order => (order.Campaign, At: order.PaidAt, order.Id, Employee: EmployeeOf(order))))
        group touch by touch.Campaign into touches
        let first = touches.OrderBy(touch => touch.At).ThenBy(touch => touch.Id, StringComparer.Ordinal).First()
        select (first.Campaign, Day(first.At), first.Employee);

    /// <summary>When the customer first applied, clicked an ad or booked.</summary>
    public DateOnly? LeadDay => _events.Where(e => e.Type is "ad_clicked" or "appointment_booked" or "friend_applied").Select(e => (DateOnly?)Day(e.At)).Min();

    /// <summary>Each day and employee that served the customer, with the first time of it.</summary>
    public IEnumerable<(DateTime At, string Employee)> Services =>
        from e in _events
        where e.Type is "store_visited" or "appointment_visited" && e.Employee.Length > 0
        group e by (Day(e.At), e.Employee) into visits
        select (visits.Min(e => e.At), visits.Key.Employee);

    public DateTime? EnrolledAt => _events.Where(e => e.Type == "member_enrolled").Select(e => (DateTime?)e.At).Min();

    /// <summary>Each day with such an event, and with whom the first of it was; nobody where that names nobody.</summary>
    public IEnumerable<(DateOnly Day, string Employee)> DaysWith(string type) =>
        from e in _events
        where e.Type == type
        group e by Day(e.At) into day
        orderby day.Key
        select (day.Key, day.OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).First().Employee);

    /// <summary>The first event that names a campaign, whatever it tells.</summary>
    public Happening? FirstOf(string campaign) =>
        _events.Where(e => e.Campaign == campaign).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault();

    private IEnumerable<Happening> Touches => _events.Where(e => e.Type == "campaign_participated" && e.Campaign.Length > 0);

    private DateOnly EndOf(string campaign) => _company.Campaigns.FirstOrDefault(row => row.Id == campaign) is { } known ? Day(known.End) : DateOnly.MaxValue.AddDays(-10);

    public static DateOnly Day(DateTime time) => DateOnly.FromDateTime(time);

    private string Owner(Predicate<OwnershipRow> covers, Predicate<Relation> active)
    {
        var owned = _ownership.FindAll(covers).OrderByDescending(row => row.From).ThenBy(row => row.Employee, StringComparer.Ordinal).FirstOrDefault();
        if (owned is not null)
            return owned.Employee;
        var held = _relations.FindAll(active);
        var takeover = held.Where(IsTransfer).OrderByDescending(row => row.StartedAt).ThenBy(row => row.Employee, StringComparer.Ordinal).FirstOrDefault();
        var first = held.OrderBy(row => row.StartedAt).ThenBy(row => row.Employee, StringComparer.Ordinal).FirstOrDefault();
        var owner = (takeover ?? first)?.Employee ?? "";
        return owner.Length == 0 ? "unattributed" : owner;
    }

    public bool IsTransfer(Relation relation) =>
        relation.AddWay is "201" or "202"
        || _relations.Exists(other => other.EndReason == "transferred" && other.EndedAt is { } end
            && Day(end) == Day(relation.StartedAt) && other.Employee != relation.Employee);

    private IEnumerable<WholeOrder> WholeOrders() =>
        from order in _company.Orders
        where order.Customer == Id && order.Status == "paid" && !order.IsTest
        group order by order.Parent.Length > 0 ? order.Parent : order.Id into parts
        let byTime = parts.OrderBy(part => part.PaidAt).ThenBy(part => part.Id, StringComparer.Ordinal).ToList()
        select new WholeOrder(
            parts.Key,
            byTime[0].PaidAt,
            parts.Sum(part => part.Amount),
            byTime.Find(part => part.Employee.Length > 0)?.Employee ?? "",
            byTime[0].Group,
            byTime[0].Campaign,
            byTime.Find(part => part.Channel.Length > 0)?.Channel ?? "",
            [.. _company.Refunds.Where(refund => parts.Any(part => part.Id == refund.OrderId))]);
}

/// <summary>An order with its parts put together.</summary>
internal sealed record WholeOrder(string Id, DateTime PaidAt, decimal Amount, string GivenEmployee, string Group, string Campaign, string Channel, IReadOnlyList<Refund> Refunds)
{
    public DateOnly PaidDay => Person.Day(PaidAt);

    public decimal RefundedBefore(DateOnly asOf) => Refunds.Where(refund => Person.Day(refund.At) < asOf).Sum(refund => refund.Amount);

    public bool IsValid(DateOnly asOf) => Amount > 0 && RefundedBefore(asOf) < Amount;
}
