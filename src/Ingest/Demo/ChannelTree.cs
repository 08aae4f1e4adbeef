namespace PrivateDomainBI.Ingest.Demo;

/// One row of the channels file.
internal sealed record ChannelNode(string Id, string Label, string? Parent, string? ReachBase);

/// What it takes to win one customer: so many hundredths reached, and so many cents spent on each kind of cost.
internal sealed record ChannelEffort(int ReachedPercent, int Media, int Gift, int Commission);

// Where customers and orders come from, as the brand sorts it, and what its channels cost.
internal static class ChannelTree
{
    public static readonly IReadOnlyList<ChannelNode> All =
    [
        new("offline", "线下", null, null),
        new("paid", "付费投放", null, null),
        new("owned", "自有阵地", null, null),
        new("word_of_mouth", "口碑裂变", null, null),
        new("public", "公域平台", null, null),
        new("store", "门店", "offline", "visitors"),
        new("store_qr", "门店扫码", "store", "visitors"),
        new("parcel_card", "包裹卡", "offline", "parcel_cards"),
        new("douyin", "抖音", "paid", "clicks"),
        new("xiaohongshu", "小红书", "paid", "clicks"),
        new("wechat_ads", "朋友圈广告", "paid", "clicks"),
        new("live", "直播", "owned", "orders"),
        new("official_account", "公众号", "owned", "clicks"),
        new("community", "社群", "owned", "clicks"),
        new("mini_program", "小程序", "owned", "visitors"),
        new("referral", "老客推荐", "word_of_mouth", "clicks"),
        new("marketplace", "电商平台", "public", "orders"),
    ];

    public static ChannelEffort EffortOf(Channel channel) => channel.Id switch
    {
        "store_qr" => new(450, 0, 650, 150),
        "parcel_card" => new(2200, 0, 700, 0),
        "douyin" => new(1100, 3100, 0, 0),
        "xiaohongshu" => new(900, 2300, 150, 0),
        "wechat_ads" => new(760, 2600, 0, 0),
        "referral" => new(280, 0, 400, 900),
        "live" => new(700, 900, 350, 0),
        "official_account" => new(1600, 850, 0, 0),
        _ => new(400, 0, 550, 100),
    };
}
