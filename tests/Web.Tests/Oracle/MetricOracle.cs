using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>One cell by the oracle: for rates numerator, denominator and immature; else the value.</summary>
internal sealed record OracleCell(long Numerator, long Denominator, long Immature, decimal? Value, IReadOnlyList<decimal>? Gains = null);

/// <summary>
/// The metrics of the foundation once more, in plain C# over raw rows, sharing nothing with the compiler or its SQL.
/// Slow and obvious on purpose.
/// </summary>
internal sealed class MetricOracle(Company company, DateOnly completeThrough, DateOnly asOf)
{
    /// <summary>What the company keeps of its net sales.</summary>
    public const decimal Margin = 0.55m;

    private readonly List<Person> _people = [.. company.EveryCustomer.Select(id => new Person(company, id))];

    // Whom a cost belongs to, which is no customer's.
    private readonly Person _nobody = new(company, "");

    // A row of a question: its day, whose it is, whether it is mature and counts, and what it is worth.
    private sealed record Fact(Person Person, DateOnly Day, string Employee, bool Mature, bool Counted, decimal Worth, decimal Over = 1, string? Channel = null, string Campaign = "", Contact? Contact = null, WholeOrder? Order = null);

    /// <summary>Where a customer stands in a dimension that is hers, such as a segment; in several places of some.</summary>
    public Func<Person, string, IReadOnlyList<string>>? PlacesOf { get; init; }

    /// <summary>Whose levels the stores and regions are.</summary>
    public Organisation Org { get; init; } = Organisation.Then;

    public OracleCell Cell(string metric, DateRange days, Owner owner, string? dimension, string? place, (string Dimension, string Value)? filter = null)
    {
        var facts = Facts(metric, days, owner)
            .Where(fact => (dimension is null || Places(fact, dimension).Contains(place)) && (filter is not var (by, value) || Places(fact, by).Contains(value)))
            .ToList();
        return metric switch
        {
            _ when metric.StartsWith("ltv_", StringComparison.Ordinal) => Mean(facts, 2),
            "nps" or "first_response_min" => Mean(facts, 2),
            "inter_purchase_days" or "sales_cycle_days" => Median(facts),
            "viral_k" => Mean(facts, 6),
            "incremental_conversion" => Lift(facts, perTreated: true),
            "incremental_buyers" => Lift(facts, perTreated: false),
            "incremental_sales" => Gain(facts, byCost: false),
            "incremental_roi" => Gain(facts, byCost: true),
            "payback_months" => Payback(facts, days),
            "net_growth_rate" or "interaction_freq" or "interaction_freq_one_to_one" or "interaction_freq_in_groups" or "interaction_freq_one_to_many"
                or "stickiness" or "purchase_frequency" or "profile_score" or "referral_revenue_share" or "group_gmv_share" =>
                new OracleCell(0, 0, 0, facts.Sum(fact => fact.Over) is 0 ? null : Math.Round(facts.Sum(fact => fact.Worth) / facts.Sum(fact => fact.Over), 6, MidpointRounding.AwayFromZero)),
            "cost_per_add" or "cost_per_kept_add" or "cost_per_customer_served" or "cac" or "cpl" or "group_gmv_per_store" => Ratio(facts, 2),
            "roas" or "roi" or "campaign_roi" => Ratio(facts, 6),
            "return_amount_rate" => RatioOfMature(facts, 6),
            "refund_rate_by_refund_day" => Ratio(facts, 6),
            "cost_per_add_kept_30d" or "cac_30d" => RatioOfMature(facts, 2),
            _ when metric.StartsWith("friend_add_rate_", StringComparison.Ordinal) => Ratio(facts, 6),
            "gmv" or "net_sales" or "cost" or "campaign_amount" or "operating_profit" => new OracleCell(0, 0, 0, facts.Sum(fact => fact.Worth)),
            "aov" => new OracleCell(0, 0, 0, facts.Count == 0 ? null : Math.Round(facts.Sum(fact => fact.Worth) / facts.Count, 2, MidpointRounding.AwayFromZero)),
            "buyers" or "group_members" => new OracleCell(0, 0, 0, facts.Select(fact => fact.Person.Id).Distinct().Count()),
            "pool_size" or "new_customers" or "orders" or "lost_customers" or "returned_customers" or "kept_new_customers" or "new_relations"
                or "deletions_by_customer" or "active_customers" or "effective_customers" or "new_members" or "referred_customers" or "pool_size_friends" or "pool_size_groups" or "pool_size_followers" or "group_joins"
                or "campaign_participants" or "campaign_converters" or "campaign_referred_customers" or "leads" or "feedback_cnt" or "video_shares" or "service_cases" => new OracleCell(0, 0, 0, facts.Count),
            _ => new OracleCell(facts.Count(fact => fact is { Mature: true, Counted: true }), facts.Count(fact => fact.Mature), facts.Count(fact => !fact.Mature), null),
        };
    }

    private static OracleCell Ratio(List<Fact> facts, int places) =>
        new(0, 0, 0, facts.Sum(fact => fact.Over) is 0 ? null : Math.Round(facts.Sum(fact => fact.Worth) / facts.Sum(fact => fact.Over), places, MidpointRounding.AwayFromZero));

    private static OracleCell RatioOfMature(List<Fact> facts, int places)
    {
        var mature = facts.Where(fact => fact.Mature).ToList();
        return Ratio(mature, places) with { Denominator = mature.Count(fact => fact.Over != 0), Immature = facts.Count - mature.Count };
    }

    // Over = 1 for who was treated, 0 for who was held out.
    private static OracleCell Lift(List<Fact> facts, bool perTreated)
    {
        var (more, compared) = (0m, 0m);
        foreach (var campaign in facts.Where(fact => fact.Mature).GroupBy(fact => fact.Campaign))
        {
            var (treated, held) = (campaign.Where(fact => fact.Over == 1).ToList(), campaign.Where(fact => fact.Over == 0).ToList());
            if (treated.Count == 0 || held.Count == 0)
                continue;
            compared += treated.Count;
            more += treated.Count(fact => fact.Counted) - (treated.Count * (decimal)held.Count(fact => fact.Counted) / held.Count);
        }

        decimal? value = compared == 0 ? null : perTreated ? Math.Round(more / compared, 6, MidpointRounding.AwayFromZero) : Math.Round(more, 2, MidpointRounding.AwayFromZero);
        return new OracleCell(0, 0, facts.Count(fact => !fact.Mature), value);
    }

    // Over = 1 for who was treated, 0 for who was held out, -1 for a cost. As an amount, or less the cost and by it.
    private static OracleCell Gain(List<Fact> facts, bool byCost)
    {
        var (more, cost) = (0m, 0m);
        var isCompared = false;
        foreach (var campaign in facts.Where(fact => fact.Mature).GroupBy(fact => fact.Campaign))
        {
            var (treated, held) = (campaign.Where(fact => fact.Over == 1).ToList(), campaign.Where(fact => fact.Over == 0).ToList());
            if (treated.Count == 0 || held.Count == 0)
                continue;
            isCompared = true;
            more += treated.Sum(fact => fact.Worth) - (treated.Count * held.Sum(fact => fact.Worth) / held.Count);
            cost += campaign.Where(fact => fact.Over == -1).Sum(fact => fact.Worth);
        }

        decimal? value = !isCompared || (byCost && cost == 0) ? null
            : byCost ? Math.Round(Math.Round((more - cost) / cost, 12), 6, MidpointRounding.AwayFromZero)
            : Math.Round(Math.Round(more, 12), 2, MidpointRounding.AwayFromZero);
        return new OracleCell(0, 0, facts.Count(fact => !fact.Mature && fact.Over >= 0), value);
    }

    private OracleCell Payback(List<Fact> facts, DateRange days)
    {
        var cost = facts.Sum(fact => fact.Over);
        var customers = facts.Where(fact => fact.Over == 0 && fact.Person != _nobody).ToList();
        var gains = new List<decimal>();
        for (var age = 30; days.To.AddDays(-1 + age - 1 + 7) <= completeThrough; age += 30)
            gains.Add(customers.Sum(fact => fact.Person.Money(new DateRange(fact.Day, fact.Day.AddDays(age))) * Margin));

        // What was spent and is not paid back: how many months that is said of.
        return cost > 0 && gains.FindIndex(gain => gain >= cost) is >= 0 and var reached
            ? new OracleCell(0, 0, 0, reached + 1, gains)
            : new OracleCell(cost > 0 ? 1 : 0, gains.Count, 0, null, gains);
    }

    // Thirds of a minute add up to a little less than they are; 20 places are enough to see that two halves are one.
    private static OracleCell Mean(List<Fact> facts, int places)
    {
        var mature = facts.Where(fact => fact.Mature).ToList();
        return new OracleCell(0, mature.Count, facts.Count - mature.Count, mature.Count == 0 ? null : Math.Round(Math.Round(mature.Sum(fact => fact.Worth) / mature.Count, 20), places, MidpointRounding.AwayFromZero));
    }

    // Of those still followed on a day, the share to whom it did not happen on it; multiplied up day by day, in whole numbers.
    private static OracleCell Median(List<Fact> gaps)
    {
        var (above, below) = (System.Numerics.BigInteger.One, System.Numerics.BigInteger.One);
        decimal? median = null;
        foreach (var day in gaps.Select(gap => gap.Worth).Distinct().Order())
        {
            var followed = gaps.Count(gap => gap.Worth >= day);
            above *= followed - gaps.Count(gap => gap.Counted && gap.Worth == day);
            below *= followed;
            if (median is null && above * 2 <= below)
                median = day;
        }

        return new OracleCell(gaps.Count(gap => gap.Counted), gaps.Count, 0, median);
    }

    private IEnumerable<Fact> Facts(string metric, DateRange days, Owner owner) => metric switch
    {
        "pool_size" => Stock(days, owner, _ => true),
        "pool_size_friends" => Period(days, owner, p => p.Person.IsFriendAtEndOf(p.End), _ => true, _ => (1, 1)),
        "pool_size_groups" => Period(days, owner, p => p.Person.IsInAGroupAtEndOf(p.End), _ => true, _ => (1, 1)),
        "pool_size_followers" => Period(days, owner, p => p.Person.IsFollowerAtEndOf(p.End), _ => true, _ => (1, 1)),
        "group_member_order_rate" => Period(days, owner, p => p.Person.Stays.Any(stay => Overlaps(stay, new DateRange(days.From, p.End.AddDays(1)))), p => p.Bought > 0, _ => (1, 1)),
        "group_join_rate" => Joined(days, owner, 7, 0, (person, day) => person.Stays.Any(stay => Person.Day(stay.From) >= day && Person.Day(stay.From) <= day.AddDays(7))),
        "group_joins" => Stays(days, owner, (_, stay, known) => known.Contains(Person.Day(stay.From)), (_, _, _) => true, stay => Person.Day(stay.From)),
        "group_members" => Stays(days, owner, (_, stay, known) => Person.Day(stay.From) < known.To && (stay.To is null || Person.Day(stay.To.Value) >= known.To), (_, _, _) => true),
        "group_churn" => Stays(
            days, owner,
            (_, stay, known) => Person.Day(stay.From) < known.From && (stay.To is null || Person.Day(stay.To.Value) >= known.From),
            (_, stay, known) => stay.To is { } to && Person.Day(to) < known.To),
        "group_active_rate" => Stays(days, owner, (_, stay, known) => Overlaps(stay, known), (person, stay, known) => person.Spoke(stay, known)),
        "group_order_share" or "group_assisted_share" => from person in _people
                                                         from order in person.Wholes
                                                         where days.Contains(order.PaidDay) && order.PaidDay < asOf && order.IsValid(asOf)
                                                         select new Fact(person, order.PaidDay, OrderOwner(person, order, owner), order.PaidDay <= completeThrough, metric == "group_order_share" ? order.Group.Length > 0 : person.IsPrompted(order), 1, Campaign: order.Campaign, Order: order),
        "profile_completion_rate" => Stock(days, owner, person => person.ProfileComplete(completeThrough)),
        "new_customers" => Joined(days, owner, 0, 0, (_, _) => true),
        "relation_retention_d1" => Joined(days, owner, 1, 0, (person, day) => person.InPoolAtEndOf(day.AddDays(1))),
        "relation_retention_24h" => Joined(days, owner, 1, 0, (person, _) => person.IsHeldAt(person.JoinedAt!.Value.AddHours(24))),
        "relation_retention_q" => Joined(days, owner, 90, 0, (person, day) => person.InPoolAtEndOf(day.AddDays(90))),
        "active_retention_d1" => Joined(days, owner, 1, 0, (person, day) => person.ActiveOn(day.AddDays(1))),
        "active_retention_d1_on_or_after" => Joined(days, owner, 1, 0, (person, day) => person.ActiveDays(new DateRange(day.AddDays(1), asOf)) > 0),
        "active_retention_24h" => Joined(days, owner, 2, 0, (person, _) => person.ActiveWithin(person.JoinedAt!.Value.AddHours(24), person.JoinedAt!.Value.AddHours(48))),
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
        "repurchase_3m_calendar" => Repurchase(days, owner, 92, first => first.AddMonths(3)),
        "repurchase_6m_calendar" => Repurchase(days, owner, 184, first => first.AddMonths(6)),
        "repurchase_12m_calendar" => Repurchase(days, owner, 366, first => first.AddMonths(12)),
        "inter_purchase_days" => from person in _people
                                 let occasions = person.Occasions(asOf)
                                 from day in occasions
                                 where days.Contains(day)
                                 let next = occasions.Where(later => later > day).Select(later => (DateOnly?)later).Min()
                                 select new Fact(person, day, CohortOwner(person, day, owner), true, next is not null, (next ?? completeThrough).DayNumber - day.DayNumber),
        "sales_cycle_days" => from person in _people
                              where person.Occasions(asOf) is [var bought, ..] && days.Contains(bought) && person.JoinedDay <= bought
                              let day = person.Occasions(asOf)[0]
                              select new Fact(person, day, CohortOwner(person, day, owner), true, true, day.DayNumber - person.JoinedDay!.Value.DayNumber),
        "gmv" => Orders(days, owner, _ => true, order => order.Amount),
        "orders" or "buyers" => Orders(days, owner, order => order.IsValid(asOf), _ => 1),
        "aov" => Orders(days, owner, order => order.IsValid(asOf), order => order.Amount - order.RefundedBefore(asOf)),
        "net_sales" => Orders(days, owner, _ => true, order => order.Amount).Concat(
            from person in _people
            from order in person.Wholes
            from refund in order.Refunds
            where days.Contains(Person.Day(refund.At)) && Person.Day(refund.At) < asOf
            select new Fact(person, Person.Day(refund.At), OrderOwner(person, order, owner), true, true, -refund.Amount, Campaign: order.Campaign, Order: order)),
        "lost_customers" => Period(days, owner, p => p.Before && !p.AtEnd, _ => true, _ => (1, 1)),
        "returned_customers" => Period(days, owner, p => !p.Before && p.AtEnd && !(p.Person.JoinedDay >= days.From), _ => true, _ => (1, 1)),
        "kept_new_customers" => Period(days, owner, p => !p.Before && p.AtEnd && p.Person.JoinedDay >= days.From, _ => true, _ => (1, 1)),
        "net_growth_rate" => Period(days, owner, p => p.Before || p.AtEnd, _ => true, p => (Convert.ToInt32(p.AtEnd) - Convert.ToInt32(p.Before), Convert.ToInt32(p.Before))),
        "loss_rate" => Period(days, owner, p => p.Before, p => !p.AtEnd, _ => (1, 1)),
        "active_customers" => Period(days, owner, p => p.Active > 0, _ => true, _ => (1, 1)),
        "interaction_freq" => Period(days, owner, p => p.Active > 0, _ => true, p => (p.Active, 1)),
        "interaction_freq_one_to_one" => Talk(days, owner, "message_received", "appointment_booked", "appointment_visited", "service_case_opened"),
        "interaction_freq_in_groups" => Talk(days, owner, "group_message", "group_joined"),
        "interaction_freq_one_to_many" => Talk(days, owner, "content_viewed", "content_shared", "live_entered", "official_account_followed", "channel_video_shared"),
        "stickiness" => Period(days, owner, p => Last(p, 28) is var last && p.Person.ActiveDays(last) > 0, _ => true, p => (p.Person.ActiveDays(Last(p, 28)), 28)),
        "order_conv" => Period(days, owner, p => p.Active > 0, p => p.Bought > 0, _ => (1, 1)),
        "order_conv_visitors" => Met(days, owner, "store_visited", "appointment_visited", "mini_program_viewed"),
        "order_conv_reached" => Met(days, owner, "message_sent", "content_delivered", "coupon_issued", "group_pushed"),
        "repurchase_rate_period" => Period(days, owner, p => p.Bought > 0, p => p.Bought > 1, _ => (1, 1)),
        "returning_buyer_share" => Period(days, owner, p => p.Bought > 0, p => p.Person.Occasions(asOf)[0] < days.From, _ => (1, 1)),
        "purchase_frequency" => Period(days, owner, p => p.Person.Occasions(asOf).Exists(Last(p, 365).Contains), _ => true, p =>
            p.End.AddDays(-365) is var ago && (p.Person.JoinedDay <= ago || p.Person.Occasions(asOf)[0] <= ago) ? (p.Person.Occasions(asOf).Count(Last(p, 365).Contains), 1) : (0, 0)),
        "phone_completion_rate" => Period(days, owner, p => p.AtEnd, p => p.Person.PhoneValid, _ => (1, 1)),
        "profile_score" => Period(days, owner, p => p.AtEnd, _ => true, p => (p.Person.ProfileFields(completeThrough), 4)),
        "group_coverage_rate" => Period(days, owner, p => p.Person.IsFriendAtEndOf(p.End), p => p.Person.IsInAGroupAtEndOf(p.End), _ => (1, 1)),
        // A tag of the one category that is set, with a value.
        "tag_coverage" => Period(days, owner, p => p.AtEnd, p => p.Person.Row is { } row && row.Tags.Any(tag => tag.StartsWith("skin:", StringComparison.Ordinal) && tag != "skin:"), _ => (1, 1)),
        "member_overlap_rate" => Period(days, owner, p => p.AtEnd, p => p.Person.MemberFrom <= p.End, _ => (1, 1)),
        "member_reach_rate" => Period(days, owner, p => p.Person.MemberFrom <= p.End, p => p.AtEnd, _ => (1, 1)),
        "pool_retention" => Period(days, owner, p => p.Before, p => p.AtEnd, _ => (1, 1)),
        "relation_loss_rate" => RelationLoss(days, owner, relation => relation.EndReason != "transferred"),
        "relation_deletion_rate" => RelationLoss(days, owner, relation => relation.EndReason == "customer_deleted"),
        "same_day_loss_rate" => Joined(days, owner, 0, 0, (person, day) => !person.InPoolAtEndOf(day)),
        "first_dialog_rate" => Joined(days, owner, 1, 0, (person, _) => person.WroteWithin(TimeSpan.FromHours(24))),
        "first_dialog_rate_1h" => Joined(days, owner, 1, 0, (person, _) => person.WroteWithin(TimeSpan.FromHours(1))),
        "first_dialog_rate_7d" => Joined(days, owner, 7, 0, (person, _) => person.WroteWithin(TimeSpan.FromDays(7))),
        "sop_adherence_7d" => Joined(days, owner, 7, 0, (person, day) => Enumerable.Range(1, 7).Any(offset => person.FollowedUpOn(day.AddDays(offset)))),
        "engaged_rate_30d" => Joined(days, owner, 30, 7, (person, day) => person.ActiveDays(new DateRange(day, day.AddDays(31))) > 0),
        "buyer_rate_30d" => Joined(days, owner, 30, 7, (person, day) => person.Occasions(asOf).Exists(occasion => occasion >= day && occasion <= day.AddDays(30))),
        "referrer_rate_30d" => Joined(days, owner, 30, 7, (person, day) => _people.Any(other =>
            other.IsReferred && other.Row!.Referrer == person.Id && person.Row?.Referrer != other.Id && other.JoinedDay >= day && other.JoinedDay <= day.AddDays(30))),
        "referred_customers" => Joined(days, owner, 0, 0, (_, _) => true).Where(fact => fact.Person.IsReferred),
        "referral_customer_share" => Joined(days, owner, 0, 0, (person, _) => person.IsReferred),
        "ltv_margin_30d" or "ltv_margin_90d" or "ltv_margin_180d" or "ltv_margin_365d" =>
            Facts(metric.Replace("margin", "revenue", StringComparison.Ordinal), days, owner).Select(fact => fact with { Worth = fact.Worth * Margin }),
        "ltv_revenue_30d" => Value(days, owner, 30),
        "ltv_revenue_90d" => Value(days, owner, 90),
        "ltv_revenue_180d" => Value(days, owner, 180),
        "ltv_revenue_365d" => Value(days, owner, 365),
        "new_relations" => RelationsBy(days, owner, pair => Person.Day(pair.Relation.StartedAt), pair => !pair.Person.IsTransfer(pair.Relation)),
        "deletions_by_customer" => RelationsBy(days, owner, pair => pair.Relation.EndedAt is { } end ? Person.Day(end) : DateOnly.MaxValue, pair => pair.Relation.EndReason == "customer_deleted"),
        "enrolment_rate_new_30d" => Joined(days, owner, 30, 0, (person, day) => person.MemberFrom <= day.AddDays(30)).Where(fact => !(fact.Person.MemberFrom < fact.Day)),
        "refund_rate_by_refund_day" => Facts("net_sales", days, owner).Select(fact => fact with { Worth = Math.Max(0, -fact.Worth), Over = Math.Max(0, fact.Worth) }),
        "new_members" => OnDay(days, owner, person => person.MemberFrom),
        "effective_customers" => OnDay(days, owner, person => person.Occasions(asOf) is [var first, ..] && first >= person.JoinedDay && first <= person.JoinedDay?.AddDays(30) ? first : null),
        "referral_revenue_share" => Facts("net_sales", days, owner).Select(fact => fact with
        {
            Worth = fact.Person.IsReferred && fact.Day >= fact.Person.JoinedDay && fact.Day <= fact.Person.JoinedDay?.AddDays(365) ? fact.Worth : 0,
            Over = fact.Worth,
        }),
        "referral_order_share" => Orders(days, owner, order => order.IsValid(asOf), _ => 1).Select(fact => fact with
        {
            Mature = fact.Day <= completeThrough,
            Counted = fact.Person.IsReferred && fact.Day >= fact.Person.JoinedDay && fact.Day <= fact.Person.JoinedDay?.AddDays(365),
        }),
        "repeat_order_share" => Orders(days, owner, order => order.IsValid(asOf), _ => 1).Select(fact => fact with
        {
            Mature = fact.Day <= completeThrough,
            Counted = fact.Person.Occasions(asOf).Exists(occasion => occasion < fact.Day),
        }),
        "group_gmv_share" => Orders(days, owner, _ => true, order => order.Group.Length > 0 ? order.Amount : 0).Select(fact => fact with { Over = fact.Order!.Amount }),
        "apply_accept_rate" => Applications(days, owner),
        "profile_completion_new" => Joined(days, owner, 7, 0, (person, _) => person.ProfileComplete(completeThrough)),
        "cost" => Costs(days),
        "cost_per_add" => CostsWithout(days, Joined(days, owner, 0, 0, (_, _) => true)),
        "roas" => Costs(days).Select(fact => fact with { Worth = 0, Over = fact.Worth }).Concat(Facts("net_sales", days, owner).Select(fact => fact with { Over = 0 })),
        "roi" or "operating_profit" => Facts("roas", days, owner).Select(fact => fact with { Worth = (fact.Worth * Margin) - fact.Over }),
        "cost_per_kept_add" => Facts("cost_per_add", days, owner).Select(fact => fact.Over == 0 ? fact : fact with
        {
            Over = fact.Person.InPoolAtEndOf(fact.Day < completeThrough ? fact.Day.AddDays(1) : fact.Day) ? 1 : 0,
        }),
        "cost_per_add_kept_30d" => Facts("cost_per_add", days, owner).Select(fact => fact with
        {
            Mature = fact.Day.AddDays(30) <= completeThrough,
            Over = fact.Over == 1 && fact.Person.InPoolAtEndOf(fact.Day.AddDays(30)) ? 1 : 0,
        }),
        "cac" => CostsWithout(days, OnDay(days, owner, person => person.Occasions(asOf) is [var first, ..] && first >= person.JoinedDay ? first : null)),
        "cac_30d" => Facts("cost_per_add", days, owner).Select(fact => fact with
        {
            Mature = fact.Day.AddDays(37) <= completeThrough,
            Over = fact.Over == 1 && fact.Person.Occasions(asOf) is [var first, ..] && first >= fact.Day && first <= fact.Day.AddDays(30) ? 1 : 0,
        }),
        "cost_per_customer_served" => CostsWithout(days, Facts("active_customers", days, owner)).Select(fact => fact with { Day = LastOf(days) }),
        "leads" => OnDay(days, owner, person => person.LeadDay),
        "cpl" => CostsWithout(days, OnDay(days, owner, person => person.LeadDay)),
        "friend_add_rate_clicks" => AddRate(days, owner, "clicks"),
        "friend_add_rate_parcel_cards" => AddRate(days, owner, "parcel_cards"),
        "friend_add_rate_visitors" => AddRate(days, owner, "visitors"),
        "friend_add_rate_orders" => AddRate(days, owner, "orders"),
        "campaign_participants" => Participations(days, owner, took => took.Day),
        "campaign_converters" => Participations(days, owner, took => took.Bought.Count > 0 ? took.Bought[0] : null),
        "campaign_conversion" => Participations(days, owner, took => took.Day),
        "campaign_amount" => from person in _people
                             from order in person.Wholes
                             where days.Contains(order.PaidDay) && order.PaidDay < asOf && order.IsValid(asOf) && person.CampaignOf(order).Length > 0
                             select new Fact(person, order.PaidDay, OrderOwner(person, order, owner), true, true, order.Amount - order.RefundedBefore(asOf), Campaign: person.CampaignOf(order)),
        "incremental_conversion" or "incremental_buyers" => Audience(days, owner),
        "incremental_sales" => Audience(days, owner).Select(fact => fact with { Worth = SpentIn(fact) }),
        "incremental_roi" => Audience(days, owner).Where(fact => Described(fact).Margin is not null)
            .Select(fact => fact with { Worth = SpentIn(fact) * Described(fact).Margin!.Value })
            .Concat(CostsOfLists(days)),
        "payback_months" => Costs(days).Select(fact => fact with { Over = fact.Worth }).Concat(Joined(days, owner, 0, 0, (_, _) => true).Select(fact => fact with { Over = 0 })),
        "enrolment_rate" => from person in _people
                            from served in person.Services
                            let day = Person.Day(served.At)
                            where days.Contains(day) && day < asOf && !(person.EnrolledAt < served.At)
                            select new Fact(
                                person, day, owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => served.Employee },
                                day.AddDays(1) <= completeThrough, person.EnrolledAt <= served.At.AddHours(24), 1),
        "new_product_acceptance" => from person in _people
                                    from launch in company.Campaigns
                                    where launch.Mechanic == "launch"
                                    let first = person.FirstOf(launch.Id)
                                    where first is not null
                                    let day = Person.Day(first.At)
                                    where days.Contains(day) && day < asOf
                                    select new Fact(
                                        person, day,
                                        owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => first.Employee.Length > 0 ? first.Employee : person.OwnerAtEndOf(day) },
                                        day.AddDays(37) <= completeThrough,
                                        person.Wholes.Any(order => order.Campaign == launch.Id && order.IsValid(asOf) && order.PaidDay < asOf && order.PaidDay >= day && order.PaidDay <= day.AddDays(30)),
                                        1, Campaign: launch.Id),
        "group_gmv_per_store" => StoreGroups(days),
        "viral_k" => Invitations(days, owner),
        "campaign_referred_customers" => CampaignReferrals(days, owner),
        "campaign_roi" => CampaignReturn(days, owner),
        "task_exec_rate" => Tasks(days, owner, 0, (_, task, day) => task.DoneAt is { } done && Person.Day(done) <= day.AddDays(7)),
        "campaign_conv_7d" => Tasks(days, owner, 7, (person, _, day) => person.Occasions(asOf).Exists(occasion => occasion >= day && occasion <= day.AddDays(7))),
        "return_rate" or "return_amount_rate" => Returns(days, owner, type => type is "return" or ""),
        "positive_review_rate" => Contacts(days, owner, person => person.Contacts.Reviews.Where(review => review is { Score: not null, IsDefault: false }), 0, review => review.Score * 5 >= review.Scale * 4),
        "positive_review_rate_all" => Contacts(days, owner, person => person.Contacts.Reviews.Where(review => review.Score is not null), 0, review => review.Score * 5 >= review.Scale * 4),
        "csat" => Contacts(days, owner, person => Answers(person, metric), 0, answer => answer.Score / answer.Scale >= 0.8m),
        "ces" => Contacts(days, owner, person => Answers(person, metric), 0, answer => answer.Score > (1 + answer.Scale) / 2),
        "nps" => Contacts(days, owner, person => Answers(person, metric), 0, _ => true).Select(fact => fact with { Worth = fact.Contact!.Score switch { >= 9 => 100, <= 6 => -100, _ => 0 } }),
        "survey_recovery_rate" => Contacts(days, owner, person => person.Contacts.Requests, 14, Within(14)),
        "csat_response_rate" or "nps_response_rate" or "ces_response_rate" =>
            Contacts(days, owner, person => person.Contacts.Requests.Where(request => request.Survey == metric[..metric.IndexOf('_', StringComparison.Ordinal)]), 14, Within(14)),
        "feedback_cnt" => Contacts(days, owner, person => person.Contacts.Plain("feedback_submitted"), 0, _ => true),
        "video_shares" => Contacts(days, owner, person => person.Contacts.Plain("channel_video_shared"), 0, _ => true),
        "service_cases" => Contacts(days, owner, person => person.Contacts.Plain("service_case_opened"), 0, _ => true),
        "content_view_rate" => Contacts(days, owner, person => person.Contacts.Deliveries.Where(sent => sent.Content.Length > 0), 3, sent => IsSoon(sent.At, sent.ViewedAt)),
        "share_rate" => Contacts(days, owner, person => person.Contacts.Deliveries.Where(sent => sent.Content.Length > 0 && IsSoon(sent.At, sent.ViewedAt)), 3, sent => IsSoon(sent.At, sent.SharedAt)),
        "reply_rate" => Contacts(days, owner, person => person.Contacts.Conversations, 0, day => day.EndedAt is not null),
        "first_response_min" => Contacts(days, owner, person => person.Contacts.Conversations.Where(day => day.EndedAt is not null), 0, _ => true)
            .Select(fact => fact with { Worth = Minutes(fact.Contact!.EndedAt!.Value - fact.Contact.At) }),
        "appointment_visit_rate" => Contacts(days, owner, person => person.Contacts.Appointments, 15, booked => booked.Outcome == "appointment_visited" && Within(15)(booked) == true),
        "appointment_no_show_rate" => Contacts(
            days, owner, person => person.Contacts.Appointments.Where(booked => Within(15)(booked) == true && Person.Day(booked.EndedAt!.Value) < asOf), 15, booked => booked.Outcome == "appointment_no_show"),
        "refund_only_rate" => Returns(days, owner, type => type == "refund_only"),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "the oracle does not know this metric"),
    };

    private IEnumerable<Fact> Stock(DateRange days, Owner owner, Func<Person, bool> counts)
    {
        if (days.From > completeThrough)
            return [];
        var day = LastOf(days);
        return _people.Where(person => person.InPoolAtEndOf(day)).Select(person => new Fact(person, day, CohortOwner(person, day, owner), true, counts(person), 1));
    }

    // A period is counted on its last day, or the last that the data reach; who spent or did something in it is where he is then.
    private DateOnly LastOf(DateRange days) => days.To.AddDays(-1) < completeThrough ? days.To.AddDays(-1) : completeThrough;

    // A customer over a period: the state before it and at its end, and what was done in it.
    private sealed record Span(Person Person, DateOnly End, bool Before, bool AtEnd, int Active, int Bought);

    private static DateRange Last(Span span, int count) => new(span.End.AddDays(1 - count), span.End.AddDays(1));

    private IEnumerable<Fact> Period(DateRange days, Owner owner, Func<Span, bool> among, Func<Span, bool> counts, Func<Span, (decimal Worth, decimal Over)> worth)
    {
        if (days.From > completeThrough)
            return [];
        var end = LastOf(days);
        var known = new DateRange(days.From, end.AddDays(1));
        return from person in _people
               let span = new Span(
                   person, end, person.InPoolAtEndOf(days.From.AddDays(-1)), person.InPoolAtEndOf(end), person.ActiveDays(known), person.Occasions(asOf).Count(known.Contains))
               where among(span)
               let value = worth(span)
               select new Fact(person, end, CohortOwner(person, end, owner), true, counts(span), value.Worth, value.Over);
    }

    // On how many days customers did any of this, of those who did anything.
    private IEnumerable<Fact> Talk(DateRange days, Owner owner, params string[] types) => Period(
        days, owner, p => p.Active > 0, _ => true, p => (types.SelectMany(p.Person.DaysOf).Distinct().Count(day => day >= days.From && day <= p.End), 1));

    // Of those to whom any of this happened, who bought.
    private IEnumerable<Fact> Met(DateRange days, Owner owner, params string[] types) => Period(
        days, owner, p => types.SelectMany(p.Person.DaysOf).Any(day => day >= days.From && day <= p.End), p => p.Bought > 0, _ => (1, 1));

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
        let back = order.Refunds.Where(refund => kind(refund.Type) && Person.Day(refund.At) <= order.PaidDay.AddDays(15) && Person.Day(refund.At) < asOf).ToList()
        select new Fact(
            person, order.PaidDay, OrderOwner(person, order, owner), order.PaidDay.AddDays(15) <= completeThrough,
            back.Count > 0, back.Sum(refund => refund.Amount), order.Amount, Campaign: order.Campaign, Order: order);

    private IEnumerable<Fact> Costs(DateRange days) =>
        from cost in company.Costs
        where days.Contains(cost.Day) && cost.Day < asOf
        select new Fact(_nobody, cost.Day, cost.Employee.Length == 0 ? "unattributed" : cost.Employee, true, true, cost.Amount, 1, cost.Channel.Length == 0 ? "unknown" : cost.Channel, cost.Campaign);

    // What was spent, divided by how many of these there are.
    private IEnumerable<Fact> CostsWithout(DateRange days, IEnumerable<Fact> won) =>
        Costs(days).Select(fact => fact with { Over = 0 }).Concat(won.Select(fact => fact with { Worth = 0 }));

    private IEnumerable<Fact> AddRate(DateRange days, Owner owner, string reachBase)
    {
        foreach (var channel in company.Channels.Where(row => row.Base == reachBase))
        {
            var told = company.Reaches.Where(row => row.Channel == channel.Id).ToList();
            foreach (var fact in Joined(days, owner, 0, 0, (_, _) => true).Where(fact => fact.Person.Channel == channel.Id && told.Exists(row => row.Day <= fact.Day)))
                yield return fact with { Over = 0 };
            foreach (var row in told.Where(row => days.Contains(row.Day) && row.Day < asOf))
                yield return new Fact(_nobody, row.Day, "unattributed", true, true, 0, row.Count, channel.Id);
        }
    }

    // A customer in a campaign: when she first took part, and the days on which she bought through it.
    private sealed record Participation(DateOnly Day, List<DateOnly> Bought);

    private IEnumerable<Fact> Participations(DateRange days, Owner owner, Func<Participation, DateOnly?> when)
    {
        foreach (var person in _people)
        {
            foreach (var (campaign, first, employee) in person.Participations)
            {
                var bought = person.Wholes.Where(order => order.IsValid(asOf) && order.PaidDay < asOf && person.CampaignOf(order) == campaign).Select(order => order.PaidDay).Order().ToList();
                if (when(new Participation(first, bought)) is not { } day || !days.Contains(day) || day >= asOf)
                    continue;
                var at = owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => employee.Length > 0 ? employee : person.OwnerAtEndOf(first) };
                yield return new Fact(person, day, at, day.AddDays(14) <= completeThrough, bought.Exists(paid => paid >= day && paid <= day.AddDays(7)), 1, Campaign: campaign);
            }
        }
    }

    // Everyone on a campaign's list, in both arms, by the day it ended.
    private IEnumerable<Fact> Audience(DateRange days, Owner owner) =>
        from person in _people
        from task in person.Tasks
        from campaign in company.Campaigns
        where campaign.Id == task.Campaign
        let end = Person.Day(campaign.End)
        where days.Contains(end) && end < asOf
        select new Fact(
            person, end, owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => task.Employee.Length == 0 ? "unattributed" : task.Employee },
            end.AddDays(10) <= completeThrough,
            person.Occasions(asOf).Exists(day => day >= Person.Day(campaign.Start) && day <= end.AddDays(3)),
            1, task.Arm == "treatment" ? 1 : 0, Campaign: campaign.Id);

    private Campaign Described(Fact fact) => company.Campaigns.First(campaign => campaign.Id == fact.Campaign);

    // Paid from the campaign's first day until 3 days after its last, less what was paid back until 10 days after it.
    private decimal SpentIn(Fact fact)
    {
        var start = Person.Day(Described(fact).Start);
        bool IsIn(DateOnly day, int after) => day >= start && day <= fact.Day.AddDays(after) && day < asOf;
        return fact.Person.Wholes.Sum(order =>
            (IsIn(order.PaidDay, 3) ? order.Amount : 0) - order.Refunds.Where(refund => IsIn(Person.Day(refund.At), 10)).Sum(refund => refund.Amount));
    }

    // What was spent on campaigns that were meant for somebody, on the day each ended.
    private IEnumerable<Fact> CostsOfLists(DateRange days) =>
        from campaign in company.Campaigns
        where campaign.Margin is not null && _people.Any(person => person.Tasks.Any(task => task.Campaign == campaign.Id))
        let end = Person.Day(campaign.End)
        where days.Contains(end) && end < asOf
        from cost in company.Costs
        where cost.Campaign == campaign.Id && cost.Day < asOf
        select new Fact(
            _nobody, end, cost.Employee.Length == 0 ? "unattributed" : cost.Employee, end.AddDays(10) <= completeThrough, true, cost.Amount, -1,
            cost.Channel.Length == 0 ? "unknown" : cost.Channel, cost.Campaign);

    private IEnumerable<Fact> StoreGroups(DateRange days)
    {
        if (days.From > completeThrough)
            yield break;
        var end = LastOf(days);
        var known = new DateRange(days.From, end.AddDays(1));
        foreach (var store in company.Groups.Where(row => row.Store.Length > 0).GroupBy(row => row.Store))
        {
            var host = store.OrderBy(row => row.Id, StringComparer.Ordinal).First().Owner;
            var lives = store.Any(row => (row.Created is null || Person.Day(row.Created.Value) < known.To) && (row.Dismissed is null || Person.Day(row.Dismissed.Value) > known.From));
            var money = _people.SelectMany(person => person.Wholes).Where(order => store.Any(row => row.Id == order.Group))
                .Sum(order => (known.Contains(order.PaidDay) ? order.Amount : 0) - order.Refunds.Where(refund => known.Contains(Person.Day(refund.At))).Sum(refund => refund.Amount));
            yield return new Fact(_nobody, end, host.Length == 0 ? "unattributed" : host, true, true, money, lives ? 1 : 0, "unknown");
        }
    }

    private IEnumerable<Fact> Invitations(DateRange days, Owner owner)
    {
        foreach (var person in _people)
        {
            var all = person.DaysWith("referral_made").ToList();
            foreach (var (day, employee) in all.Where(turn => days.Contains(turn.Day) && turn.Day < asOf))
            {
                var brought = _people.Count(other =>
                    other.IsReferred && other.Row!.Referrer == person.Id && other.JoinedDay is { } joined
                    && !(person.JoinedDay is { } own && (own > joined || person.Row?.Referrer == other.Id))
                    && joined >= day && joined <= day.AddDays(7)
                    && !all.Exists(later => later.Day > day && later.Day <= joined));
                var at = owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => employee.Length > 0 ? employee : person.OwnerAtEndOf(day) };
                yield return new Fact(person, day, at, day.AddDays(7) <= completeThrough, true, brought);
            }
        }
    }

    private IEnumerable<Fact> Applications(DateRange days, Owner owner) =>
        from person in _people
        from applied in person.DaysWith("friend_applied")
        where days.Contains(applied.Day) && applied.Day < asOf
        let at = owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => applied.Employee.Length > 0 ? applied.Employee : person.OwnerAtEndOf(applied.Day) }
        select new Fact(
            person, applied.Day, at, applied.Day.AddDays(7) <= completeThrough,
            person.Relations.Any(row => !person.IsTransfer(row) && Person.Day(row.StartedAt) >= applied.Day && Person.Day(row.StartedAt) <= applied.Day.AddDays(7)), 1);

    private IEnumerable<Fact> CampaignReferrals(DateRange days, Owner owner)
    {
        foreach (var person in _people.Where(person => person.IsReferred && person.JoinedDay is { } joined && days.Contains(joined) && joined < asOf))
        {
            var (joined, host) = (person.JoinedDay!.Value, _people.Find(other => other.Id == person.Row!.Referrer));
            if (host is null || host.JoinedDay is { } own && (own > joined || host.Row?.Referrer == person.Id))
                continue;
            if (host.CampaignThatBrought(joined) is { } touch)
            {
                var employee = owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => touch.Employee.Length > 0 ? touch.Employee : host.OwnerAtEndOf(Person.Day(touch.At)) };
                yield return new Fact(person, joined, employee, true, true, 1, Campaign: touch.Campaign);
            }
        }
    }

    private IEnumerable<Fact> CampaignReturn(DateRange days, Owner owner)
    {
        foreach (var campaign in company.Campaigns.Where(row => row.Margin is not null))
        {
            foreach (var cost in Costs(days).Where(fact => fact.Campaign == campaign.Id))
                yield return cost with { Worth = -cost.Worth, Over = cost.Worth };
            foreach (var person in _people)
            {
                foreach (var order in person.Wholes.Where(order => person.CampaignOf(order) == campaign.Id))
                {
                    var money = order.Refunds.Select(refund => (Day: Person.Day(refund.At), Amount: -refund.Amount)).Append((Day: order.PaidDay, order.Amount));
                    foreach (var (day, amount) in money.Where(row => days.Contains(row.Day) && row.Day < asOf))
                        yield return new Fact(person, day, OrderOwner(person, order, owner), true, true, amount * campaign.Margin!.Value, 0, Campaign: campaign.Id);
                }
            }
        }
    }

    private IEnumerable<Fact> Tasks(DateRange days, Owner owner, int settle, Func<Person, CampaignTask, DateOnly, bool> counts)
    {
        foreach (var person in _people)
        {
            foreach (var task in person.Tasks.Where(task => task is { Arm: "treatment", GivenAt: not null }))
            {
                var day = Person.Day(task.GivenAt!.Value);
                var employee = owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => task.Employee.Length == 0 ? "unattributed" : task.Employee };
                if (days.Contains(day) && day < asOf)
                    yield return new Fact(person, day, employee, day.AddDays(7 + settle) <= completeThrough, counts(person, task, day), 1, Campaign: task.Campaign);
            }
        }
    }

    private IEnumerable<Fact> Contacts(DateRange days, Owner owner, Func<Person, IEnumerable<Contact>> of, int window, Func<Contact, bool?> counts)
    {
        foreach (var person in _people)
        {
            foreach (var contact in of(person))
            {
                var day = Person.Day(contact.At);
                if (days.Contains(day) && day < asOf)
                {
                    var employee = owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => contact.Employee.Length == 0 ? person.OwnerAtEndOf(day) : contact.Employee };
                    yield return new Fact(person, day, employee, day.AddDays(window) <= completeThrough, counts(contact) == true, 1, Contact: contact);
                }
            }
        }
    }

    private static IEnumerable<Contact> Answers(Person person, string survey) =>
        person.Contacts.Answers.Where(answer => answer is { Score: not null, IsVoid: false } && answer.Survey == survey);

    private static Func<Contact, bool?> Within(int days) => contact => contact.EndedAt is { } at && Person.Day(at) <= Person.Day(contact.At).AddDays(days);

    // Within 72 hours, and known by the day one asks from.
    private bool IsSoon(DateTime from, DateTime? at) => at is { } known && known - from <= TimeSpan.FromHours(72) && Person.Day(known) < asOf;

    // Begun seconds count as whole; four places of a minute.
    private static decimal Minutes(TimeSpan time) => Math.Ceiling((decimal)time.TotalMilliseconds / 1000) / 60;

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

    private IEnumerable<Fact> RelationLoss(DateRange days, Owner owner, Func<Relation, bool> isLoss)
    {
        if (days.From > completeThrough)
            return [];
        var (open, end) = (days.From.AddDays(-1), LastOf(days));
        return from person in _people
               from relation in person.Relations
               let to = relation.EndedAt is { } ended ? Person.Day(ended) : DateOnly.MaxValue
               where Person.Day(relation.StartedAt) <= open && open < to
               select new Fact(person, end, RelationOwner(person, relation, owner), true, to <= end && isLoss(relation), 1);
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

    // A stay is placed by its own day where it has one, else by the last of the period.
    private IEnumerable<Fact> Stays(
        DateRange days, Owner owner, Func<Person, Stay, DateRange, bool> among, Func<Person, Stay, DateRange, bool> counts, Func<Stay, DateOnly>? dayOf = null)
    {
        if (days.From > completeThrough)
            return [];
        var end = LastOf(days);
        var known = new DateRange(days.From, end.AddDays(1));
        return from person in _people
               from stay in person.Stays
               where among(person, stay, known)
               let host = company.Groups.FirstOrDefault(row => row.Id == stay.Group)?.Owner ?? ""
               select new Fact(
                   person, dayOf?.Invoke(stay) ?? end, owner switch { Owner.Acquirer => person.Acquirer, Owner.Now => person.OwnerAtEndOf(completeThrough), _ => host.Length == 0 ? "unattributed" : host },
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

    private IEnumerable<Fact> Repurchase(DateRange days, Owner owner, int window, Func<DateOnly, DateOnly>? last = null) =>
        from person in _people
        let occasions = person.Occasions(asOf)
        where occasions.Count > 0 && days.Contains(occasions[0])
        let first = occasions[0]
        select new Fact(
            person, first, CohortOwner(person, first, owner), first.AddDays(window + 7) <= completeThrough,
            occasions.Exists(occasion => occasion > first && occasion <= (last?.Invoke(first) ?? first.AddDays(window))), 1);

    private IEnumerable<Fact> Orders(DateRange days, Owner owner, Func<WholeOrder, bool> among, Func<WholeOrder, decimal> worth) =>
        from person in _people
        from order in person.Wholes
        where days.Contains(order.PaidDay) && order.PaidDay < asOf && among(order)
        select new Fact(person, order.PaidDay, OrderOwner(person, order, owner), true, true, worth(order), Campaign: order.Campaign, Order: order);

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
        CustomerDimensions.Is(dimension) ? PlacesOf!(fact.Person, dimension) : [Place(fact, dimension)];

    private string Place(Fact fact, string dimension) => dimension switch
    {
        "channel" => fact.Channel ?? fact.Person.Channel,
        "employee" => fact.Employee,
        "campaign" => (fact.Contact?.Campaign ?? fact.Campaign) is { Length: > 0 } campaign ? campaign : "none",
        "conversion_channel" => fact.Person.ChannelOf(fact.Order!, 7),
        "conversion_channel_1d" => fact.Person.ChannelOf(fact.Order!, 1),
        "conversion_channel_14d" => fact.Person.ChannelOf(fact.Order!, 14),
        "conversion_channel_30d" => fact.Person.ChannelOf(fact.Order!, 30),
        "first_touch_channel" => fact.Person.ChannelOf(fact.Order!, 7, first: true),
        "new_or_returning" => fact.Person.Occasions(asOf).Exists(occasion => occasion < fact.Order!.PaidDay) ? "returning" : "new",
        "weekday" => ((((int)(fact.Order?.PaidAt ?? fact.Contact!.At).DayOfWeek + 6) % 7) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "hour" => (fact.Order?.PaidAt ?? fact.Contact!.At).ToString("HH", System.Globalization.CultureInfo.InvariantCulture),
        "content" => fact.Contact!.Content.Length == 0 ? "unknown" : fact.Contact.Content,
        "survey" => fact.Contact!.Survey.Length == 0 ? "unknown" : fact.Contact.Survey,
        _ => OrganisationOracle.Place(company, fact.Employee, dimension, fact.Day, Org),
    };
}
