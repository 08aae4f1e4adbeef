using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>
/// Turns a question for a cohort table into SELECTs over the members of its cohorts, one row per customer: the table,
/// the customers behind a cell, and how long each was followed. All three ask the same of the same rows. A customer
/// of whom some of the days that an age asks about lie before the first day of the data (<c>since</c>) is in no part of its cell.
/// </summary>
public static class CohortCompiler
{
    /// <summary>
    /// Rows: <c>period</c> (the cohort), the dimension if there is one, <c>age</c> (the place of the age in the question),
    /// numerator, denominator, immature, untold where the data have a beginning, last_mature_on; <c>pooled</c> is 0 for a cohort, and has a bit for each key that is pooled over.
    /// </summary>
    public static CompiledQuery Table(CohortMeasure measure, CohortRequest request, AccessScope scope, Horizon horizon, DateOnly? since)
    {
        var rows = new CellRows(measure.Members, request.Members, scope, horizon);
        var inner = rows.Select(request.Members.By, Columns(measure));
        List<string> keys = ["period", .. request.Members.By.Select(CustomerDimensions.Column)];
        List<string> columns =
        [
            .. keys, "age",
            "countIf(mature AND counted) AS numerator", "countIf(mature) AS denominator", $"countIf({Waits(since)}) AS immature",
            .. since is null ? (string[])[] : ["countIf(NOT told) AS untold"],
            "max(mature_on) AS last_mature_on", Pooled(keys),
        ];
        var sql = $"{Names(measure, request, since)}\nSELECT\n  {string.Join(",\n  ", columns)}\n{From(inner)}\n{AgesJoin(measure, request)}{Grouped(keys)}";
        return new CompiledQuery(sql, Parameters(rows, measure, request, request.Ages, horizon, since));
    }

    /// <summary>
    /// For Kaplan and Meier: <c>period</c>, the dimension if there is one, <c>days</c> followed, <c>events</c> (it happened
    /// then) and <c>censored</c> (not so far), <c>pooled</c> as in the table. Who has not been followed at all, or not from the first day on, is in none.
    /// </summary>
    public static CompiledQuery Survival(CohortMeasure measure, EarlyReading early, CohortRequest request, AccessScope scope, Horizon horizon, DateOnly? since)
    {
        var rows = new CellRows(measure.Members, request.Members, scope, horizon);
        var inner = rows.Select(request.Members.By, [new FactsColumn("cohort_day", "cohort_day"), new FactsColumn("event_day", early.Day)]);
        List<string> keys = ["period", .. request.Members.By.Select(CustomerDimensions.Column)];
        List<string> columns = [.. keys, "days", "countIf(happened) AS events", "countIf(NOT happened) AS censored", Pooled(keys)];
        var settled = measure.SettleDays > 0 ? $"{{completeThrough:Date}} - {measure.SettleDays}" : "{completeThrough:Date}";
        var sql =
            $$"""
            WITH
              least({{settled}} - cohort_day, {horizonDays:Int32}) AS followed,
              ifNull(event_day - cohort_day <= followed, false) AS happened,
              if(happened, event_day - cohort_day, followed) AS days
            SELECT
              {{string.Join(",\n  ", columns)}}
            {{From(inner)}}
            WHERE followed >= 0{{(since is null ? "" : " AND cohort_day >= {since:Date}")}}{{Grouped(keys, "days")}}
            """;
        var days = new AgeDays(measure.Kind, request);
        return new CompiledQuery(sql, With(WithSince(rows.Parameters, since), ("completeThrough", horizon.CompleteThrough), ("horizonDays", request.Ages.Max(days.Closes))));
    }

    /// <summary>The days after the cohort day at which the estimate is read; null where ages are no such days.</summary>
    public static int? EarlyDay(CohortMeasure measure, CohortRequest request, CohortAge age) =>
        measure.Early is not null && request is { Mode: AgeMode.Rolling, Criterion: AgeCriterion.On } ? new AgeDays(measure.Kind, request).Closes(age) : null;

    /// <summary>True when the facts can tell everything that the age asks of any member.</summary>
    public static bool CanTell(CohortMeasure measure, CohortRequest request, CohortAge age) =>
        measure.ReachDays is not { } reach || new AgeDays(measure.Kind, request).Furthest(age, request.Members.Range) <= reach;

    /// <summary>One page of the customers behind a cell: customer_id, customer, employee, channel, then the shown columns as text.</summary>
    public static CompiledQuery Customers(CohortMeasure measure, CohortDrillRequest drill, AccessScope scope, Horizon horizon, DateOnly? since)
    {
        var show = measure.Members.Show;
        List<FactsColumn> more =
        [
            new("customer", "customer"),
            .. show.Select(column => new FactsColumn(DrillCompiler.Shown(column), $"toString({column.Expression})")),
        ];
        List<string> names = ["customer_id", "customer", "employee", "channel", .. show.Select(DrillCompiler.Shown)];
        var (sql, parameters) = Cell(measure, drill, scope, horizon, since, [Dimensions.Employee, Dimensions.Channel], more, string.Join(",\n  ", names));
        return new CompiledQuery(
            $"{sql}\nORDER BY cohort_day, customer_id\nLIMIT {{limit:UInt32}} OFFSET {{offset:UInt32}}",
            With(parameters, ("limit", drill.Limit), ("offset", drill.Offset)));
    }

    /// <summary>One row: how many customers stand behind a cell.</summary>
    public static CompiledQuery Count(CohortMeasure measure, CohortDrillRequest drill, AccessScope scope, Horizon horizon, DateOnly? since)
    {
        var (sql, parameters) = Cell(measure, drill, scope, horizon, since, [], [], "count() AS rows");
        return new CompiledQuery(sql, parameters);
    }

    private static (string Sql, IReadOnlyDictionary<string, object?> Parameters) Cell(
        CohortMeasure measure, CohortDrillRequest drill, AccessScope scope, Horizon horizon, DateOnly? since,
        IReadOnlyList<string> dimensions, IReadOnlyList<FactsColumn> more, string columns)
    {
        var question = drill.Question;
        var members = DrillCompiler.Narrow(new DrillRequest(question.Members, drill.CohortStart, drill.Place, drill.Part));
        var rows = new CellRows(measure.Members, members, scope, horizon);
        var inner = rows.Select(dimensions, [.. Columns(measure), .. more.Where(column => !measure.Reads.Contains(column.Name))], drill.Part == CellPart.Excluded);
        var sql = drill.Part == CellPart.Excluded
            ? $"SELECT\n  {columns}\n{From(inner)}"
            : $"{Names(measure, question, since)}\nSELECT\n  {columns}\n{From(inner)}\n{AgesJoin(measure, question)}\nWHERE {Where(drill.Part, since)}";
        return (sql, Parameters(rows, measure, question, [drill.Age], horizon, since));
    }

    private static string Where(CellPart part, DateOnly? since) => part switch
    {
        CellPart.Numerator => "mature AND counted",
        CellPart.Denominator => "mature",
        CellPart.Immature => Waits(since),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, message: null),
    };

    private static string Waits(DateOnly? since) => since is null ? "NOT mature" : "told AND NOT mature";

    private static List<FactsColumn> Columns(CohortMeasure measure) =>
        [new("cohort_day", "cohort_day"), .. measure.Reads.Select(name => new FactsColumn(name, name))];

    private static string Names(CohortMeasure measure, CohortRequest request, DateOnly? since)
    {
        var days = new AgeDays(measure.Kind, request);
        var until = request.Criterion != AgeCriterion.OnOrAfter ? "closes_day"
            : measure.ReachDays is { } reach ? $"least({{completeThrough:Date}}, cohort_day + {reach})"
            : "{completeThrough:Date}";
        List<(string Name, string Expression)> names =
        [
            ("closes_day", days.ClosesDay),
            ("opens_day", days.OpensDay),
            ("until_day", until),
            ("mature_on", measure.SettleDays > 0 ? $"closes_day + {measure.SettleDays}" : "closes_day"),
            // What happens once is looked for from the cohort day on, also where a bracket opens later: whether it is the first is not known else.
            .. since is null ? ((string, string)[])[] : [("told", measure.Kind == CohortKind.Cumulative ? "cohort_day >= {since:Date}" : "opens_day >= {since:Date}")],
            ("mature", since is null ? "mature_on <= {completeThrough:Date}" : "told AND mature_on <= {completeThrough:Date}"),
            ("counted", measure.Members.Body),
        ];
        return "WITH\n  " + string.Join(",\n  ", names.Select(name => $"{name.Expression} AS {name.Name}"));
    }

    private static string AgesJoin(CohortMeasure measure, CohortRequest request)
    {
        var opens = new AgeDays(measure.Kind, request).HasOpening ? ", {opens:Array(Int32)} AS opens" : "";
        return $"ARRAY JOIN {{ages:Array(UInt16)}} AS age{opens}, {{closes:Array(Int32)}} AS closes";
    }

    private static string From(string inner) => $"FROM (\n  {inner.Replace("\n", "\n  ", StringComparison.Ordinal)}\n)";

    private static string Pooled(List<string> keys) => $"grouping({string.Join(", ", keys)}) AS pooled";

    // A cohort in its place, every cohort of a place together, and all of it.
    private static string Grouped(List<string> keys, string age = "age")
    {
        List<string> sets = [$"({string.Join(", ", keys)}, {age})"];
        if (keys.Count > 1)
            sets.Add($"({string.Join(", ", keys.Skip(1))}, {age})");
        sets.Add($"({age})");
        return $"\nGROUP BY GROUPING SETS ({string.Join(", ", sets)})\nORDER BY pooled, {string.Join(", ", keys)}, {age}";
    }

    private static Dictionary<string, object?> Parameters(
        CellRows rows, CohortMeasure measure, CohortRequest request, IReadOnlyList<CohortAge> ages, Horizon horizon, DateOnly? since)
    {
        var days = new AgeDays(measure.Kind, request);
        var parameters = With(
            WithSince(rows.Parameters, since),
            ("completeThrough", horizon.CompleteThrough),
            ("ages", ages.Select(age => (ushort)PlaceOf(request, age)).ToArray()),
            ("closes", ages.Select(days.Closes).ToArray()));
        if (days.HasOpening)
            parameters["opens"] = ages.Select(days.Opens).ToArray();
        return parameters;
    }

    private static IReadOnlyDictionary<string, object?> WithSince(IReadOnlyDictionary<string, object?> parameters, DateOnly? since) =>
        since is null ? parameters : With(parameters, ("since", since));

    private static int PlaceOf(CohortRequest request, CohortAge age) => request.Ages.TakeWhile(other => other != age).Count();

    private static Dictionary<string, object?> With(IReadOnlyDictionary<string, object?> parameters, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var all = new Dictionary<string, object?>(parameters, StringComparer.Ordinal);
        foreach (var (name, value) in more)
            all[name] = value;
        return all;
    }
}
