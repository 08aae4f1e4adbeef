using System.Globalization;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Reads a question from its parameters, as they come from a URL or a command line. Nothing is ignored: every
/// unknown name and every value that cannot be read is a problem, all of them told at once.
/// </summary>
public sealed class MetricRequestReader
{
    private static readonly string[] QuestionParameters =
        ["from", "to", "grain", "by", "filter", "owner", "org", "asOf", "compare", "limit", "order"];

    private readonly MetricCatalog _catalog;
    private readonly ILookup<string, string> _parameters;
    private readonly List<QuestionProblem> _problems = [];

    private MetricRequestReader(MetricCatalog catalog, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        _catalog = catalog;
        _parameters = parameters.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>
    /// <paramref name="dayAfterData"/>: the first business day the data do not cover, from which missing dates are filled in.
    /// <paramref name="alsoKnown"/>: parameters that the caller reads by itself.
    /// </summary>
    public static (MetricRequest? Request, IReadOnlyList<QuestionProblem> Problems) Read(
        MetricCatalog catalog,
        string metric,
        IEnumerable<KeyValuePair<string, string>> parameters,
        DateOnly dayAfterData,
        params IReadOnlyCollection<string> alsoKnown)
    {
        var reader = new MetricRequestReader(catalog, parameters);
        var request = reader.Read(metric, dayAfterData, alsoKnown);
        return reader._problems.Count > 0 ? (null, reader._problems) : (request, []);
    }

    /// <summary>Why a metric cannot be asked about segments, tiers and tags.</summary>
    public static QuestionProblem NotOfCustomers(Metric metric) =>
        new("dimension_not_offered", $"{metric.Name} holds costs, which belong to no customer, so that no segment, tier or tag can split or narrow it");

    private MetricRequest? Read(string name, DateOnly dayAfterData, IReadOnlyCollection<string> alsoKnown)
    {
        foreach (var unknown in _parameters.Select(group => group.Key).Where(key => !QuestionParameters.Contains(key) && !alsoKnown.Contains(key)))
            Refuse("unknown_parameter", Nearest.Unknown("parameter", unknown, QuestionParameters.Concat(alsoKnown)));
        var metric = _catalog.Find(name);
        if (metric is null)
            Refuse("unknown_metric", Nearest.Unknown("metric", name, _catalog.Names));

        var grain = Grain();
        var asOf = Date("asOf");
        var end = asOf is { } day && day < dayAfterData ? day : dayAfterData;
        var to = Date("to") ?? end;
        var from = Date("from") ?? DefaultFrom(to, grain);
        if (from >= to)
            Refuse("empty_range", $"'from' ({from:yyyy-MM-dd}) must be before 'to' ({to:yyyy-MM-dd}), which is not part of the range itself");
        else if (grain == Time.Grain.Day && new DateRange(from, to).Days > 1100)
            Refuse("range_too_long", "more than three years by day; choose a coarser grain or a shorter range");

        return new MetricRequest(
            name, new DateRange(from, to), grain, By(metric), Filters(metric), Owner(metric), asOf, Compare(), Limit(), Order(), Org: Org());
    }

    private static DateOnly DefaultFrom(DateOnly to, Grain grain)
    {
        var last = to.AddDays(-1);
        return grain switch
        {
            Time.Grain.Day => to.AddDays(-30),
            Time.Grain.Week => Periods.Add(Periods.StartOf(last, grain), grain, -12),
            Time.Grain.Month or Time.Grain.All => Periods.Add(Periods.StartOf(last, Time.Grain.Month), Time.Grain.Month, -11),
            Time.Grain.Quarter => Periods.Add(Periods.StartOf(last, grain), grain, -3),
            Time.Grain.Year => Periods.Add(Periods.StartOf(last, grain), grain, -2),
            _ => throw new ArgumentOutOfRangeException(nameof(grain), grain, message: null),
        };
    }

    private Grain Grain() => One("grain") switch
    {
        null or "month" => Time.Grain.Month,
        "day" => Time.Grain.Day,
        "week" => Time.Grain.Week,
        "quarter" => Time.Grain.Quarter,
        "year" => Time.Grain.Year,
        "all" => Time.Grain.All,
        var other => Refuse("unknown_grain", Nearest.Unknown("grain", other, ["day", "week", "month", "quarter", "year", "all"]), Time.Grain.Month),
    };

    private IReadOnlyList<string> By(Metric? metric)
    {
        var names = _parameters["by"].SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToList();
        names.ForEach(name => CheckDimension(name, metric));
        if (names.Count(name => CustomerDimensions.CategoryOf(name) is not null) > 1)
            Refuse("one_tag_category", "an answer is split by one category of tags at most: a customer can stand in several slices of each");
        return names;
    }

    private Dictionary<string, IReadOnlyList<string>> Filters(Metric? metric)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var text in _parameters["filter"])
        {
            if (CustomerDimensions.Split(text) is not var (dimension, value))
            {
                Refuse("bad_filter", $"filter '{text}' must be written dimension:value, segment:NAME or tag:CATEGORY:VALUE");
                continue;
            }

            CheckDimension(dimension, metric);
            if (CustomerDimensions.SegmentOf(dimension) is not null && value is not (CustomerDimensions.In or CustomerDimensions.Out))
                Refuse("bad_filter", $"filter '{text}': a customer is 'in' or 'out' of a segment");
            else if (dimension == CustomerDimensions.Tier && !Tiers.All.Contains(value))
                Refuse("bad_filter", Nearest.Unknown("tier", value, Tiers.All));
            filters[dimension] = [.. filters.GetValueOrDefault(dimension) ?? [], value];
        }

        return filters;
    }

    private void CheckDimension(string name, Metric? metric)
    {
        string[] known = [.. Dimensions.All, .. Dimensions.Further];
        if (CustomerDimensions.Is(name))
        {
            if (metric is { Facts.AreOfCustomers: false })
                _problems.Add(NotOfCustomers(metric));
        }
        else if (!known.Contains(name))
            Refuse("unknown_dimension", Nearest.Unknown("dimension", name, [.. metric?.Dimensions ?? known, CustomerDimensions.Tier, "segment:NAME", "tag:CATEGORY"]));
        else if (metric is not null && !metric.Dimensions.Contains(name))
            Refuse("dimension_not_offered", $"{metric.Name} can be split by {string.Join(", ", metric.Dimensions)}");
    }

    private Owner? Owner(Metric? metric)
    {
        if (One("owner") is not { } name)
            return null;
        if (OwnerNames.Parse(name) is not { } owner)
        {
            Refuse("unknown_owner", Nearest.Unknown("owner", name, OwnerNames.All.Select(pair => pair.Name)));
            return null;
        }

        if (metric is not null && !metric.Owners.Contains(owner))
            Refuse("owner_not_offered", $"{metric.Name} can be owned by {string.Join(", ", metric.Owners.Select(OwnerNames.Name))}");
        return owner;
    }

    private Organisation Org()
    {
        if (One("org") is not { } name)
            return Organisation.Then;
        return OrganisationNames.Parse(name)
            ?? Refuse("unknown_org", Nearest.Unknown("org", name, OrganisationNames.All.Select(pair => pair.Name)), Organisation.Then);
    }

    private Comparison? Compare() => One("compare") switch
    {
        null => null,
        "previous" => Comparison.Previous,
        "year" => Comparison.Year,
        var other => Refuse<Comparison?>("unknown_comparison", Nearest.Unknown("comparison", other, ["previous", "year"]), null),
    };

    private int? Limit()
    {
        if (One("limit") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            return limit;
        return Refuse<int?>("bad_limit", $"limit '{text}' must be a whole number above zero", null);
    }

    private string? Order()
    {
        string[] known = ["period", "value", "denominator", .. Dimensions.All, .. Dimensions.Further];
        var order = One("order");
        if (order is not null && !known.Contains(order.TrimStart('-')) && !CustomerDimensions.Is(order.TrimStart('-')))
            Refuse("unknown_order", Nearest.Unknown("order", order, known) + " (a leading - turns it round)");
        return order;
    }

    private DateOnly? Date(string name)
    {
        if (One(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1971 and < 2149)
            return date;
        return Refuse<DateOnly?>("bad_date", $"{name} '{text}' must be a date like 2026-11-01", null);
    }

    private string? One(string name)
    {
        var values = _parameters[name].ToList();
        if (values.Count > 1)
            Refuse("repeated_parameter", $"'{name}' is given {values.Count} times; once is enough");
        return values.Count == 0 || values[0].Length == 0 ? null : values[0];
    }

    private void Refuse(string code, string message) => _problems.Add(new QuestionProblem(code, message));

    private T Refuse<T>(string code, string message, T otherwise)
    {
        Refuse(code, message);
        return otherwise;
    }
}
