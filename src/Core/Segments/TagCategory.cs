namespace PrivateDomainBI.Core.Segments;

/// <summary>The values that a customer's tags give to one category: of tags written <c>category:value</c>, the value.</summary>
internal static class TagCategory
{
    /// <summary>Who has no tag of the category.</summary>
    public const string None = "none";

    /// <summary>An array of the values, over a row called <c>traits</c>. <paramref name="set"/> takes a value and its type and gives the parameter.</summary>
    public static string Values(string category, Func<object, string, string> set)
    {
        var prefix = set(category + ":", "String");
        return $"arrayDistinct(arrayMap(tag -> substring(tag, length({prefix}) + 1), arrayFilter(tag -> startsWith(tag, {prefix}) AND tag != {prefix}, traits.told_tags)))";
    }
}
