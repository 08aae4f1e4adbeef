namespace PrivateDomainBI.Ingest.Demo;

// A chat group: whose it is and on which days it exists; DismissedDay is null while it lasts.
internal sealed record ChatGroup(string Id, string Name, string Type, Employee Owner, string? StoreId, int CreatedDay, int? DismissedDay, int Number)
{
    public const int DaysBetweenPushes = 24;

    public Moment Created => Moment.At(CreatedDay, 10 * 3600 + Number);

    public Moment? Dismissed => DismissedDay is { } day ? Moment.At(day, 20 * 3600 + Number) : null;

    public bool IsOpenAt(Moment moment) => Created <= moment && (Dismissed is not { } end || moment < end);

    /// The first day from the given one on which something is sent to the whole group.
    public int NextPush(int day) => day + (DaysBetweenPushes - (day + Number) % DaysBetweenPushes) % DaysBetweenPushes;

    public Moment PushOn(int day) => Moment.At(day, 19 * 3600 + Number * 7 % 3600);
}

// The brand's groups: a lasting one of every store and team, flash groups for each campaign that are dismissed after it,
// a VIP group in every region, and few for those who try new products or share an interest.
internal sealed class Communities
{
    private static readonly string[] Interests = ["成分党交流群", "敏感肌互助群", "抗老研习社", "美妆分享群", "妈妈护肤群", "男士护肤群"];

    private readonly List<ChatGroup> _all = [];
    private readonly Dictionary<Desk, ChatGroup> _homes = [];
    private readonly Dictionary<string, ChatGroup> _vip = new(StringComparer.Ordinal);
    private readonly ILookup<Desk, ChatGroup> _flash;
    private readonly List<ChatGroup> _others = [];

    public Communities(Period period, Seasons seasons, Organisation organisation)
    {
        var desks = organisation.Desks.ToList();
        for (var i = 0; i < desks.Count; i++)
        {
            // Every ninth was given up in favour of the mini program.
            var dismissed = i % 9 == 4 ? period.Days * 7 / 10 : (int?)null;
            _homes[desks[i]] = Open($"g-{desks[i].UnitId}", $"{desks[i].Name}福利群", "store", desks[i], -30 - i * 7 % 400, dismissed);
        }
        foreach (var desk in desks.DistinctBy(desk => desk.RegionId))
            _vip[desk.RegionId] = Open($"v-{desk.RegionId}", $"{organisation.Units.First(unit => unit.Id == desk.RegionId).Name}核心VIP群", "vip", desk, -200, null);
        for (var i = 0; i < Interests.Length; i++)
            _others.Add(Open($"i-{i + 1}", Interests[i], "interest", desks[^(i % 4 + 1)], period.Days * i / 10, null));
        for (var i = 0; i < 4; i++)
            _others.Add(Open($"x-{i + 1}", $"新品体验官{i + 1}群", "experience", desks[i], period.Days * i / 5, i == 0 ? period.Days / 2 : null));
        _flash = OpenFlash(period, seasons, desks).ToLookup(pair => pair.Desk, pair => pair.Group);
    }

    public IReadOnlyList<ChatGroup> All => _all;

    /// For those who try new products or share an interest.
    public IReadOnlyList<ChatGroup> Others => _others;

    public ChatGroup HomeOf(Desk desk) => _homes[desk];

    public ChatGroup VipOf(Desk desk) => _vip[desk.RegionId];

    public IEnumerable<ChatGroup> FlashOf(Desk desk) => _flash[desk];

    private List<(Desk Desk, ChatGroup Group)> OpenFlash(Period period, Seasons seasons, List<Desk> desks)
    {
        var opened = new List<(Desk, ChatGroup)>();
        foreach (var (campaign, nth) in seasons.Promotions.Select((campaign, nth) => (campaign, nth)))
        {
            if (campaign.FirstDay - 2 < 0 || campaign.FirstDay - 2 >= period.Days)
                continue;
            for (var i = nth % 5; i < desks.Count; i += 5)
                opened.Add((desks[i], Open($"f-{campaign.Id}-{desks[i].UnitId}", $"{desks[i].Name}{campaign.Name}快闪群", "flash", desks[i], campaign.FirstDay - 2, campaign.LastDay + 2)));
        }
        return opened;
    }

    private ChatGroup Open(string id, string name, string type, Desk desk, int createdDay, int? dismissedDay)
    {
        var group = new ChatGroup(id, name, type, desk.Shifts[0].Employee, desk.StoreId, createdDay, dismissedDay, _all.Count);
        _all.Add(group);
        return group;
    }
}
