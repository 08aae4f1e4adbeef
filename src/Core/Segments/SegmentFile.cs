using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Segments;

/// <summary>Reads the definition of one segment, from a file or from what somebody typed; every problem in it at once.</summary>
public static partial class SegmentFile
{
    private const int MostDays = 3_650;
    private const int MostDepth = 8;

    private static readonly string[] Groups = ["all", "any", "not"];
    private static readonly string[] TagKeys = ["any", "all", "category"];

    /// <summary>
    /// Null when there is a problem. <paramref name="version"/> is the version of a saved definition; that of a file stands in it.
    /// </summary>
    public static Segment? Read(string file, string name, string yaml, int? version, List<Problem> problems)
    {
        var before = problems.Count;
        if (!NamePattern().IsMatch(name))
            problems.Add(new Problem(file, 1, $"the name of a segment stands in addresses: '{name}' may have a-z, 0-9 and _ and begins with a letter"));
        if (YamlMap.Read(file, yaml, 0, problems) is not { } root)
            return null;
        var label = root.BothLanguages("label", required: true);
        var doc = root.BothLanguages("doc") ?? new Core.Text("", "");
        if (version is not null && root.Has("version"))
            root.Problem("version", "versions of saved segments are counted by themselves; leave 'version' out");
        var told = version is null ? root.Whole("version", 1, int.MaxValue) : null;
        var rule = root.Map("rules", required: true) is { } map ? Group(map, 0) : null;
        root.RefuseOthers();
        return problems.Count > before || rule is null ? null : new Segment(name, version ?? told ?? 1, label!, doc, rule, Checksum(yaml));
    }

    /// <summary>True when a segment can be called so.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    private static string Checksum(string yaml) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml.ReplaceLineEndings("\n"))))[..16];

    // Each map of rules holds one: an attribute, or all, any or not of others.
    private static Rule? Group(YamlMap map, int depth)
    {
        if (map.Keys is not [var key])
        {
            map.Problem("", map.Keys.Count == 0 ? "a rule is missing" : $"one rule stands here, but there are {string.Join(", ", map.Keys)}; several go into a list under all or any");
            return null;
        }

        if (depth >= MostDepth)
        {
            map.Problem(key, $"rules lie more than {MostDepth} deep within each other");
            return null;
        }

        switch (key)
        {
            case "all" or "any":
                var maps = map.Maps(key);
                var rules = maps.Select(item => Group(item, depth + 1)).OfType<Rule>().ToList();
                if (maps.Count == 0)
                    map.Problem(key, $"'{key}' needs a list of rules");
                return rules.Count == 0 ? null : key == "all" ? new AllOf(rules) : new AnyOf(rules);
            case "not":
                return map.Map(key, required: true) is { } inner && Group(inner, depth + 1) is { } rule ? new NotSo(rule) : null;
        }

        if (Trait.Find(key) is { } trait)
            return OfTrait(map, trait);
        map.Problem(key, Nearest.Unknown("rule", key, Groups.Concat(Trait.All.Select(known => known.Name))));
        return null;
    }

    private static Rule? OfTrait(YamlMap map, Trait trait) => trait.Kind switch
    {
        TraitKind.Choice => Choice(map, trait),
        TraitKind.Flag => Flag(map, trait.Name),
        TraitKind.FlagOrChoice => map.IsText(trait.Name, "true", "false") ? Flag(map, trait.Name) : Choice(map, trait),
        TraitKind.Day or TraitKind.DayAhead => Day(map, trait),
        TraitKind.Number or TraitKind.NumberOfDays => Number(map, trait),
        TraitKind.Tags => Tags(map, trait.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(trait), trait.Kind, message: null),
    };

    private static OneOf? Choice(YamlMap map, Trait trait)
    {
        var values = map.List(trait.Name);
        if (values.Count == 0)
            map.Problem(trait.Name, $"'{trait.Name}' needs a value or a list of them");
        foreach (var unknown in values.Where(value => trait.Accepted?.Contains(value) == false))
            map.Problem(trait.Name, Nearest.Unknown(trait.Name, unknown, trait.Accepted!));
        if (trait.Name == "list" && values.Any(value => !IsName(value)))
            map.Problem(trait.Name, "the name of a list may have a-z, 0-9 and _ and begins with a letter");
        return new OneOf(trait.Name, values);
    }

    private static IsSo Flag(YamlMap map, string name)
    {
        if (map.Text(name, required: true) is { } text && text is not ("true" or "false"))
            map.Problem(name, $"'{name}' must be true or false");
        return new IsSo(name, map.Text(name) == "true");
    }

    private static Within? Day(YamlMap map, Trait trait)
    {
        if (map.Map(trait.Name, required: true) is not { } days)
            return null;
        var ahead = trait.Kind == TraitKind.DayAhead;
        var within = days.Whole("within", ahead ? 0 : 1, ahead ? 365 : MostDays);
        var more = ahead ? null : days.Whole("more_than", 0, MostDays);
        if (days.Has("within") == (!ahead && days.Has("more_than")))
            days.Problem("within", ahead ? $"'{trait.Name}' needs 'within', a number of days" : $"'{trait.Name}' needs either 'within' or 'more_than', a number of days");
        days.RefuseOthers();
        return new Within(trait.Name, within ?? more ?? 0, IsWithin: within is not null);
    }

    private static Between? Number(YamlMap map, Trait trait)
    {
        if (map.Map(trait.Name, required: true) is not { } bounds)
            return null;
        var least = Bound(bounds, "at_least");
        // A customer is found by those she brought, so one who brought nobody is not.
        var most = trait.Name == "referrals" ? null : Bound(bounds, "at_most");
        var days = trait.Kind == TraitKind.NumberOfDays ? bounds.Whole("within", 1, MostDays) : null;
        if (trait.Name == "referrals" && least is null or < 1)
            bounds.Problem("at_least", "'referrals' needs 'at_least', 1 or more; who brought nobody is the 'not' of it");
        else if (!bounds.Has("at_least") && !bounds.Has("at_most"))
            bounds.Problem("at_least", $"'{trait.Name}' needs 'at_least' or 'at_most'");
        else if (least > most)
            bounds.Problem("at_most", "'at_most' must not be less than 'at_least'");
        if (trait.Name != "spent" && (least is { } low && low != decimal.Truncate(low) || most is { } high && high != decimal.Truncate(high)))
            bounds.Problem("at_least", $"'{trait.Name}' is counted in whole numbers");
        bounds.RefuseOthers();
        return new Between(trait.Name, least, most, days);
    }

    private static decimal? Bound(YamlMap map, string key)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1_000_000_000_000 && number == Math.Round(number, 2))
        {
            return number;
        }

        map.Problem(key, $"'{key}' must be a number with at most two places");
        return null;
    }

    private static Rule? Tags(YamlMap map, string name)
    {
        if (map.IsText(name) || map.IsList(name))
            return Tagged(map, name, all: false);
        if (map.Map(name, required: true) is not { } tags)
            return null;
        var kind = TagKeys.Where(tags.Has).ToList();
        if (kind.Count != 1)
            tags.Problem("any", $"'{name}' needs a list of tags, or one of any, all and category");
        tags.RefuseOthers();
        return kind switch
        {
            ["category"] => tags.Text("category") is { } category ? new TaggedIn(category) : null,
            [var key] => Tagged(tags, key, key == "all"),
            _ => null,
        };
    }

    private static Tagged Tagged(YamlMap map, string key, bool all)
    {
        var tags = map.List(key);
        if (tags.Count == 0)
            map.Problem(key, "a list of tags is missing");
        return new Tagged(tags, all);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,59}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
