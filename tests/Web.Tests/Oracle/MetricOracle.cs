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

    // Whom a cost belongs to, which is no customer's.
    private readonly Person _nobody = new(company, "");

    // A row of a question: its day, whose it is, whether it is mature and counts, and what it is worth.
    private sealed record Fact(Person Person, DateOnly Day, string Employee, bool Mature, bool Counted, decimal Worth, decimal Over = 1, string? Channel = null);

    /// <summary>Where a customer stands in a dimension that is hers, such as a segment; in several places of some.</summary>
    public Func<Person, string, IReadOnlyList<string>>? PlacesOf { get; init; }

    public OracleCell Cell(string metric, DateRange days, Owner owner, string? dimension, string? place, (string Dimension, string Value)? filter = null)
    {
        var facts = Facts(metric, days, owner)
            .Where(fact => (dimension is null || Places(fact, dimension).Contains(place)) && (filter is not var (by, value) || Places(fact, by).Contains(value)))
            .ToList();
        return metric switch
        {
            _ when metric.StartsWith("ltv_", StringComparison.Ordinal) => Mean(facts),
            "net_growth_rate" or "interaction_freq" or "stickiness" or "purchase_frequency" or "profile_score" or "referral_revenue_share" =>
                new OracleCell(0, 0, 0, facts.Sum(fact => fact.Over) is 0 ? null : Math.Round(facts.Sum(fact => fact.Worth) / facts.Sum(fact => fact.Over), 6, MidpointRounding.AwayFromZero)),
            "cost_per_add" or "roas" => new OracleCell(
                0, 0, 0, facts.Sum(fact => fact.Over) is 0 ? null : Math.Round(facts.Sum(fact => fact.Worth) / facts.Sum(fact => fact.Over), metric == "roas" ? 6 : 2, MidpointRounding.AwayFromZero)),
            "gmv" or "net_sales" or "cost" => new OracleCell(0, 0, 0, facts.Sum(fact => fact.Worth)),
            "aov" => new OracleCell(0, 0, 0, facts.Count == 0 ? null : Math.Round(facts.Sum(fact => fact.Worth) / facts.Count, 2, MidpointRounding.AwayFromZero)),
            "buyers" or "group_members" => new OracleCell(0, 0, 0, facts.Select(fact => fact.Person.Id).Distinct().Count()),
            "pool_size" or "new_customers" or "orders" or "lost_customers" or "returned_customers" or "kept_new_customers" or "new_relations"
                or "deletions_by_customer" or "active_customers" or "effective_customers" or "new_members" or "referred_customers" or "pool_size_friends" or "pool_size_groups" or "group_joins" => new OracleCell(0, 0, 0, facts.Count),
            _ => new OracleCell(facts.Count(fact => fact is { Mature: true, Counted: true }), facts.Count(fact => fact.Mature), facts.Count(fact => !fact.Mature), null),
        };
    }

    private static OracleCell Mean(List<Fact> facts)
    {
        var mature = facts.Where(fact => fact.Mature).ToList();
        return new OracleCell(0, mature.Count, facts.Count - mature.Count, mature.Count == 0 ? null : Math.Round(mature.Sum(fact => fact.Worth) / mature.Count, 2, MidpointRounding.AwayFromZero));
    }

    private IEnumerable<Fact> Facts(string metric, DateRange days, Owner owner) => metric switch
    {
        "pool_size" => Stock(days, owner, _ => true),
        "pool_size_friends" => Period(days, owner, p => p.Person.IsFriendAtEndOf(p.End), _ => true, _ => (1, 1)),
        "pool_size_groups" => Period(days, owner, p => p.Person.IsInAGroupAtEndOf(p.End), _ => true, _ => (1, 1)),
        "group_member_order_rate" => Period(days, owner, p => p.Person.Stays.Any(stay => Overlaps(stay, new DateRange(days.From, p.End.AddDays(1)))), p => p.Bought > 0, _ => (1, 1)),
        "group_join_rate" => Joined(days, owner, 7, 0, (person, day) => person.Stays.Any(stay => Person.Day(stay.From) >= day && Person.Day(stay.From) <= day.AddDays(7))),
        "group_joins" => Stays(days, owner, (_, stay, known) => known.Contains(Person.Day(stay.From)), (_, _, _) => true),
        "group_members" => Stays(days, owner, (_, stay, known) => Person.Day(stay.From) < known.To && (stay.To is null || Person.Day(stay.To.Value) >= known.To), (_, _, _) => true),
        "group_churn" => Stays(
            days, owner,
            (_, stay, known) => Person.Day(stay.From) < known.From && (stay.To is null || Person.Day(stay.To.Value) >= known.From),
            (_, stay, known) => stay.To is { } to && Person.Day(to) < known.To),
        "group_active_rate" => Stays(days, owner, (_, stay, known) => Overlaps(stay, known), (person, stay, known) => person.Spoke(stay, known)),
        "group_order_share" => from person in _people
                               from order in person.Wholes
                               where days.Contains(order.PaidDay) && order.PaidDay < asOf && order.IsValid(asOf)
                               select new Fact(person, order.PaidDay, OrderOwner(person, order, owner), order.PaidDay <= completeThrough, order.Group.Length > 0, 1),
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
        "lost_customers" => Period(days, owner, p => p.Before && !p.AtEnd, _ => true, _ => (1, 1)),
        "returned_customers" => Period(days, owner, p => !p.Before && p.AtEnd && !(p.Person.JoinedDay >= days.From), _ => true, _ => (1, 1)),
        "kept_new_customers" => Period(days, owner, p => !p.Before && p.AtEnd && p.Person.JoinedDay >= days.From, _ => true, _ => (1, 1)),
        "net_growth_rate" => Period(days, owner, p => p.Before || p.AtEnd, _ => true, p => (Convert.ToInt32(p.AtEnd) - Convert.ToInt32(p.Before), Convert.ToInt32(p.Before))),
        "loss_rate" => Period(days, owner, p => p.Before, p => !p.AtEnd, _ => (1, 1)),
        "active_customers" => Period(days, owner, p => p.Active > 0, _ => true, _ => (1, 1)),
        "interaction_freq" => Period(days, owner, p => p.Active > 0, _ => true, p => (p.Active, 1)),
        "stickiness" => Period(days, owner, p => Last(p, 28) is var last && p.Person.ActiveDays(last) > 0, _ => true, p => (p.Person.ActiveDays(Last(p, 28)), 28)),
        "order_conv" => Period(days, owner, p => p.Active > 0, p => p.Bought > 0, _ => (1, 1)),
        "repurchase_rate_period" => Period(days, owner, p => p.Bought > 0, p => p.Bought > 1, _ => (1, 1)),
        "returning_buyer_share" => Period(days, owner, p => p.Bought > 0, p => p.Person.Occasions(asOf)[0] < days.From, _ => (1, 1)),
        "purchase_frequency" => Period(days, owner, p => p.Person.Occasions(asOf).Exists(Last(p, 365).Contains), _ => true, p => (p.Person.Occasions(asOf).Count(Last(p, 365).Contains), 1)),
        "phone_completion_rate" => Period(days, owner, p => p.AtEnd, p => p.Person.PhoneValid, _ => (1, 1)),
        "profile_score" => Period(days, owner, p => p.AtEnd, _ => true, p => (p.Person.ProfileFields(completeThrough), 4)),
        "tag_coverage" => Period(days, owner, p => p.AtEnd, p => p.Person.Row is { Tags.Count: > 0 }, _ => (1, 1)),
        "member_overlap_rate" => Period(days, owner, p => p.AtEnd, p => p.Person.MemberFrom <= p.End, _ => (1, 1)),
        "member_reach_rate" => Period(days, owner, p => p.Person.MemberFrom <= p.End, p => p.AtEnd, _ => (1, 1)),
        "relation_loss_rate" => RelationLoss(days, owner),
        "same_day_loss_rate" => Joined(days, owner, 0, 0, (person, day) => !person.InPoolAtEndOf(day)),
        "first_dialog_rate" => Joined(days, owner, 1, 0, (person, _) => person.WroteWithin(TimeSpan.FromHours(24))),
        "first_dialog_rate_1h" => Joined(days, owner, 1, 0, (person, _) => person.WroteWithin(TimeSpan.FromHours(1))),
        "first_dialog_rate_7d" => Joined(days, owner, 7, 0, (person, _) => person.WroteWithin(TimeSpan.FromDays(7))),
        "sop_adherence_7d" => Joined(days, owner, 7, 0, (person, day) => Enumerable.Range(1, 7).Any(offset => person.FollowedUpOn(day.AddDays(offset)))),
        "referred_customers" => Joined(days, owner, 0, 0, (_, _) => true).Where(fact => fact.Person.IsReferred),
        "referral_customer_share" => Joined(days, owner, 0, 0, (person, _) => person.IsReferred),
        "ltv_revenue_30d" => Value(days, owner, 30),
        "ltv_revenue_90d" => Value(days, owner, 90),
        "ltv_revenue_180d" => Value(days, owner, 180),
        "ltv_revenue_365d" => Value(days, owner, 365),
        "new_relations" => RelationsBy(days, owner, pair => Person.Day(pair.Relation.StartedAt), pair => !pair.Person.IsTransfer(pair.Relation)),
        "deletions_by_customer" => RelationsBy(days, owner, pair => pair.Relation.EndedAt is { } end ? Person.Day(end) : DateOnly.MaxValue, pair => pair.Relation.EndReason == "customer_deleted"),
        "new_members" => OnDay(days, owner, person => person.MemberFrom),
        "effective_customers" => OnDay(days, owner, person => person.Occasions(asOf) is [var first, ..] && first >= person.JoinedDay && first <= person.JoinedDay?.AddDays(30) ? first : null),
        "referral_revenue_share" => Facts("net_sales", days, owner).Select(fact => fact with
        {
            Worth = fact.Person.IsReferred && fact.Day <= fact.Person.JoinedDay?.AddDays(365) ? fact.Worth : 0,
            Over = fact.Worth,
        }),
        "cost" => Costs(days),
        "cost_per_add" => Costs(days).Select(fact => fact with { Over = 0 }).Concat(Joined(days, owner, 0, 0, (_, _) => true).Select(fact => fact with { Worth = 0 })),
        "roas" => Costs(days).Select(fact => fact with { Worth = 0, Over = fact.Worth }).Concat(Facts("net_sales", days, owner).Select(fact => fact with { Over = 0 })),
        "task_exec_rate" => Tasks(days, owner, 0, (_, task, day) => task.DoneAt is { } done && Person.Day(done) <= day.AddDays(7)),
        "campaign_conv_7d" => Tasks(days, owner, 7, (person, _, day) => person.Occasions(asOf).Exists(occasion => occasion >= day && occasion <= day.AddDays(7))),
        "return_rate" => Returns(days, owner, type => type is "return" or ""),
        "refund_only_rate" => Returns(days, owner, type => type == "refund_only"),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "the oracle does not know this metric"),
    };

    private IEnumerable<Fact> Stock(DateRange days, Owner owner, Func<Person, bool> counts)
    {
        var day = days.To.AddDays(-1) < completeThrough ? days.To.AddDays(-1) : completeThrough;
        if (days.From > completeThrough)
            return [];
        return _people.Where(person => person.InPoolAtEndOf(day)).Select(person => new Fact(person, day, CohortOwner(person, day, owner), true, counts(person), 1));
    }

    // A customer over a period: the state before it and at its end, and what was done in it.
    private sealed record Span(Person Person, DateOnly End, bool Before, bool AtEnd, int Active, int Bought);

    private static DateRange Last(Span span, int count) => new(span.End.AddDays(1 - count), span.End.AddDays(1));

    private IEnumerable<Fact> Period(DateRange days, Owner owner, Func<Span, bool> among, Func<Span, bool> counts, Func<Span, (decimal Worth, decimal Over)> worth)
    {
        if (days.From > completeThrough)
            return [];
        var end = days.To.AddDays(-1) < completeThrough ? days.To.AddDays(-1) : completeThrough;
        var known = new DateRange(days.From, end.AddDays(1));
        return from person in _people
               let span = new Span(
                   person, end, person.InPoolAtEndOf(days.From.AddDays(-1)), person.InPoolAtEndOf(end), person.ActiveDays(known), person.Occasions(asOf).Count(known.Contains))
               where among(span)
               let value = worth(span)
               select new Fact(person, end, CohortOwner(person, end, owner), true, counts(span), value.Worth, value.Over);
    }

    private IEnumerable<Fact> Value(DateRange days, Owner owner, int window) =>
        Joined(days, owner, window, 7, (_, _) => true).Select(fact =>
        {
            var end = fact.Day.AddDays(window + 1);
            return fact with { Worth = fact.Person.Money(new DateRange(fact.Day, end < asOf ? end : asOf)) };
        });

    private IEnumerable<Fact> Returns(DateRange days, Owner owner, Func<string, bool> kind) =>
        from person in _people
        from order in person.Wholes
        where days.Contains(order.PaidDay) && order.PaidDay < asOf && order.Amount > 0
        select new Fact(
            person, order.PaidDay, OrderOwner(person, order, owner), order.PaidDay.AddDays(15) <= completeThrough,
            order.Refunds.Any(refund => kind(refund.Type) && Person.Day(refund.At) <= order.PaidDay.AddDays(15) && Person.Day(refund.At) < asOf), 1);

    private IEnumerable<Fact> Costs(DateRange days) =>
        from cost in company.Costs
        where days.Contains(cost.Day) && cost.Day < asOf
        select new Fact(_nobody, cost.Day, cost.Employee.Length == 0 ? "unattributed" : cost.Employee, true, true, cost.Amount, 1, cost.Channel.Length == 0 ? "unknown" : cost.Channel);

    private IEnumerable<Fact> Tasks(DateRange days, Owner owner, int settle, Func<Person, CampaignTask, DateOnly, bool> counts)
    {
        foreach (var person in _people)
        {
            foreach (var task in person.Tasks.Where(task => task is { Arm: "treatment", GivenAt: not null }))
            {
                var day = Person.Day(task.GivenAt!.Value);
                var employee = owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => task.Employee.Length == 0 ? "unattributed" : task.Employee };
                if (days.Contains(day) && day < asOf)
                    yield return new Fact(person, day, employee, day.AddDays(7 + settle) <= completeThrough, counts(person, task, day), 1);
            }
        }
    }

    private IEnumerable<Fact> OnDay(DateRange days, Owner owner, Func<Person, DateOnly?> when)
    {
        foreach (var person in _people)
        {
            if (when(person) is { } day && days.Contains(day) && day < asOf)
                yield return new Fact(person, day, CohortOwner(person, day, owner), true, true, 1);
        }
    }

    private IEnumerable<Fact> RelationsBy(DateRange days, Owner owner, Func<(Person Person, Relation Relation), DateOnly> day, Func<(Person Person, Relation Relation), bool> among) =>
        from person in _people
        from relation in person.Relations
        let pair = (person, relation)
        where days.Contains(day(pair)) && day(pair) < asOf && among(pair)
        select new Fact(person, day(pair), RelationOwner(person, relation, owner), true, true, 1);

    private IEnumerable<Fact> RelationLoss(DateRange days, Owner owner)
    {
        if (days.From > completeThrough)
            return [];
        var (open, end) = (days.From.AddDays(-1), days.To.AddDays(-1) < completeThrough ? days.To.AddDays(-1) : completeThrough);
        return from person in _people
               from relation in person.Relations
               let to = relation.EndedAt is { } ended ? Person.Day(ended) : DateOnly.MaxValue
               where Person.Day(relation.StartedAt) <= open && open < to
               select new Fact(person, end, RelationOwner(person, relation, owner), true, to <= end && relation.EndReason != "transferred", 1);
    }

    private string RelationOwner(Person person, Relation relation, Owner owner) => owner switch
    {
        Owner.Acquirer => person.Acquirer,
        Owner.Now => person.OwnerAtEndOf(completeThrough),
        _ => relation.Employee.Length == 0 ? "unattributed" : relation.Employee,
    };

    // On some day of these the customer was in the group when the day ended, or left on it after one.
    private static bool Overlaps(Stay stay, DateRange days) =>
        Person.Day(stay.From) < days.To && (stay.To is null || Person.Day(stay.To.Value) > days.From);

    private IEnumerable<Fact> Stays(DateRange days, Owner owner, Func<Person, Stay, DateRange, bool> among, Func<Person, Stay, DateRange, bool> counts)
    {
        if (days.From > completeThrough)
            return [];
        var end = days.To.AddDays(-1) < completeThrough ? days.To.AddDays(-1) : completeThrough;
        var known = new DateRange(days.From, end.AddDays(1));
        return from person in _people
               from stay in person.Stays
               where among(person, stay, known)
               let host = company.Groups.FirstOrDefault(row => row.Id == stay.Group)?.Owner ?? ""
               select new Fact(
                   person, end, owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => host.Length == 0 ? "unattributed" : host },
                   true, counts(person, stay, known), 1);
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

    private IReadOnlyList<string> Places(Fact fact, string dimension) =>
        dimension is "channel" or "employee" or "store" ? [Place(fact, dimension)] : PlacesOf!(fact.Person, dimension);

    private string Place(Fact fact, string dimension) => dimension switch
    {
        "channel" => fact.Channel ?? fact.Person.Channel,
        "employee" => fact.Employee,
        _ => company.Employees.FirstOrDefault(employee => employee.Id == fact.Employee) is { Store.Length: > 0 } known ? known.Store : "unattributed",
    };
}
