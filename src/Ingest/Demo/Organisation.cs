namespace PrivateDomainBI.Ingest.Demo;

internal sealed record OrgUnit(string Id, string Name, string? ParentId, string Type, string KpiMode, int? FromDay, int? ToDay);

// Headquarters, eight regions, their stores, the online teams and the enablement centre that carries no KPI,
// with everybody who works there. Its size goes with the square root of the number of customers.
internal sealed class Organisation
{
    public const int ProblemDays = 35;

    private static readonly (string Id, string Name, string[] Cities)[] Regions =
    [
        ("r1", "华东大区", ["上海", "南京", "苏州", "合肥"]),
        ("r2", "华南大区", ["广州", "深圳", "佛山", "厦门"]),
        ("r3", "华北大区", ["北京", "天津", "石家庄", "太原"]),
        ("r4", "浙闽大区", ["杭州", "宁波", "温州", "福州"]),
        ("r5", "华中大区", ["武汉", "长沙", "郑州", "南昌"]),
        ("r6", "西南大区", ["成都", "重庆", "昆明", "贵阳"]),
        ("r7", "西北大区", ["西安", "兰州", "银川", "西宁"]),
        ("r8", "东北大区", ["沈阳", "大连", "长春", "哈尔滨"]),
    ];

    private readonly Period _period;
    private readonly Draw _draw;
    private readonly List<OrgUnit> _units = [];
    private readonly List<Employee> _employees = [];
    private readonly List<Desk> _stores = [];
    private readonly List<Desk> _teams = [];
    private readonly double[] _storeWeights;

    public Organisation(long seed, int customers, Period period)
    {
        _period = period;
        _draw = new Draw(seed, Aspect.Organisation, 0);
        var scale = Math.Sqrt(customers / 30_000.0);
        var headcount = Math.Max(24, (int)Math.Round(200 * scale));
        var storeCount = Math.Max(8, (int)Math.Round(60 * scale));
        var online = Math.Max(4, headcount * 24 / 100);

        OpenHeadquarters(headcount);
        OpenStores(storeCount);
        OpenOnlineTeams(online);
        StaffStores(Math.Max(2 * storeCount, headcount - _employees.Count));
        ChangePeople();
        ReorganiseRegions();
        _storeWeights = [.. _stores.Select(store => store.Weight)];
    }

    public IReadOnlyList<OrgUnit> Units => _units;
    public IReadOnlyList<Employee> Employees => _employees;
    public IReadOnlyList<Desk> Stores => _stores;

    /// All places where customers are received: the stores, then the online teams.
    public IEnumerable<Desk> Desks => _stores.Concat(_teams);

    /// A flagship whose new customers leave at once in the last weeks: the story a reader should find.
    public Desk ProblemStore => _stores[1];

    public bool IsProblem(Desk desk, int day) => desk == ProblemStore && day >= _period.Days - ProblemDays;

    public Desk Receive(Channel channel, Draw draw) =>
        draw.Chance(channel.InStore) ? _stores[draw.Weighted(_storeWeights)]
        : channel.IsPaidMedia ? _teams[draw.Chance(0.75) ? ^1 : 0]
        : _teams[draw.Below(_teams.Count)];

    private void OpenHeadquarters(int headcount)
    {
        _units.Add(Unit("hq", "云杉里总部", null, "hq"));
        foreach (var (id, name, _) in Regions)
            _units.Add(Unit(id, name, "hq", "region"));
        _units.Add(Unit("growth", "用户增长部", "hq", "dept"));
        _units.Add(Unit("moc", "MOC赋能中心", "hq", "dept", "cost_center"));
        _units.Add(Unit("moc-data", "数据组", "moc", "team", "none"));
        _units.Add(Unit("moc-member", "会员运营组", "moc", "team", "none"));
        _units.Add(Unit("moc-coach", "陪跑组", "moc", "team", "none"));

        foreach (var (id, _, _) in Regions)
            Hire(id, "大区经理", "own", 0, null);
        for (var i = 0; i < Math.Max(3, headcount / 20); i++)
            Hire(i % 2 == 0 ? "moc-data" : "moc-member", i % 2 == 0 ? "数据分析师" : "会员运营", "own", 0, null);
        for (var i = 0; i < Math.Max(2, headcount / 25); i++)
            Hire("moc-coach", "陪跑教练", "coach", 0, null);
    }

    private void OpenStores(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (regionId, _, cities) = Regions[i % Regions.Length];
            var round = i / Regions.Length;
            var city = cities[round % cities.Length];
            var id = $"s{i + 1:D4}";
            // Two flagships, then ever smaller shops.
            var weight = i < 2 ? 5.0 : 0.6 + 1.8 * (count - i) / count;
            _units.Add(Unit(id, Names.Store(city, round / cities.Length), regionId, "store"));
            _stores.Add(new Desk(id, _units[^1].Name, regionId, id, city, weight));
        }
    }

    private void OpenOnlineTeams(int advisers)
    {
        string[] names = ["线上一组", "线上二组", "线上三组", "代运营组"];
        for (var i = 0; i < names.Length; i++)
        {
            var id = $"online-{i + 1}";
            _units.Add(Unit(id, names[i], "growth", "team"));
            _teams.Add(new Desk(id, names[i], "growth", null, "上海", 1));
        }
        for (var i = 0; i < advisers; i++)
        {
            var desk = _teams[i % _teams.Count];
            Hire(desk.UnitId, i < _teams.Count ? "线上组长" : "线上顾问", desk == _teams[^1] ? "outsourced" : "own", HireDay(i >= _teams.Count), desk);
        }
    }

    private void StaffStores(int people)
    {
        foreach (var store in _stores)
            Hire(store.UnitId, "店长", "own", 0, store);
        for (var i = _stores.Count; i < people; i++)
        {
            // Every store gets one guide; the rest go where most customers per head are.
            var store = i < 2 * _stores.Count ? _stores[i - _stores.Count] : _stores.MaxBy(desk => desk.Weight / desk.Shifts.Count)!;
            Hire(store.UnitId, "导购", _draw.Chance(0.15) ? "outsourced" : "own", HireDay(i >= 2 * _stores.Count), store);
        }
    }

    private int HireDay(bool maybeLater) =>
        maybeLater && _draw.Chance(0.35) ? _draw.Between(_period.Days / 10, _period.Days * 8 / 10) : 0;

    // Every eighth guide or adviser leaves the company and every nineteenth moves to another store.
    private void ChangePeople()
    {
        var position = 0;
        foreach (var desk in _teams.Concat(_stores).ToList())
        {
            for (var i = 1; i < desk.Shifts.Count; i++)
            {
                var shift = desk.Shifts[i];
                if (shift.ToDay != int.MaxValue || shift.FromDay > _period.Days / 2)
                    continue;
                position++;
                var day = _draw.Between(Math.Max(shift.FromDay, _period.Days / 5), Math.Max(shift.FromDay, _period.Days * 19 / 20));
                if (position % 8 == 3)
                    Depart(desk, i, day);
                else if (position % 19 == 5 && desk.StoreId is not null)
                    Move(desk, i, day);
            }
        }
    }

    private static void Depart(Desk desk, int shiftAt, int day)
    {
        var shift = desk.Shifts[shiftAt];
        var employee = shift.Employee;
        desk.Shifts[shiftAt] = shift with { ToDay = day };
        employee.Departs = true;
        employee.LeavesDeskAt = Moment.At(day, 19 * 3600);
        employee.Postings[^1] = employee.Postings[^1] with { ToDay = day + 1, Status = "departed" };
    }

    private void Move(Desk desk, int shiftAt, int day)
    {
        var shift = desk.Shifts[shiftAt];
        var employee = shift.Employee;
        var target = _stores[(_stores.IndexOf(desk) + Regions.Length) % _stores.Count];
        desk.Shifts[shiftAt] = shift with { ToDay = day };
        target.Shifts.Add(new Shift(employee, day, int.MaxValue));
        employee.LeavesDeskAt = Moment.At(day, 9 * 3600);
        employee.Postings[^1] = employee.Postings[^1] with { ToDay = day };
        employee.Postings.Add(new Posting(target.UnitId, day, null, "active"));
    }

    // One store changes its region half-way: the tree has a history too.
    private void ReorganiseRegions()
    {
        var store = _stores[Math.Min(_stores.Count - 1, 11)];
        var at = _units.FindIndex(unit => unit.Id == store.UnitId);
        var day = _period.Days / 2;
        var target = Regions[(Array.FindIndex(Regions, region => region.Id == store.RegionId) + 1) % Regions.Length].Id;
        _units.Insert(at + 1, _units[at] with { ParentId = target, FromDay = day });
        _units[at] = _units[at] with { ToDay = day };
    }

    private void Hire(string unitId, string role, string employmentType, int day, Desk? desk)
    {
        var outsourced = employmentType == "outsourced" ? 0.12 : 0;
        var employee = new Employee(
            $"e{_employees.Count + 1:D4}", Names.Person(_draw), role, employmentType, _draw.Trait() - outsourced, _draw.Trait() - outsourced);
        var hired = day > 0 ? day : -_draw.Between(30, 1400);
        employee.Postings.Add(new Posting(unitId, hired, null, "active"));
        _employees.Add(employee);
        desk?.Shifts.Add(new Shift(employee, day, int.MaxValue));
    }

    private static OrgUnit Unit(string id, string name, string? parentId, string type, string kpiMode = "normal") =>
        new(id, name, parentId, type, kpiMode, null, null);
}
