using System.Globalization;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>A rule as somebody writes it, and who fulfils it, told in plain C# over raw rows.</summary>
internal sealed record WrittenRule(string Yaml, Func<Person, bool> Holds);

/// <summary>
/// Rules of segments and the tiers of customers once more, sharing nothing with the compiler or its SQL: one loop over the
/// rows of a customer for each question, and over all buyers for each score.
/// </summary>
internal sealed class SegmentOracle
{
    private readonly Company _company;
    private readonly DateOnly _asOf;
    private readonly List<Person> _known;

    public SegmentOracle(Company company, DateOnly asOf)
    {
        _company = company;
        _asOf = asOf;
        // Who stands in an audience or on a list alone is no customer that facts know of.
        var audienceAlone = company with { Tasks = [], Listed = [] };
        var ids = audienceAlone.EveryCustomer.ToHashSet();
        _known = [.. company.EveryCustomer.Where(ids.Contains).Select(id => new Person(company, id))];
    }

    public IReadOnlyList<Person> Known => _known;

    public bool IsKnown(Person person) => _known.Exists(known => known.Id == person.Id);

    public string TierOf(Person person)
    {
        if (!IsKnown(person) || Occasions(person).Count == 0)
            return "none";
        var buyers = _known.Where(other => Occasions(other).Count > 0).ToList();
        int Score(Func<Person, decimal> worth) => 1 + (5 * buyers.Count(other => worth(other) < worth(person)) / buyers.Count);
        var recent = Score(other => Occasions(other)[^1].DayNumber) >= 4;
        var often = Score(other => Occasions(other).Count) >= 4;
        var much = Score(other => Spent(other, days: null)) >= 4;
        return (recent, often, much) switch
        {
            (true, true, true) => "champion",
            (true, false, true) => "promising",
            (false, true, true) => "slipping",
            (false, false, true) => "lost_big",
            (true, true, false) => "regular",
            (true, false, false) => "recent",
            (false, true, false) => "fading",
            (false, false, false) => "dormant",
        };
    }

    public IReadOnlyList<string> TagsOf(Person person, string category)
    {
        var values = IsKnown(person) ? (person.Row?.Tags ?? []).Where(tag => tag.StartsWith(category + ":", StringComparison.Ordinal)).Select(tag => tag[(category.Length + 1)..]).Where(value => value.Length > 0).Distinct().ToList() : [];
        return values.Count == 0 ? ["none"] : values;
    }

    /// <summary>A rule made by chance, so and so deep.</summary>
    public WrittenRule Rule(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
            return Leaf(random);
        if (random.Next(3) == 0)
        {
            var inner = Rule(random, depth - 1);
            return new WrittenRule($"{{ not: {inner.Yaml} }}", person => !inner.Holds(person));
        }

        var rules = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Rule(random, depth - 1)).ToList();
        var list = string.Join(", ", rules.Select(rule => rule.Yaml));
        return random.Next(2) == 0
            ? new WrittenRule($"{{ all: [{list}] }}", person => rules.TrueForAll(rule => rule.Holds(person)))
            : new WrittenRule($"{{ any: [{list}] }}", person => rules.Exists(rule => rule.Holds(person)));
    }

    private WrittenRule Leaf(Random random)
    {
        var days = random.Next(1, 120);
        var few = random.Next(0, 3);
        return random.Next(23) switch
        {
            0 => new("{ channel: [douyin, unknown] }", p => p.Channel is "douyin" or "unknown"),
            1 => new("{ city: [上海] }", p => p.Row?.City == "上海"),
            2 => new("{ city: unknown }", p => p.Row is null || p.Row.City.Length == 0),
            3 => new("{ gender: [female, unknown] }", p => p.Row?.Gender != "男"),
            4 => new($"{{ age: {{ at_least: {few + 15}, at_most: 40 }} }}", p => Age(p) is { } age && age >= few + 15 && age <= 40),
            5 => new($"{{ age: {{ at_most: {few + 15} }} }}", p => Age(p) is { } age && age <= few + 15),
            6 => Birthdays(Edge(random, DaysToBirthday, 0, 365)),
            7 => new("{ tags: [vip, 羊毛党] }", p => p.Row is { } row && (row.Tags.Contains("vip") || row.Tags.Contains("羊毛党"))),
            8 => new("{ tags: { all: [vip, 'skin:oily'] } }", p => p.Row is { } row && row.Tags.Contains("vip") && row.Tags.Contains("skin:oily")),
            9 => new("{ tags: { category: skin } }", p => TagsOf(p, "skin") is not ["none"]),
            10 => new($"{{ member: {(few == 0 ? "true" : "false")} }}", p => (p.MemberFrom < _asOf) == (few == 0)),
            11 => Joined(Edge(random, p => Ago(p.JoinedDay), 1, 3000)),
            12 => new($"{{ first_purchase: {{ more_than: {days} }} }}", p => Occasions(p) is [var first, ..] && Ago(first) > days),
            13 => LastPurchase(Edge(random, p => Occasions(p) is [.., var last] ? Ago(last) : null, 1, 3000)),
            14 => new($"{{ purchases: {{ at_least: {few} }} }}", p => Occasions(p).Count >= few),
            15 => new($"{{ purchases: {{ at_most: {few}, within: {days} }} }}", p => Occasions(p).Count(day => Ago(day) <= days) <= few),
            16 => new($"{{ spent: {{ at_least: {few * 10}.25, within: {days} }} }}", p => Spent(p, days) >= (few * 10) + 0.25m),
            17 => new($"{{ spent: {{ at_most: {few * 10}.25 }} }}", p => Spent(p, days: null) <= (few * 10) + 0.25m),
            18 => new($"{{ active_days: {{ at_least: {few + 1}, within: {days} }} }}", p => p.ActiveDays(new(_asOf.AddDays(-days), _asOf)) >= few + 1),
            19 => new($"{{ active: {{ more_than: {days} }} }}", p => LastActive(p) is { } last && Ago(last) > days),
            20 => new($"{{ missed_appointment: {{ within: {days} }} }}", p => LastMissed(p) is { } missed && Ago(missed) <= days),
            21 => Which(random, few),
            _ => new($"{{ tier: [champion, recent, none] }}", p => TierOf(p) is "champion" or "recent" or "none"),
        };
    }

    private WrittenRule Birthdays(int days) => new($"{{ birthday: {{ within: {days} }} }}", p => DaysToBirthday(p) is { } ahead && ahead <= days);

    private WrittenRule Joined(int days) => new($"{{ joined: {{ within: {days} }} }}", p => Ago(p.JoinedDay) is { } ago && ago >= 1 && ago <= days);

    private WrittenRule LastPurchase(int days) => new($"{{ last_purchase: {{ within: {days} }} }}", p => Occasions(p) is [.., var last] && Ago(last) <= days);

    // Mistakes show at the edge: the number of days of somebody there, or the one below it.
    private int Edge(Random random, Func<Person, int?> days, int least, int most)
    {
        var known = _known.Select(days).OfType<int>().ToList();
        return Math.Clamp(known.Count == 0 ? least : known[random.Next(known.Count)] - random.Next(2), least, most);
    }

    private WrittenRule Which(Random random, int few) => random.Next(8) switch
    {
        0 => new("{ in_pool: true }", p => p.InPoolAtEndOf(_asOf.AddDays(-1))),
        1 => new("{ in_group: true }", p => p.IsInAGroupAtEndOf(_asOf.AddDays(-1))),
        2 => new("{ in_group: [vip] }", p => p.Stays.Any(stay => stay.Group == "G1" && Held(Person.Day(stay.From), stay.To is { } to ? Person.Day(to) : null))),
        3 => new("{ has_phone: false }", p => !p.PhoneValid),
        4 => new("{ referred: true }", p => p.IsReferred),
        5 => new("{ referrer: ['t:c0', 't:c1'] }", p => p.Row?.Referrer is "t:c0" or "t:c1"),
        6 => new($"{{ referrals: {{ at_least: {few + 1} }} }}", p => _known.Count(other => other.IsReferred && other.Row!.Referrer == p.Id && other.JoinedDay < _asOf) >= few + 1),
        _ => new("{ list: [vips] }", p => _company.Listed.Any(row =>
            row.List == "vips" && row.Customer == p.Id && Held(row.From is { } from ? Person.Day(from) : DateOnly.MinValue, row.To is { } to ? Person.Day(to) : null))),
    };

    // So at the end of the last day one knows of.
    private bool Held(DateOnly from, DateOnly? to) => from <= _asOf.AddDays(-1) && (to is null || to > _asOf.AddDays(-1));

    private List<DateOnly> Occasions(Person person) => person.Occasions(_asOf);

    private int? Ago(DateOnly? day) => day is { } known ? _asOf.DayNumber - known.DayNumber : null;

    private decimal Spent(Person person, int? days) => person.Money(new(days is { } last ? _asOf.AddDays(-last) : DateOnly.MinValue, _asOf));

    private DateOnly? LastActive(Person person)
    {
        for (var day = _asOf.AddDays(-1); day > DateOnly.FromDateTime(RandomCompany.Start).AddDays(-5); day = day.AddDays(-1))
        {
            if (person.ActiveOn(day))
                return day;
        }

        return null;
    }

    private DateOnly? LastMissed(Person person)
    {
        var visited = person.DaysOf("appointment_visited").Where(day => day < _asOf).ToList();
        return person.DaysOf("appointment_booked").Where(day => day < _asOf && !visited.Exists(visit => visit >= day)).Select(day => (DateOnly?)day).Max();
    }

    private DateOnly? Birthday(Person person) =>
        DateOnly.TryParse(person.Row?.Birthday, CultureInfo.InvariantCulture, out var birthday) && birthday.Year >= 1900 && birthday <= _asOf ? birthday : null;

    private static bool IsBirthday(DateOnly born, DateOnly day) =>
        (day.Month == born.Month && day.Day == born.Day) || (born is { Month: 2, Day: 29 } && day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year));

    private int? DaysToBirthday(Person person) =>
        Birthday(person) is { } born ? Enumerable.Range(0, 367).First(days => IsBirthday(born, _asOf.AddDays(days))) : null;

    private int? Age(Person person)
    {
        if (Birthday(person) is not { } born)
            return null;
        var age = 0;
        for (var day = born.AddDays(1); day <= _asOf; day = day.AddDays(1))
            age += IsBirthday(born, day) ? 1 : 0;
        return age;
    }
}
