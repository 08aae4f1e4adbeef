using System.Globalization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Explain;

/// <summary>
/// Reads “why did it move” from its parameters: from, to, vs, vsFrom, vsTo, by, filter, owner, org, asOf. As with any other
/// question nothing is ignored, and all that is wrong is told at once.
/// </summary>
public sealed class ExplainRequestReader
{
    private static readonly string[] Shared = ["from", "to", "by", "filter", "owner", "org", "asOf"];
    private static readonly string[] Own = ["vs", "vsFrom", "vsTo"];

    private readonly ILookup<string, string> _parameters;
    private readonly List<QuestionProblem> _problems = [];

    private ExplainRequestReader(IEnumerable<KeyValuePair<string, string>> parameters) =>
        _parameters = parameters.Where(pair => pair.Value.Length > 0).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>
    /// <paramref name="dayAfterData"/>: the first business day the data do not cover. <paramref name="latest"/>: the period
    /// to explain when none is named, given the day one asks from.
    /// </summary>
    public static (ExplainRequest? Request, IReadOnlyList<QuestionProblem> Problems) Read(
        MetricCatalog catalog,
        string metric,
        IEnumerable<KeyValuePair<string, string>> parameters,
        DateOnly dayAfterData,
        Func<Metric, DateOnly, DateRange> latest)
    {
        var reader = new ExplainRequestReader(parameters);
        var request = reader.Read(catalog, metric, dayAfterData, latest);
        return reader._problems.Count > 0 ? (null, reader._problems) : (request, []);
    }

    private ExplainRequest? Read(MetricCatalog catalog, string name, DateOnly dayAfterData, Func<Metric, DateOnly, DateRange> latest)
    {
        string[] known = [.. Shared, .. Own];
        foreach (var unknown in _parameters.Select(group => group.Key).Where(key => !known.Contains(key)))
            Refuse("unknown_parameter", Nearest.Unknown("parameter", unknown, known));
        var shared = Shared.SelectMany(key => _parameters[key].Select(value => KeyValuePair.Create(key, value)));
        var (question, found) = MetricRequestReader.Read(catalog, name, shared.Append(KeyValuePair.Create("grain", "all")), dayAfterData);
        _problems.AddRange(found);
        if (_parameters["from"].Any() != _parameters["to"].Any())
            Refuse("incomplete_range", "'from' and 'to' go together; without both the latest month that can be judged is explained");
        if (question is { By.Count: > 1 })
            Refuse("one_dimension", "a move is taken apart by one dimension at a time; without 'by' the answer holds one after the other, the most telling first");
        if (question?.By.Any(name => CustomerDimensions.CategoryOf(name) is not null) == true)
            Refuse("dimension_not_offered", "a move cannot be taken apart by tags, because a customer has several and her part would count several times; it can be narrowed by them");
        var comparison = Comparison();
        if (question is null || catalog.Find(name) is not { } metric)
            return null;

        var seenFrom = question.AsOf is { } asOf && asOf < dayAfterData ? asOf : dayAfterData;
        var range = _parameters["from"].Any() ? question.Range : latest(metric, seenFrom);
        var versus = comparison(range);
        if (versus.IsEmpty)
            Refuse("empty_range", $"'vsFrom' ({versus.From:yyyy-MM-dd}) must be before 'vsTo' ({versus.To:yyyy-MM-dd}), which is not part of the range itself");
        else if (versus.From >= range.From || versus.To > range.To)
            Refuse("not_earlier", "what a period is compared with must begin before it and end no later");
        return new ExplainRequest(
            name, range, versus, question.By.Count > 0 ? question.By : metric.TellingDimensions, question.Filters, question.Owner, question.AsOf, question.Org);
    }

    private Func<DateRange, DateRange> Comparison()
    {
        var (from, to) = (Date("vsFrom"), Date("vsTo"));
        var named = One("vs");
        if (from is null != to is null)
            Refuse("incomplete_range", "'vsFrom' and 'vsTo' go together");
        if (from is not null && named is not null)
            Refuse("two_comparisons", "give either 'vs' or 'vsFrom' and 'vsTo'");
        if (named is not (null or "previous" or "year"))
            Refuse("unknown_comparison", Nearest.Unknown("comparison", named, ["previous", "year", "target"]));
        if (from is { } first && to is { } end)
            return _ => new DateRange(first, end);
        return named == "year" ? NearbyPeriods.YearBefore : NearbyPeriods.Previous;
    }

    private DateOnly? Date(string name)
    {
        if (One(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Refuse("bad_date", $"{name} '{text}' must be a date like 2026-11-01");
        return null;
    }

    private string? One(string name)
    {
        var values = _parameters[name].ToList();
        if (values.Count > 1)
            Refuse("repeated_parameter", $"'{name}' is given {values.Count} times; once is enough");
        return values.FirstOrDefault();
    }

    private void Refuse(string code, string message) => _problems.Add(new QuestionProblem(code, message));
}
