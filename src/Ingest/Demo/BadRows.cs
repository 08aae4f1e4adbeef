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

    private static IEnumerable<BadRow> Times(int count, Func<int, BadRow> row) => Enumerable.Range(1, count).Select(row);
}
