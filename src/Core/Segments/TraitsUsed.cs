namespace PrivateDomainBI.Core.Segments;

/// <summary>What the rules of a segment look at.</summary>
public static class TraitsUsed
{
    // Profiles and groups are known as they were told last; what happened on a day is known as of any day.
    private static readonly string[] AsToldLast = ["channel", "city", "gender", "tags", "has_phone", "referred", "referrer", "age", "birthday"];

    /// <summary>The traits in it that are as told last, whatever the day one asks from.</summary>
    public static IEnumerable<string> ToldLast(Rule rule) => Of(rule).Where(AsToldLast.Contains).Distinct(StringComparer.Ordinal);

    /// <summary>The names of lists it looks at.</summary>
    public static IEnumerable<string> Lists(Rule rule) => rule switch
    {
        AllOf all => all.Rules.SelectMany(Lists),
        AnyOf any => any.Rules.SelectMany(Lists),
        NotSo not => Lists(not.Rule),
        OneOf { Attribute: "list" } list => list.Values,
        _ => [],
    };

    private static IEnumerable<string> Of(Rule rule) => rule switch
    {
        AllOf all => all.Rules.SelectMany(Of),
        AnyOf any => any.Rules.SelectMany(Of),
        NotSo not => Of(not.Rule),
        OneOf one => [one.Attribute],
        IsSo flag => [flag.Attribute],
        Within day => [day.Attribute],
        Between between => [between.Attribute],
        Tagged or TaggedIn => ["tags"],
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, message: null),
    };
}
