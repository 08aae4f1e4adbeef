namespace PrivateDomainBI.Ingest.Demo;

// What the brand sells: skin care at prices in yuan, and who tends to buy what.
internal sealed record Category(string Name, double Share, int[] Prices);

internal static class Assortment
{
    public const string Sample = "小样";

    private static readonly Category[] Categories =
    [
        new("洁面", 0.22, [49, 59, 69, 79]),
        new("面膜", 0.24, [39, 69, 89, 99]),
        new("精华", 0.16, [129, 159, 189, 239]),
        new("面霜", 0.14, [99, 129, 159, 199]),
        new("防晒", 0.12, [69, 79, 99]),
        new("彩妆", 0.08, [59, 89, 109]),
        new("礼盒", 0.04, [269, 329, 399]),
    ];

    private static readonly double[] Shares = [.. Categories.Select(category => category.Share)];

    public static (string Category, long Cents) Item(Draw draw)
    {
        var category = Categories[draw.Weighted(Shares)];
        return (category.Name, draw.Pick(category.Prices) * 100L);
    }
}
