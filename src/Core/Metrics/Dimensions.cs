namespace PrivateDomainBI.Core.Metrics;

/// <summary>What a metric can be split and filtered by.</summary>
public static class Dimensions
{
    public const string Channel = "channel";
    public const string Employee = "employee";
    public const string Campaign = "campaign";
    public const string Employment = "employment_type";

    /// <summary>Hour of the business's day at which something happened, 00 to 23.</summary>
    public const string Hour = "hour";

    /// <summary>Day of the week on which it happened, 1 (Monday) to 7.</summary>
    public const string Weekday = "weekday";

    /// <summary>Whether an order's customer had bought on an earlier day.</summary>
    public const string NewOrReturning = "new_or_returning";

    /// <summary>Levels of the organisation above the employee a row belongs to.</summary>
    public static readonly IReadOnlyList<string> OrgLevels = ["region", "store", "dept", "team"];

    /// <summary>What is known of the employee a row belongs to, as it was on the row's day or as it is now: those, and what she is to the company.</summary>
    public static readonly IReadOnlyList<string> OfEmployees = [.. OrgLevels, Employment];

    /// <summary>The channel an order came through last with other windows than seven days, and first; nobody is told of them unasked.</summary>
    public static readonly IReadOnlyList<string> OtherOrderChannels = ["conversion_channel_1d", "conversion_channel_14d", "conversion_channel_30d", "first_touch_channel"];

    /// <summary>All that an order came through.</summary>
    public static readonly IReadOnlyList<string> OrderChannels = ["conversion_channel", .. OtherOrderChannels];

    /// <summary>Those that only some facts have.</summary>
    public static readonly IReadOnlyList<string> Further = ["domain", "product_category", NewOrReturning, .. OrderChannels, "city", Campaign, "group", "group_type", "touchpoint", Hour, Weekday, "content", "survey", "cost_type", "end_reason"];

    /// <summary>Those that every metric has.</summary>
    public static readonly IReadOnlyList<string> All = [Channel, Employee, .. OfEmployees];

    /// <summary>Id of the rows that belong to nobody: every split adds up to the total because of it.</summary>
    public const string Unattributed = "unattributed";
}
