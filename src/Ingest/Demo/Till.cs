using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// One buyer at the till: what she pays, how the system records it (split, closed, test and gift orders, the guide's code)
// and what comes back as a refund.
internal sealed class Till(Person person, Ties? ties, Draw draw, Seasons seasons, Ledger ledger)
{
    private const int DaysUntilDefaultReview = 15;

    private static readonly string[] PublicChannels = ["douyin", "xiaohongshu", "marketplace"];

    private readonly Newcomer? _newcomer = ties?.Newcomer;

    /// False when nothing was bought after all: the order was closed unpaid, or lies outside the period.
    public bool Buy(Moment at)
    {
        var order = Order(at);
        if (draw.Chance(0.003))
            ledger.Add(Order(at.Plus(-90)) with { Cents = 1, IsTest = true });
        if (draw.Chance(0.02))
        {
            ledger.Add(order with { Status = "closed" });
            return false;
        }
        return Pay(order, returnedOn: null);
    }

    public void BuyForCertain(Moment at, int? returnedOn) => Pay(Order(at), returnedOn);

    private bool Pay(OrderRow order, int? returnedOn)
    {
        if (order.Cents > 15_000 && draw.Chance(0.08))
            return PaySplit(order);
        if (!ledger.Add(order))
            return false;
        if (draw.Chance(0.05))
            ledger.Add(Order(order.PaidAt) with { Cents = 0, Category = Assortment.Sample, Domain = order.Domain, StoreId = order.StoreId });
        if (returnedOn is { } day)
            Refund(order, order.Cents, Moment.At(day, Seasons.StaffTime(draw)), "return");
        else if (draw.Chance(ReturnRisk(order)))
            Return(order);
        React(order);
        return true;
    }

    // Several parcels of one purchase: their amounts add up to it.
    private bool PaySplit(OrderRow order)
    {
        var parent = "P" + order.Id[1..];
        var first = order.Cents * draw.Between(30, 70) / 10_000 * 100;
        var rest = order with { Id = OrderId(order.PaidAt), Cents = order.Cents - first, Parent = parent, Category = Assortment.Item(draw).Category };
        if (!ledger.Add(order with { Cents = first, Parent = parent }))
            return false;
        ledger.Add(rest);
        if (draw.Chance(ReturnRisk(order)))
            Return(rest);
        React(order);
        return true;
    }

    private OrderRow Order(Moment at)
    {
        var (category, cents) = Basket(at);
        var domain = Domain();
        var campaign = ties?.CampaignAt(at) ?? (seasons.PromotionOn(at.OfDay) is { } runs && draw.Chance(0.3) ? runs : null);
        var serves = ties?.Following.HolderAt(at);
        var group = domain == "private" && draw.Chance(0.65) ? ties?.Membership.At(at) : null;
        return new OrderRow(OrderId(at), person, at, cents)
        {
            Employee = serves is not null && draw.Chance(domain == "public" ? 0.05 : 0.42) ? serves : null,
            Channel = ChannelOf(domain),
            Campaign = campaign?.Id,
            Group = group?.Id,
            StoreId = domain == "offline" ? _newcomer?.Desk.StoreId : null,
            Desk = _newcomer?.Desk,
            Domain = domain,
            Category = category,
        };
    }

    private (string Category, long Cents) Basket(Moment at)
    {
        var (category, cents) = Assortment.Item(draw);
        for (var items = draw.Weighted([0.52, 0.33, 0.15]); items > 0; items--)
        {
            var (other, more) = Assortment.Item(draw);
            category = more > cents ? other : category;
            cents += more;
        }
        var discount = seasons.PromotionOn(at.OfDay) is null ? draw.Pick([100, 100, 100, 95, 90]) : draw.Pick([95, 88, 85, 80]);
        var coupon = person.IsBargainHunter ? 2_000 : draw.Chance(0.2) ? 1_000 : 0;
        return (category, Math.Max(990, cents * discount / 100 - coupon));
    }

    private string Domain() => _newcomer switch
    {
        null => draw.Chance(0.6) ? "offline" : "public",
        { Desk.StoreId: not null } => draw.Weighted([0.5, 0.4, 0.1]) switch { 0 => "offline", 1 => "private", _ => "public" },
        _ => draw.Chance(0.68) ? "private" : "public",
    };

    private string? ChannelOf(string domain) => domain switch
    {
        "private" => draw.Chance(0.7) ? draw.Pick(["mini_program", "mini_program", "mini_program", "live", "community"]) : null,
        "public" => draw.Pick(PublicChannels),
        _ => draw.Chance(0.5) ? "store" : null,
    };

    private string OrderId(Moment at) =>
        string.Create(CultureInfo.InvariantCulture, $"D{Math.Max(0, at.OfDay):D4}{person.Code}{person.NextOrder():D3}");

    private static double ReturnRisk(OrderRow order) => order.Domain switch
    {
        "public" => 0.085,
        "private" => 0.055,
        _ => 0.035,
    };

    private void Return(OrderRow order)
    {
        var days = draw.Weighted([0.66, 0.29, 0.05]) switch
        {
            0 => draw.Between(1, 7),
            1 => draw.Between(8, 25),
            _ => draw.Between(30, 80),
        };
        var at = Moment.At(order.PaidAt.OfDay + days, Seasons.StaffTime(draw));
        var type = draw.Chance(0.7) ? "return" : "refund_only";
        if (draw.Chance(0.35))
        {
            Refund(order, order.Cents * draw.Between(20, 70) / 100, at, type);
            return;
        }
        // Some full refunds come in two payments.
        var first = draw.Chance(0.1) ? order.Cents / 2 : order.Cents;
        Refund(order, first, at, type);
        if (first < order.Cents)
            Refund(order, order.Cents - first, at.Plus(2 * Moment.Day), type);
    }

    private void Refund(OrderRow order, long cents, Moment at, string type)
    {
        ledger.Add(new RefundRow(string.Create(CultureInfo.InvariantCulture, $"R{at.OfDay:D4}{order.Id[5..]}"), order.Id, at, cents, type));
        if (type != "return")
            return;
        // The goods come back shortly before the money does, if not on the same day as they were bought.
        var back = at.Plus(-draw.Between(600, 3 * 3600));
        Note("item_returned", back > order.PaidAt ? back : at, "store", order: order, props: Props.Order(order.Id));
        if (draw.Chance(0.15))
            Note("item_exchanged", at.Plus(draw.Between(300, 3600)), "store", order: order, props: Props.Order(order.Id));
    }

    private void Note(string type, Moment at, string touchpoint, OrderRow? order = null, string? campaign = null, string? content = null, int? value = null, string? props = null) =>
        ledger.Add(new EventRow(person, person.NextEvent(), type, at, order?.Employee, Touchpoint: touchpoint, Campaign: campaign, Content: content, Value: value, Props: props));

    private void React(OrderRow order)
    {
        if (_newcomer is null || order.PaidAt < _newcomer.Joined)
            return;
        if (order.Campaign is not null || person.IsBargainHunter)
            Note("coupon_redeemed", order.PaidAt, "mini_program", order, order.Campaign, value: person.IsBargainHunter ? 20 : 10);
        if (!person.IsMember && draw.Chance(order.Domain == "public" ? 0.08 : 0.28 + 0.3 * (order.Employee?.Diligence ?? 0.3)))
        {
            person.IsMember = true;
            Note("member_enrolled", order.PaidAt.Plus(draw.SkewedBetween(60, 20 * 3600)), order.Domain == "offline" ? "store" : "mini_program", order);
        }
        Review(order);
        if (!draw.Chance(0.18))
            return;
        var asked = order.PaidAt.Plus(draw.Between(5, 8) * Moment.Day);
        Note("survey_sent", asked, "wecom_chat", order, content: "csat");
        if (draw.Chance(0.34))
            Note("survey_submitted", asked.Plus(draw.SkewedBetween(120, 3 * Moment.Day)), "wecom_chat", order, content: "csat", props: Props.Survey("csat", Score()));
    }

    // Who says nothing for long enough is taken to be content by the system.
    private void Review(OrderRow order)
    {
        if (draw.Chance(0.13))
        {
            var score = Score();
            Note("review_submitted", order.PaidAt.Plus(draw.Between(3, 11) * Moment.Day), "mini_program", order, value: score, props: Props.Review(score, isDefault: false));
        }
        else if (order.Domain == "public" && draw.Chance(0.6))
        {
            Note("review_submitted", order.PaidAt.Plus(DaysUntilDefaultReview * Moment.Day), "mini_program", order, value: 5, props: Props.Review(5, isDefault: true));
        }
    }

    private int Score() => draw.Weighted([0.02, 0.03, 0.08, 0.27, 0.6]) + 1;
}
