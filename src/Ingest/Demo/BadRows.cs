namespace PrivateDomainBI.Ingest.Demo;

/// A line no loader can use, and what is wrong with it.
internal sealed record BadRow(string Text, string Reason);

// The unusable rows of each export, always the same ones: how many a load must refuse is known beforehand.
internal static class BadRows
{
    private const string Customer = "wecom_external_userid:wmBROKEN";

    public static readonly IReadOnlyList<BadRow> None = [];

    public static IReadOnlyList<BadRow> Customers(string day) =>
    [
        new($",{day}T10:00:00,store_qr,e0001,,,佚名,,,,,,,,,,true", "missing_key"),
        new($"{Customer}1,2025-02-30T10:00:00,store_qr,,,,,,,,,,,,,,true", "bad_date"),
        new($"{Customer}2,昨天,douyin,,,,,,,,,,,,,,true", "bad_date"),
    ];

    public static IReadOnlyList<BadRow> Relations(string day) =>
    [
        new($"{Customer}1,e0001,,,,1,", "missing_start"),
        new($"{Customer}2,,{day}T11:00:00,,,1,", "missing_employee"),
        new($"{Customer}3,e0001,{day} 25:61:00,,,1,", "bad_date"),
        new($"{Customer}4,e0001", "too_few_columns"),
    ];

    public static IReadOnlyList<BadRow> Events(string day) =>
    [
        .. Times(3, n => new BadRow($"BAD-D{n},message_received,2025-13-4{n}T10:00:00+08:00,{Customer}{n},,,wecom_chat,,,,,", "bad_date")),
        .. Times(3, n => new BadRow($"BAD-T{n},friend_hugged,{day}T10:0{n}:00+08:00,{Customer}{n},,,wecom_chat,,,,,", "unknown_type")),
        .. Times(2, n => new BadRow($",message_received,{day}T10:0{n}:00+08:00,{Customer}{n},,,wecom_chat,,,,,", "missing_key")),
        .. Times(2, n => new BadRow($"BAD-C{n},message_received,{day}T10:0{n}:00+08:00,,,,wecom_chat,,,,,", "missing_customer")),
        .. Times(2, n => new BadRow($"BAD-S{n},message_received", "too_few_columns")),
    ];

    public static IReadOnlyList<BadRow> Orders(string day) =>
    [
        .. Times(2, n => new BadRow($"BAD-D{n},{Customer}{n},2025-00-1{n}T12:00:00,129.00,paid,,,,,,,private,面膜,false", "bad_date")),
        .. Times(2, n => new BadRow($"BAD-N{n},{Customer}{n},{day}T12:0{n}:00,-{n}29.00,paid,,,,,,,private,面膜,false", "negative_amount")),
        .. Times(2, n => new BadRow($"BAD-A{n},{Customer}{n},{day}T12:0{n}:00,一百二十九,paid,,,,,,,private,面膜,false", "bad_amount")),
        new($",{Customer}1,{day}T12:00:00,129.00,paid,,,,,,,private,面膜,false", "missing_key"),
        new($"BAD-S1,{Customer}1,{day}T12:00:00", "too_few_columns"),
    ];

    public static IReadOnlyList<BadRow> Refunds(string day) =>
    [
        new("BAD-D1,D0000BROKEN,2025-09-31T12:00:00,59.00,return", "bad_date"),
        new($"BAD-N1,D0000BROKEN,{day}T12:00:00,-59.00,return", "negative_amount"),
        new($"BAD-A1,D0000BROKEN,{day}T12:00:00,N/A,return", "bad_amount"),
        new($"BAD-O1,,{day}T12:00:00,59.00,return", "missing_order"),
    ];

    public static IReadOnlyList<BadRow> Groups(string day) =>
    [
        new($"BAD-G1,,store,e0001,,{day}T10:00:00,", "missing_name"),
        new($"BAD-G2,测试群,flash,e0001,,{day}T10:00:00,2025-01-01T10:00:00", "ends_before_it_starts"),
    ];

    public static IReadOnlyList<BadRow> Members(string day) =>
    [
        new($",{Customer}1,{day}T10:00:00,,3,", "missing_key"),
        new($"g-s0001,,{day}T10:00:00,,3,", "missing_customer"),
        new($"g-s0001,{Customer}2,{day}T24:10:00,,3,", "bad_date"),
        new($"g-s0001,{Customer}3,{day}T10:00:00,{day}T09:00:00,3,", "ends_before_it_starts"),
    ];

    public static IReadOnlyList<BadRow> Campaigns(string day) =>
    [
        new($"BAD-K1,满减,{day}T00:00:00,{day}T23:59:59,coupon,live,85,0.1,0.6", "not_a_share"),
        new($"BAD-K2,秒杀,{day}T00:00:00,2025-01-01T23:59:59,coupon,live,0.15,0.1,0.6", "ends_before_it_starts"),
    ];

    public static IReadOnlyList<BadRow> Audience(string day) =>
    [
        .. Times(2, n => new BadRow($"1111-2025,{Customer}{n},control,e0001,{day}T09:00:00,", "unknown_arm")),
        new($",{Customer}3,treatment,e0001,{day}T09:00:00,", "missing_key"),
        new($"1111-2025,{Customer}4,treatment,e0001,{day}T09:00:00,{day}T08:00:00", "executed_before_dispatched"),
    ];

    public static IReadOnlyList<BadRow> Reach(string day) =>
    [
        new($"{day},douyin,-120,", "negative"),
        new($"{day},douyin,12.5,", "not_whole"),
        new("2025-02-29,douyin,120,", "bad_date"),
        new($"{day},,120,", "missing_channel"),
    ];

    public static IReadOnlyList<BadRow> Costs(string day) =>
    [
        new($"{day},-500.00,media,douyin,,", "negative_amount"),
        new($"{day},五百,media,douyin,,", "bad_amount"),
        new($"{day},500.00,dinner,,,", "unknown_type"),
        new("2025-06-31,500.00,media,douyin,,", "bad_date"),
    ];

    public static IReadOnlyList<BadRow> Targets { get; } =
    [
        new("company,company,net_sales,2026-13,100000,", "bad_period"),
        new("team,online-1,net_sales,2026-01,100000,", "unknown_scope"),
        new("employee,,new_customers,2026-01,30,0.4", "missing_scope_id"),
    ];

    private static IEnumerable<BadRow> Times(int count, Func<int, BadRow> row) => Enumerable.Range(1, count).Select(row);
}
