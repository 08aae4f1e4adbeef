namespace PrivateDomainBI.Core.Segments;

/// <summary>The tiers of customers by recency, frequency and monetary value, the best first; <c>sql/models/customer_tiers.sql</c> says who is in which.</summary>
public static class Tiers
{
    public static readonly IReadOnlyList<string> All = ["champion", "promising", "slipping", "lost_big", "regular", "recent", "fading", "dormant", None];

    /// <summary>Those who have not bought.</summary>
    public const string None = "none";
}
