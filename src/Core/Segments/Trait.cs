namespace PrivateDomainBI.Core.Segments;

/// <summary>How a rule asks about an attribute.</summary>
public enum TraitKind
{
    /// <summary>One value or a list of them.</summary>
    Choice,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>true, false or a list of types.</summary>
    FlagOrChoice,

    /// <summary>A day that lies within, or more than, some days before.</summary>
    Day,

    /// <summary>A day that lies within some days ahead.</summary>
    DayAhead,

    /// <summary>A number from and to.</summary>
    Number,

    /// <summary>A number from and to, of all days or of the last ones.</summary>
    NumberOfDays,

    Tags,
}

/// <summary>
/// Something a rule can ask about. <paramref name="Column"/>: of <c>sql/models/customer_traits.sql</c>.
/// <paramref name="Accepted"/>: the values there are, where they are known beforehand.
/// </summary>
public sealed record Trait(string Name, TraitKind Kind, string Column, IReadOnlyList<string>? Accepted = null)
{
    /// <summary>All that can be asked.</summary>
    public static readonly IReadOnlyList<Trait> All =
    [
        new("channel", TraitKind.Choice, "told_channel"),
        new("city", TraitKind.Choice, "told_city"),
        new("gender", TraitKind.Choice, "told_gender", ["female", "male", "unknown"]),
        new("age", TraitKind.Number, "full_years"),
        new("birthday", TraitKind.DayAhead, "days_to_birthday"),
        new("tags", TraitKind.Tags, "told_tags"),
        new("member", TraitKind.Flag, "was_enrolled"),
        new("joined", TraitKind.Day, "came_day"),
        new("first_purchase", TraitKind.Day, "first_bought_day"),
        new("last_purchase", TraitKind.Day, "last_bought_day"),
        new("purchases", TraitKind.NumberOfDays, "bought_days"),
        new("spent", TraitKind.NumberOfDays, "moved_days"),
        new("active", TraitKind.Day, "last_acted_day"),
        new("active_days", TraitKind.NumberOfDays, "acted_days"),
        new("missed_appointment", TraitKind.Day, "last_booking_missed"),
        new("in_pool", TraitKind.Flag, "was_in_pool"),
        new("in_group", TraitKind.FlagOrChoice, "groups_held"),
        new("has_phone", TraitKind.Flag, "has_phone"),
        new("referred", TraitKind.Flag, "was_referred"),
        new("referrer", TraitKind.Choice, "told_referrer"),
        new("referrals", TraitKind.Number, "customer"),
        new("tier", TraitKind.Choice, "customer_id", Tiers.All),
        new("list", TraitKind.Choice, "customer_id"),
    ];

    public static Trait? Find(string name) => All.FirstOrDefault(trait => trait.Name == name);
}
