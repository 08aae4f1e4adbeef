using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>One cell by the oracle: for rates numerator, denominator and immature; else the value.</summary>
internal sealed record OracleCell(long Numerator, long Denominator, long Immature, decimal? Value);

/// <summary>
/// The metrics of the foundation once more, in plain C# over raw rows, sharing nothing with the compiler or its SQL.
/// Slow and obvious on purpose.
/// </summary>
internal sealed class MetricOracle(Company company, DateOnly completeThrough, DateOnly asOf)
{
    private readonly List<Person> _people = [.. company.EveryCustomer.Select(id => new Person(company, id))];

    // A row of a question: its day, whose it is, whether it is mature and counts, and what it is worth.
    private sealed record Fact(Person Person, DateOnly Day, string Employee, bool Mature, bool Counted, decimal Worth);

    public OracleCell Cell(string metric, DateRange days, Owner owner, string? dimension, string? place)
    {
        var facts = Facts(metric, days, owner).Where(fact => dimension is null || Place(fact, dimension) == place).ToList();
        return metric switch
        {
            "gmv" or "net_sales" => new OracleCell(0, 0, 0, facts.Sum(fact => fact.Worth)),
            "aov" => new OracleCell(0, 0, 0, facts.Count == 0 ? null : Math.Round(facts.Sum(fact => fact.Worth) / facts.Count, 2, MidpointRounding.AwayFromZero)),
            "buyers" => new OracleCell(0, 0, 0, facts.Select(fact => fact.Person.Id).Distinct().Count()),
            "pool_size" or "new_customers" or "orders" => new OracleCell(0, 0, 0, facts.Count),
            _ => new OracleCell(facts.Count(fact => fact is { Mature: true, Counted: true }), facts.Count(fact => fact.Mature), facts.Count(fact => !fact.Mature), null),
        };
    }

    private IEnumerable<Fact> Facts(string metric, DateRange days, Owner owner) => metric switch
    {
        "pool_size" => Stock(days, owner, _ => true),
        "profile_completion_rate" => Stock(days, owner, person => person.ProfileComplete(completeThrough)),
        "new_customers" => Joined(days, owner, 0, 0, (_, _) => true),
        "relation_retention_d1" => Joined(days, owner, 1, 0, (person, day) => person.InPoolAtEndOf(day.AddDays(1))),
        "relation_retention_q" => Joined(days, owner, 90, 0, (person, day) => person.InPoolAtEndOf(day.AddDays(90))),
        "active_retention_d1" => Joined(days, owner, 1, 0, (person, day) => person.ActiveOn(day.AddDays(1))),
        "active_retention_d7" => Joined(days, owner, 7, 0, (person, day) => person.ActiveOn(day.AddDays(7))),
        "active_retention_d30" => Joined(days, owner, 30, 0, (person, day) => person.ActiveOn(day.AddDays(30))),
        "active_retention_q" => Joined(days, owner, 90, 0, (person, day) => Enumerable.Range(61, 30).Any(offset => person.ActiveOn(day.AddDays(offset)))),
        "first_order_conv" => FirstOrder(days, owner, 30),
        "first_order_conv_7d" => FirstOrder(days, owner, 7),
        "first_order_conv_14d" => FirstOrder(days, owner, 14),
        "first_order_conv_90d" => FirstOrder(days, owner, 90),
        "repurchase_3m" => Repurchase(days, owner, 90),
        "repurchase_6m" => Repurchase(days, owner, 180),
        "repurchase_12m" => Repurchase(days, owner, 365),
        "gmv" => Orders(days, owner, _ => true, order => order.Amount),
        "orders" or "buyers" => Orders(days, owner, order => order.IsValid(asOf), _ => 1),
        "aov" => Orders(days, owner, order => order.IsValid(asOf), order => order.Amount - order.RefundedBefore(asOf)),
        "net_sales" => Orders(days, owner, _ => true, order => order.Amount).Concat(
            from person in _people
            from order in person.Wholes
            from refund in order.Refunds
            where days.Contains(Person.Day(refund.At)) && Person.Day(refund.At) < asOf
            select new Fact(person, Person.Day(refund.At), OrderOwner(person, order, owner), true, true, -refund.Amount)),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "the oracle does not know this metric"),
    };

    private IEnumerable<Fact> Stock(DateRange days, Owner owner, Func<Person, bool> counts)
    {
        var day = days.To.AddDays(-1) < completeThrough ? days.To.AddDays(-1) : completeThrough;
        if (days.From > completeThrough)
            return [];
        return _people.Where(person => person.InPoolAtEndOf(day)).Select(person => new Fact(person, day, CohortOwner(person, day, owner), true, counts(person), 1));
    }

    private IEnumerable<Fact> Joined(DateRange days, Owner owner, int window, int settle, Func<Person, DateOnly, bool> counts) =>
        from person in _people
        where person.JoinedDay is { } joined && days.Contains(joined) && joined < asOf
        let day = person.JoinedDay!.Value
        select new Fact(person, day, CohortOwner(person, day, owner), day.AddDays(window + settle) <= completeThrough, counts(person, day), 1);

    private IEnumerable<Fact> FirstOrder(DateRange days, Owner owner, int window) =>
        Joined(days, owner, window, 7, (person, day) => person.Occasions(asOf) is [var first, ..] && first <= day.AddDays(window))
            .Where(fact => !fact.Person.Occasions(asOf).Exists(occasion => occasion < fact.Day));

    private IEnumerable<Fact> Repurchase(DateRange days, Owner owner, int window) =>
        from person in _people
        let occasions = person.Occasions(asOf)
        where occasions.Count > 0 && days.Contains(occasions[0])
        let first = occasions[0]
        select new Fact(
            person, first, CohortOwner(person, first, owner), first.AddDays(window + 7) <= completeThrough,
            occasions.Exists(occasion => occasion > first && occasion <= first.AddDays(window)), 1);

    private IEnumerable<Fact> Orders(DateRange days, Owner owner, Func<WholeOrder, bool> among, Func<WholeOrder, decimal> worth) =>
        from person in _people
        from order in person.Wholes
        where days.Contains(order.PaidDay) && order.PaidDay < asOf && among(order)
        select new Fact(person, order.PaidDay, OrderOwner(person, order, owner), true, true, worth(order));

    private string CohortOwner(Person person, DateOnly day, Owner owner) => owner switch
    {
        Owner.Acquirer => person.Acquirer,
        Owner.Now => person.OwnerAtEndOf(completeThrough),
        _ => person.OwnerAtEndOf(day),
    };

    private string OrderOwner(Person person, WholeOrder order, Owner owner) => owner switch
    {
        Owner.Acquirer => person.Acquirer,
        Owner.Now => person.OwnerAtEndOf(completeThrough),
        _ => person.EmployeeOf(order),
    };

    private string Place(Fact fact, string dimension) => dimension switch
    {
        "channel" => fact.Person.Channel,
        "employee" => fact.Employee,
        _ => company.Employees.FirstOrDefault(employee => employee.Id == fact.Employee) is { Store.Length: > 0 } known ? known.Store : "unattributed",
    };
}
