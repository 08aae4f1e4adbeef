namespace PrivateDomainBI.Ingest.Demo;

/// One friendship between an employee and a customer; To is null while it lasts.
internal sealed record Relation(Employee Employee, Moment From, Moment? To, string? EndReason, int AddWay)
{
    public bool HoldsAt(Moment moment) => From <= moment && (To is not { } end || moment < end);
}

// Who followed the customer, from when to when: first friendship, deletion, return, further employees,
// and hand-overs when an employee leaves her desk, where the old relation ends at the instant the new one starts.
internal sealed class Following
{
    private const int ByInternalTransfer = 201;
    private const int ByAssignment = 202;

    private readonly Period _period;
    private readonly Organisation _organisation;
    private readonly Newcomer _newcomer;
    private readonly Draw _draw;
    private readonly List<Relation> _relations = [];

    public Following(long seed, Period period, Organisation organisation, Newcomer newcomer)
    {
        (_period, _organisation, _newcomer) = (period, organisation, newcomer);
        _draw = new Draw(seed, Aspect.Following, newcomer.Number);
        Acquirer = newcomer.Desk.OnDuty(newcomer.Day, _draw, except: null);

        var deleted = Deletion(Acquirer, newcomer.Joined, newcomer.Channel.Drops);
        Follow(Acquirer, newcomer.Joined, deleted, newcomer.Channel.AddWay);
        Owned = _relations.Count;
        if (deleted is { } gone && _draw.Chance(0.07))
            Return(gone);
        if (_draw.Chance(newcomer.Desk.StoreId is null ? 0.06 : 0.12))
            AddAnother();
    }

    public Employee Acquirer { get; }

    /// The first friendship and its hand-overs, in order; the rest are returns and further employees.
    public int Owned { get; }

    public IReadOnlyList<Relation> Relations => _relations;

    /// Who looks after her at that moment: the first friendship's holder, else whoever follows her besides.
    public Employee? HolderAt(Moment moment)
    {
        foreach (var relation in _relations)
        {
            if (relation.HoldsAt(moment))
                return relation.Employee;
        }
        return null;
    }

    public void WriteTo(Ledger ledger)
    {
        // Taken over from an older tool that exported no relations: the customer's own row stands for an open one.
        if (_newcomer.Number % 199 == 7 && _relations is [{ To: null }])
            return;
        foreach (var relation in _relations)
        {
            var state = relation.AddWay == _newcomer.Channel.AddWay ? _newcomer.State : null;
            ledger.Add(new RelationRow(_newcomer.Person, relation.Employee, relation.From, relation.To, relation.EndReason, relation.AddWay, state));
        }
        if (_relations.Count == Owned && !_draw.Chance(0.25))
            return;

        // The CRM's own record of ownership, which outlives the friendship, exists for some customers only.
        for (var i = 0; i < Owned; i++)
        {
            var until = i + 1 < Owned ? _relations[i + 1].From : (Moment?)null;
            ledger.Add(new OwnershipRow(_newcomer.Person, _relations[i].Employee, _relations[i].From, until, i == 0 ? "assigned" : "transferred"));
        }
    }

    // Follows until the customer deletes; every hand-over on the way splits the relation.
    private void Follow(Employee employee, Moment from, Moment? deleted, int addWay)
    {
        var desk = _newcomer.Desk;
        while (employee.LeavesDeskAt is { } leaves && leaves >= from && (deleted is not { } gone || leaves < gone))
        {
            if (!employee.Departs && _draw.Chance(0.2))
                break;
            var at = leaves.Plus(_newcomer.Number % 3600);
            if (deleted <= at || at <= from)
                break;
            if (employee.Departs && _draw.Chance(0.03))
            {
                _relations.Add(new Relation(employee, from, at, "departed", addWay));
                return;
            }
            _relations.Add(new Relation(employee, from, at, "transferred", addWay));
            addWay = employee.Departs ? ByAssignment : ByInternalTransfer;
            employee = desk.OnDuty(at.OfDay, _draw, except: employee);
            from = at;
            if (_draw.Chance(0.05))
                deleted = at.Plus(_draw.SkewedBetween(3600, 7 * Moment.Day));
        }
        _relations.Add(new Relation(employee, from, deleted, deleted is null ? null : EndReason(), addWay));
    }

    private string EndReason() => _draw.Weighted([0.91, 0.05, 0.04]) switch
    {
        0 => "customer_deleted",
        1 => "employee_deleted",
        _ => "unknown",
    };

    private void Return(Moment gone)
    {
        var last = _relations[^1].Employee;
        var sameDay = _draw.Chance(0.25);
        var at = sameDay ? gone.Plus(_draw.Between(120, 6 * 3600)) : gone.Plus(_draw.SkewedBetween(1, 60) * Moment.Day);
        if (sameDay && at.OfDay != gone.OfDay)
            at = gone.Plus(60);
        if (last.Departs && last.LeavesDeskAt <= at)
            last = _newcomer.Desk.OnDuty(at.OfDay, _draw, except: last);
        Follow(last, at, Deletion(last, at, 0.05), addWay: 2);
    }

    private void AddAnother()
    {
        var at = _draw.Chance(0.25) ? _newcomer.Joined.Plus(_draw.Between(600, 7200)) : _newcomer.Joined.Plus(_draw.SkewedBetween(1, 150) * Moment.Day);
        var desk = _draw.Chance(0.6) ? _newcomer.Desk : _organisation.Receive(_newcomer.Channel, _draw);
        var employee = desk.OnDuty(at.OfDay, _draw, except: Acquirer);
        if (employee == Acquirer || _relations.Exists(relation => relation.Employee == employee))
            return;
        Follow(employee, at, Deletion(employee, at, 0.04), addWay: _draw.Pick([1, 3, 4]));
    }

    // Day by day until somebody deletes somebody; null when it does not happen within the period.
    private Moment? Deletion(Employee employee, Moment from, double drops)
    {
        var person = _newcomer.Person;
        var start = from.OfDay;
        var care = 1.35 - 0.7 * employee.Warmth;
        var first = drops * care * (person.IsBargainHunter ? 1.5 : 1) * (_organisation.IsProblem(_newcomer.Desk, start) ? 4.5 : 1);
        var later = _newcomer.Channel.Fades * care * (person.IsBargainHunter ? 2.2 : 1) * (person.Loyalty > 2 ? 0.5 : person.Loyalty < 0.5 ? 1.15 : 0.95);
        for (var day = start; day < _period.Days; day++)
        {
            var risk = (day - start) switch
            {
                0 => first * 0.62,
                1 => first * 0.38,
                <= 7 => 0.0048 * later,
                <= 30 => 0.0020 * later,
                <= 90 => 0.0013 * later,
                _ => 0.0006 * later,
            };
            if (!_draw.Chance(risk))
                continue;
            var earliest = day == start ? from.Seconds + 60 : day * Moment.Day;
            var at = new Moment(Math.Max(earliest, Moment.At(day, Seasons.CustomerTime(_draw)).Seconds));
            return at.OfDay == day ? at : Moment.At(day, 0).EndOfDay;
        }
        return null;
    }
}
