using System.Globalization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>
/// Reads a question for a cohort table from its parameters. Who and when is read as for any metric; what is told of the
/// ages is read here. Nothing is ignored, and every problem is told at once.
/// </summary>
public sealed class CohortRequestReader
{
    private const int MostAges = 60;
    private const int MostDays = 3660;
    private const int MostCells = 20_000;

    private static readonly string[] Own = ["cohort", "age", "ages", "mode", "criterion", "brackets"];
    private static readonly string[] OfMembers = ["from", "to", "by", "filter", "owner", "org", "asOf"];

    private readonly ILookup<string, string> _parameters;
    private readonly List<QuestionProblem> _problems = [];

    private CohortRequestReader(IEnumerable<KeyValuePair<string, string>> parameters) =>
        _parameters = parameters.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>
    /// <paramref name="dayAfterData"/>: the first business day the data do not cover, from which missing dates are filled in.
    /// <paramref name="alsoKnown"/>: parameters that the caller reads by itself.
    /// </summary>
    public static (CohortRequest? Request, IReadOnlyList<QuestionProblem> Problems) Read(
        CohortCatalog catalog,
        string measure,
        IEnumerable<KeyValuePair<string, string>> parameters,
        DateOnly dayAfterData,
        params IReadOnlyCollection<string> alsoKnown)
    {
        if (catalog.Find(measure) is not { } known)
            return (null, [new QuestionProblem("unknown_measure", Nearest.Unknown("cohort measure", measure, catalog.Names))]);
        var reader = new CohortRequestReader(parameters);
        var request = reader.Read(catalog, known, dayAfterData, alsoKnown);
        return reader._problems.Count > 0 ? (null, reader._problems) : (request, []);
    }

    /// <summary>The age of the question that is named so; null when it has none.</summary>
    public static CohortAge? Cell(CohortRequest request, string name) => request.Ages.FirstOrDefault(age => age.Name == name);

    private CohortRequest? Read(CohortCatalog catalog, CohortMeasure measure, DateOnly dayAfterData, IReadOnlyCollection<string> alsoKnown)
    {
        string[] accepted = [.. Own, .. OfMembers, .. alsoKnown];
        foreach (var unknown in _parameters.Select(group => group.Key).Where(key => !accepted.Contains(key)))
            Refuse("unknown_parameter", Nearest.Unknown("parameter", unknown, accepted));

        var cohort = One("cohort", "grain", CohortNames.Grains, Grain.Month);
        var grain = One("age", "grain", CohortNames.Grains, cohort);
        var mode = One("mode", "mode", CohortNames.Modes, AgeMode.Rolling);
        var criterion = One("criterion", "criterion", CohortNames.Criteria, AgeCriterion.On);
        if (!measure.Criteria.Contains(criterion))
            Refuse("criterion_not_offered", $"{measure.Name} can be asked {string.Join(", ", measure.Criteria.Select(CohortNames.NameOf))}");
        var ages = Ages(grain, criterion);
        var members = Members(catalog, measure, cohort, dayAfterData);
        if (members is null)
            return null;
        if (members.By.Count > 1)
            Refuse("too_many_dimensions", "a cohort table is split by one dimension at most");
        if (members.By.Any(name => CustomerDimensions.CategoryOf(name) is not null))
            Refuse("dimension_not_offered", "a cohort table cannot be split by tags, because a customer has several; it can be narrowed by them");
        var cells = Periods.Covering(members.Range, cohort).Count * ages.Count;
        if (cells > MostCells)
            Refuse("too_many_cells", $"that is {cells} cells, more than {MostCells}; choose coarser cohorts, fewer ages or a shorter range");
        return new CohortRequest(members, grain, ages, mode, criterion);
    }

    private MetricRequest? Members(CohortCatalog catalog, CohortMeasure measure, Grain cohort, DateOnly dayAfterData)
    {
        var given = OfMembers.SelectMany(name => _parameters[name].Select(value => KeyValuePair.Create(name, value)))
            .Append(KeyValuePair.Create("grain", CohortNames.NameOf(cohort)));
        var (members, problems) = MetricRequestReader.Read(catalog.Members, measure.Name, given, dayAfterData);
        _problems.AddRange(problems);
        return members;
    }

    private List<CohortAge> Ages(Grain grain, AgeCriterion criterion)
    {
        var most = Math.Min(MostAges, MostDays / CohortAge.DaysIn(grain));
        if (criterion != AgeCriterion.Bracket)
        {
            if (One("brackets") is not null)
                Refuse("brackets_not_used", "'brackets' goes with criterion=bracket");
            var count = Whole("ages", DefaultAges(grain));
            if (count < 1 || count > most)
                Refuse("bad_ages", $"'ages' must be a whole number from 1 to {most}");
            return [.. Enumerable.Range(0, Math.Clamp(count, 1, most) + 1).Select(age => new CohortAge(age, age))];
        }

        if (One("ages") is not null)
            Refuse("ages_not_used", "with criterion=bracket the ages are told by 'brackets'");
        return Brackets(MostDays / CohortAge.DaysIn(grain));
    }

    private List<CohortAge> Brackets(int most)
    {
        if (One("brackets") is not { } text)
        {
            Refuse("missing_brackets", "criterion=bracket needs 'brackets', such as 0,1-7,8-30");
            return [];
        }

        var brackets = new List<CohortAge>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Bracket(part) is { } bracket && bracket.Last <= most && (brackets.Count == 0 || (bracket.Last >= brackets[^1].Last && bracket != brackets[^1])))
                brackets.Add(bracket);
            else
                Refuse("bad_bracket", $"bracket '{part}' must be an age such as 3 or two such as 1-7, must not end before the one before it does, nor beyond {most}");
        }

        if (brackets.Count > MostAges)
            Refuse("bad_bracket", $"more than {MostAges} brackets");
        return brackets;
    }

    // 3 or 1-7; null when it is neither.
    private static CohortAge? Bracket(string text)
    {
        var ends = text.Split('-');
        if (ends.Length > 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) || last < first)
        {
            return null;
        }

        return new CohortAge(first, last);
    }

    private static int DefaultAges(Grain grain) => grain switch
    {
        Grain.Day => 14,
        Grain.Week or Grain.Month => 12,
        _ => 4,
    };

    private T One<T>(string name, string what, IReadOnlyList<(T Value, string Name)> known, T otherwise)
        where T : struct
    {
        if (One(name) is not { } text)
            return otherwise;
        foreach (var (value, word) in known)
        {
            if (word == text)
                return value;
        }

        Refuse("unknown_" + what, $"{name}: " + Nearest.Unknown(what, text, known.Select(pair => pair.Name)));
        return otherwise;
    }

    private int Whole(string name, int otherwise) => One(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private string? One(string name)
    {
        var values = _parameters[name].ToList();
        if (values.Count > 1 && !_problems.Exists(problem => problem.Code == "repeated_parameter"))
            Refuse("repeated_parameter", $"'{name}' is given {values.Count} times; once is enough");
        return values.Count == 0 || values[0].Length == 0 ? null : values[0];
    }

    private void Refuse(string code, string message) => _problems.Add(new QuestionProblem(code, message));
}
