using System.Text.RegularExpressions;

namespace PrivateDomainBI.Ingest.Tests.Demo;

// The product's headline numbers worked out in plain C# straight from the files, by the rules of the metric definitions.
internal sealed partial class Headlines
{
    private readonly int _until;
    private readonly Dictionary<string, DemoLine> _customers;
    private readonly Dictionary<string, int> _joined;
    private readonly ILookup<string, (int From, int To)> _held;
    private readonly Dictionary<string, HashSet<int>> _active;
    private readonly Dictionary<string, SortedSet<int>> _bought = [];

    public Headlines(DemoCompanyFixture demo)
    {
        _until = demo.Manifest.CompleteThrough.DayNumber;
        _customers = demo.Good("customers").ToDictionary(row => row["customer"]);
        _joined = _customers.ToDictionary(pair => pair.Key, pair => pair.Value.Day("joined_at").DayNumber);
        var relations = demo.Good("relations");
        var withRelations = relations.Select(row => row["customer"]).ToHashSet();
        var unfollowed = demo.Good("events").Where(row => row["type"] == "official_account_unfollowed").ToLookup(row => row["customer"], row => row.Day("occurred_at").DayNumber);
        // As a friend, in a group, or as a follower of the one account there is, whom nobody follows twice.
        _held = relations.Select(row => Span(row, "started_at", "ended_at"))
            .Concat(demo.Good("group_members").Select(row => Span(row, "joined_at", "left_at")))
            .Concat(demo.Good("events").Where(row => row["type"] == "official_account_followed")
                .Select(row => (row["customer"], (row.Day("occurred_at").DayNumber, unfollowed[row["customer"]].DefaultIfEmpty(int.MaxValue).Min()))))
            .Concat(_joined.Where(pair => !withRelations.Contains(pair.Key)).Select(pair => (pair.Key, (pair.Value, int.MaxValue))))
            .ToLookup(row => row.Item1, row => row.Item2);
        _active = demo.Good("events")
            .Where(row => row["type"] is not (
                "message_sent" or "content_delivered" or "coupon_issued" or "appointment_no_show" or "follow_up_logged" or "group_left" or "group_pushed"
                or "official_account_unfollowed" or "referral_accepted" or "survey_sent" or "item_returned" or "item_exchanged" or "group_buy_completed" or "service_case_closed"))
            .GroupBy(row => row["customer"])
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => row.Day("occurred_at").DayNumber).ToHashSet());
        Shop(demo);
    }

    public decimal AverageOrder { get; private set; }
    public double RefundedShare { get; private set; }

    public double RelationRetention(int days, Func<DemoLine, bool> among) =>
        Share(_joined.Where(pair => pair.Value + days <= _until && among(_customers[pair.Key])).Select(pair => IsHeld(pair.Key, pair.Value + days)));

    public double ActiveRetention(int days) =>
        Share(_joined.Where(pair => pair.Value + days <= _until).Select(pair => _active.TryGetValue(pair.Key, out var active) && active.Contains(pair.Value + days)));

    public double FirstOrderConversion() => Share(
        from pair in _joined
        where pair.Value + 37 <= _until
        let first = _bought.TryGetValue(pair.Key, out var days) ? days.Min : int.MaxValue
        where first >= pair.Value
        select first <= pair.Value + 30);

    public double Repurchase(int days) => Share(
        from bought in _bought.Values
        where bought.Min + days + 7 <= _until
        select bought.GetViewBetween(bought.Min + 1, bought.Min + days).Count > 0);

    public double ProfileCompletion() => Share(
        from row in _customers.Values
        where IsHeld(row["customer"], _until)
        select Mobile().IsMatch(row["phone"]) && row["birthday"] != "" && row["gender"] != "" && row["city"] != "");

    private static (string Customer, (int From, int To) Held) Span(DemoLine row, string from, string to) =>
        (row["customer"], (row.Day(from).DayNumber, row[to] == "" ? int.MaxValue : row.Day(to).DayNumber));

    private bool IsHeld(string customer, int day) => _held[customer].Any(held => held.From <= day && held.To > day);

    private void Shop(DemoCompanyFixture demo)
    {
        var refunds = demo.Good("refunds").ToLookup(row => row["order_id"], row => row.TryMoney("amount")!.Value);
        var orders = demo.Good("orders")
            .Where(row => row["status"] == "paid" && row["is_test"] == "false" && row.TryMoney("amount") > 0)
            .GroupBy(row => row["parent_order_id"] == "" ? row["order_id"] : row["parent_order_id"])
            .Select(parts => (
                Customer: parts.First()["customer"],
                Day: parts.Min(part => part.Day("paid_at").DayNumber),
                Amount: parts.Sum(part => part.TryMoney("amount")!.Value),
                Refunded: parts.Sum(part => refunds[part["order_id"]].Sum())))
            .ToList();
        var valid = orders.Where(order => order.Refunded < order.Amount).ToList();
        RefundedShare = Share(orders.Select(order => order.Refunded > 0));
        AverageOrder = valid.Average(order => order.Amount - order.Refunded);
        foreach (var order in valid)
        {
            if (!_bought.TryGetValue(order.Customer, out var days))
                _bought[order.Customer] = days = [];
            days.Add(order.Day);
        }
    }

    private static double Share(IEnumerable<bool> cases)
    {
        var all = cases.ToList();
        return (double)all.Count(isSo => isSo) / all.Count;
    }

    [GeneratedRegex(@"^(\+86)?1[3-9]\d{9}$")]
    private static partial Regex Mobile();
}
