namespace PrivateDomainBI.Core.Segments;

/// <summary>
/// Makes one SQL condition of a segment's rules, over a row of <c>customer_traits</c> that is called <c>traits</c>. Every value
/// of a rule becomes a parameter; the day one asks from is <c>{asOf:Date}</c>.
/// </summary>
public sealed class SegmentCompiler
{
    private readonly string _prefix;
    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);

    private SegmentCompiler(Segment segment) => _prefix = $"segment_{segment.Name}_";

    /// <summary>The condition and its parameters, whose names begin with the segment's, so that several go into one question.</summary>
    public static (string Condition, IReadOnlyDictionary<string, object?> Parameters) Compile(Segment segment)
    {
        var compiler = new SegmentCompiler(segment);
        return (compiler.Condition(segment.Rule), compiler._parameters);
    }

    private string Condition(Rule rule) => rule switch
    {
        AllOf all => Joined(all.Rules, " AND "),
        AnyOf any => Joined(any.Rules, " OR "),
        NotSo not => $"(NOT {Condition(not.Rule)})",
        OneOf { Attribute: "tier" } tier => $"(traits.customer_id IN (SELECT customer_id FROM customer_tiers(asOf = {{asOf:Date}}) WHERE tier IN {Texts(tier.Values)}))",
        OneOf { Attribute: "list" } list => Listed(list),
        OneOf { Attribute: "in_group" } groups => $"hasAny(traits.groups_held, (SELECT groupArray(group_id) FROM groups FINAL WHERE type IN {Texts(groups.Values)}))",
        OneOf one => $"(traits.{Column(one.Attribute)} IN {Texts(one.Values)})",
        IsSo { Attribute: "in_group" } held => held.Yes ? "notEmpty(traits.groups_held)" : "empty(traits.groups_held)",
        IsSo flag => flag.Yes ? $"traits.{Column(flag.Attribute)}" : $"(NOT traits.{Column(flag.Attribute)})",
        Within { Attribute: "birthday" } ahead => $"ifNull(traits.days_to_birthday <= {Days(ahead.Days)}, false)",
        Within day => $"ifNull({{asOf:Date}} - traits.{Column(day.Attribute)} {(day.IsWithin ? "<=" : ">")} {Days(day.Days)}, false)",
        Between { Attribute: "referrals" } brought => Brought(brought),
        Between between => Bounded(Number(between), between),
        Tagged { All: true } tagged => $"hasAll(traits.told_tags, {Texts(tagged.Tags)})",
        Tagged tagged => $"hasAny(traits.told_tags, {Texts(tagged.Tags)})",
        TaggedIn category => $"notEmpty({TagCategory.Values(category.Category, Set)})",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, message: null),
    };

    private string Joined(IReadOnlyList<Rule> rules, string word) => $"({string.Join(word, rules.Select(Condition))})";

    private string Number(Between between) => between switch
    {
        { Attribute: "age" } => "traits.full_years",
        { Attribute: "spent", Days: { } days } =>
            $"arraySum((day, amount) -> if(day < {{asOf:Date}} AND {{asOf:Date}} - day <= {Days(days)}, amount, 0), traits.moved_days, traits.moved_amounts)",
        { Attribute: "spent" } => "arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), traits.moved_days, traits.moved_amounts)",
        { Days: { } days } => $"arrayCount(day -> {{asOf:Date}} - day <= {Days(days)}, traits.{Column(between.Attribute)})",
        _ => $"length(traits.{Column(between.Attribute)})",
    };

    private string Bounded(string number, Between between)
    {
        List<string> bounds = [];
        if (between.AtLeast is { } least)
            bounds.Add($"{number} >= {Amount(least)}");
        if (between.AtMost is { } most)
            bounds.Add($"{number} <= {Amount(most)}");
        return $"ifNull({string.Join(" AND ", bounds)}, false)";
    }

    private string Listed(OneOf list) =>
        $"(traits.customer_id IN (SELECT customer_key FROM list_members FINAL WHERE list IN {Texts(list.Values)} AND ifNull(added_day < {{asOf:Date}}, true) AND ifNull(removed_day >= {{asOf:Date}}, true)))";

    private string Brought(Between brought) =>
        $"(traits.customer IN (SELECT told_referrer FROM customer_traits(asOf = {{asOf:Date}}) WHERE was_referred AND came_day IS NOT NULL GROUP BY told_referrer HAVING count() >= {Amount(brought.AtLeast!.Value)}))";

    private static string Column(string attribute) => Trait.Find(attribute)!.Column;

    private string Texts(IReadOnlyList<string> values) => Set(values.ToArray(), "Array(String)");

    private string Days(int days) => Set((ushort)days, "UInt16");

    private string Amount(decimal amount) => Set(amount, "Decimal(18, 2)");

    private string Set(object value, string type)
    {
        var name = _prefix + (_parameters.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _parameters[name] = value;
        return $"{{{name}:{type}}}";
    }
}
