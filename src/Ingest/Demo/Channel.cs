namespace PrivateDomainBI.Ingest.Demo;

// Where customers come from, and what sort of customers: Drops is the share gone by the end of the next day,
// Fades, Buys, Repeats, Talks and Tells scale later deletion, first orders, repeat orders, activity and profile answers;
// AddWay is WeCom's code for how a contact was added.
internal sealed record Channel(
    string Id,
    double Share,
    double InStore,
    double Drops,
    double Fades,
    double Buys,
    double Repeats,
    double Talks,
    double Tells,
    double Bargains,
    double BoughtBefore,
    int AddWay)
{
    public static readonly Channel StoreQr = new("store_qr", 0.26, 1.00, 0.066, 0.75, 1.05, 1.15, 1.10, 1.10, 0.04, 0.14, 1);
    public static readonly Channel Referral = new("referral", 0.09, 0.60, 0.075, 0.75, 1.30, 1.30, 1.20, 1.10, 0.06, 0.05, 3);

    public static readonly IReadOnlyList<Channel> All =
    [
        StoreQr,
        new("parcel_card", 0.16, 0.30, 0.090, 0.95, 1.00, 1.05, 0.95, 0.98, 0.08, 0.55, 1),
        new("douyin", 0.13, 0.10, 0.122, 1.65, 0.65, 0.75, 0.70, 0.80, 0.25, 0.10, 16),
        new("xiaohongshu", 0.08, 0.20, 0.110, 1.20, 0.90, 0.90, 1.00, 0.95, 0.12, 0.06, 16),
        new("wechat_ads", 0.10, 0.20, 0.125, 1.40, 0.75, 0.80, 0.80, 0.88, 0.20, 0.04, 16),
        Referral,
        new("live", 0.07, 0.15, 0.115, 1.25, 1.10, 0.85, 1.10, 0.88, 0.18, 0.12, 10),
        new("official_account", 0.06, 0.30, 0.080, 0.95, 0.95, 1.05, 1.00, 1.05, 0.07, 0.10, 1),
        new("community", 0.05, 0.50, 0.075, 0.90, 1.10, 1.10, 1.40, 1.00, 0.10, 0.08, 4),
    ];

    private static readonly double[] Shares = [.. All.Select(channel => channel.Share)];

    public bool IsPaidMedia => Id is "douyin" or "wechat_ads" or "xiaohongshu";

    public static Channel Of(Draw draw) => All[draw.Weighted(Shares)];
}
