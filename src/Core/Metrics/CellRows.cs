using System.Text;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// The inner SELECT that answers and drill-throughs share: one row for every row of facts that the question
/// is about, with its period, its place in each dimension, and whether it is mature and counted. Because both
/// are written over the same rows, a cell opens to exactly what it counted.
/// </summary>
internal sealed class CellRows(Metric metric, MetricRequest request, AccessScope scope, Horizon horizon)
{
    private static readonly FactsColumn[] OneStock = [new("open_day", "{openDay:Date}"), new(Metric.StockDay, "{stockDay:Date}")];

    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);
    private readonly CellPlaces _places = new(metric, request);
    private readonly StockPeriods _periods = StockPeriods.Of(request, horizon);
    private readonly List<(string When, UsualRows Rows)> _usual =
        [.. (metric.Facts.Usual ?? []).Select(rows => (When: rows.Condition(horizon), Rows: rows)).Where(pair => pair.When is not null).Select(pair => (pair.When!, pair.Rows))];

    // What is true of all rows makes their names shorter for good.
    private readonly IReadOnlyList<FactsColumn> _columns = Shorter(metric.Facts.Columns, (metric.Facts.Usual ?? []).Where(rows => rows.Condition(horizon) is null));

    public IReadOnlyDictionary<string, object?> Parameters => _parameters;

    /// <summary>True when a row of the SELECT stands for as many rows of facts as its <c>weight</c> says.</summary>
    public bool IsWeighed { get; private set; }

    /// <summary>True when the SELECT has a column <c>period</c>; false where there is but one.</summary>
    public bool HasPeriod { get; private set; }

    /// <summary>True when several rows of the SELECT may be of one row of facts, see <see cref="DaysInMonths.OfWhole"/>.</summary>
    public bool HasFirsts { get; private set; }

    /// <summary>
    /// Of such rows, the period of those that are grouped by their column <c>month</c>, and in one group more altogether; null
    /// where they are not to be, or each names its period.
    /// </summary>
    public string? PeriodOfMonths { get; private set; }

    /// <summary>
    /// The SELECT. <paramref name="dimensions"/> and <paramref name="more"/> become columns of it. <paramref name="weigh"/>:
    /// rows that are alike may be one, see <see cref="IsWeighed"/>, and one may be several, see <see cref="HasFirsts"/>.
    /// </summary>
    public string Select(IReadOnlyList<string> dimensions, IReadOnlyList<FactsColumn> more, bool excluded = false, bool weigh = false)
    {
        var days = metric.AmongDays is { } among && !excluded && _periods.AreMany ? new DaysInPeriods(among, request.Grain, _periods.All) : null;
        var places = days?.Places();
        var narrowed = new CellConditions(metric, request, scope, horizon, _places);
        var conditions = narrowed.Of(excluded, areInPeriods: places is not null);
        foreach (var (name, value) in narrowed.Parameters)
            Set(name, value);
        var isOneStock = IsOneStock(dimensions);
        HasPeriod = metric.IsStock ? !isOneStock : request.Grain != Grain.All;
        var columns = new List<FactsColumn>();
        if (HasPeriod)
            columns.Add(new FactsColumn("period", PeriodExpression()));
        columns.AddRange(dimensions.SelectMany(_places.Columns));
        columns.AddRange(Verdict.Of(metric));
        columns.AddRange(more);

        var customers = _places.Customers.Joins();
        foreach (var (name, value) in _places.Parameters)
            Set(name, value);
        var used = string.Join('\n', [Used(columns), .. conditions]);
        var looked = places is not null ? string.Join('\n', places.Select(column => column.Expression)) : days?.AreAny ?? "";
        var all = Names(string.Join('\n', used, looked), _columns);
        var usual = _usual.Where(pair => pair.Rows.Columns.Any(column => all.Any(name => name.Name == column.Name))).ToList();
        if (usual.Count > 0 && narrowed.AreOfFewEmployees(_columns))
            return Rows(_columns, []);
        if (usual.Count == 0)
        {
            var names = Names(used, _columns);
            SetParametersOf(names, used);
            return Weighed([], names, metric.Facts.CountedBy ?? [])?.Select(metric.Facts.Source, StockDaysJoin()) ?? Rows(_columns, []);
        }

        // What takes the time is to read arrays, and to carry them along for every period; so the few rows that need it are asked apart.
        List<string> when = [.. usual.Select(pair => $"({pair.When})")];
        var isUsual = usual.Count == 1 ? usual[0].When : string.Join(" AND ", when);
        var shorter = Shorter(_columns, usual.Select(pair => pair.Rows));
        var few = Weighed(when, Names(string.Join('\n', used, isUsual), shorter), [.. usual.SelectMany(pair => pair.Rows.CountedBy)]);
        if (few is not null)
        {
            columns.RemoveAll(column => column.Name == WeighedRows.OneByOne);
            columns.Add(new FactsColumn(WeighedRows.Weight, "toUInt64(1)"));
        }

        return string.Join("\nUNION ALL\n", few?.Select(metric.Facts.Source, StockDaysJoin()) ?? Rows(shorter, when), Rows(_columns, [$"NOT ({isUsual})"]));

        WeighedRows? Weighed(List<string> which, List<FactsColumn> names, IReadOnlyList<string> countedBy)
        {
            if (!weigh || days is not null || !IsAlikeIn(dimensions, customers))
                return null;
            var alike = WeighedRows.Of(columns, [.. which, .. conditions], names, countedBy);
            IsWeighed |= alike is not null;
            return alike;
        }

        string Rows(IReadOnlyList<FactsColumn> known, List<string> which)
        {
            if (places is not null && request.Grain == Grain.Month && !_places.NeedDay(dimensions) && DaysInMonths.Of(metric, _periods, known) is { } months)
            {
                // With more dimensions, the groups of months and of all are not those of a cube.
                return (dimensions.Count < 2 ? OfFirsts(months, which) : null)
                    ?? $"{OfMonths(months, which)}\nUNION ALL\n{OfWhole(known, which, months.AreAnyOfAll ?? metric.Among)}";
            }

            if (isOneStock && !excluded && DaysInMonths.Of(metric, StockPeriods.Of(request with { Grain = Grain.Month }, horizon), known) is { } within && OfFirsts(within, which) is { } firsts)
                return firsts;
            var asked = looked.Length == 0 ? [.. which, .. conditions] : conditions;
            var ofPeriods = places is not null ? DaysInPeriods.At(DaysInPeriods.Spot) : isOneStock ? OneStock : [];
            var from = looked.Length == 0 ? metric.Facts.Source : RowsWithDays(Names(looked, known), which, looked, places);
            var join = metric.IsStock && !isOneStock ? StockDaysJoin(places is not null) : null;
            return Written(columns, [.. ofPeriods, .. known], from, join, asked);
        }

        string OfMonths(DaysInMonths months, List<string> which)
        {
            List<string> asked = [months.AreAny, .. which, .. conditions];
            List<FactsColumn> known = [.. DaysInMonths.Period, .. months.Columns];
            var names = Names(string.Join('\n', [used, .. asked]), known);
            var sql = RowsByMonth(months, columns, asked, names) is { } rows
                ? Written(columns, known, rows, null, asked)
                : Written(columns, known, metric.Facts.Source, months.Join(string.Join('\n', [.. asked, .. names.Select(name => name.Expression)])), asked);
            SetParametersOfMonths(months, sql);
            return sql;
        }

        string OfWhole(IReadOnlyList<FactsColumn> known, List<string> which, string areAny) =>
            Written(columns, [.. DaysInPeriods.At($"{_periods.All.Count}"), .. known], metric.Facts.Source, null, [.. which, $"({areAny})", .. conditions]);

        // Rows by month, for an answer to a question that is asked in one go; null where they do not tell of the whole range.
        string? OfFirsts(DaysInMonths months, List<string> which)
        {
            if (!weigh || usual.Count > 0 || months.OfWhole(metric) is not { } whole)
                return null;
            List<FactsColumn> said = [.. columns.Where(column => column.Name != "period"), .. HasPeriod ? (FactsColumn[])[new("month", "month")] : [], .. whole];
            // Grouped by month and altogether, a row has no one day for both.
            List<FactsColumn> known = [.. HasPeriod ? [] : OneStock, .. months.Columns];
            List<string> asked = [HasPeriod ? months.AreAny : months.AreAnyOfWhole, .. which, .. narrowed.Of(excluded, areInPeriods: true)];
            if (RowsByMonth(months, said, asked, Names(string.Join('\n', [Used(said), .. asked]), known)) is not { } rows)
                return null;
            HasFirsts = true;
            PeriodOfMonths = HasPeriod ? months.PeriodOfGroups : null;
            var sql = Written(said, known, rows, null, asked);
            SetParametersOfMonths(months, sql + PeriodOfMonths);
            return sql;
        }

        // Of a few employees the facts' own order by employee finds less to read.
        string? RowsByMonth(DaysInMonths months, List<FactsColumn> said, List<string> asked, List<FactsColumn> names) =>
            customers.Length > 0 || narrowed.AreOfFewEmployees(_columns) ? null : months.RowsOf([.. said.Select(column => column.Expression), .. asked, _places.JoinedBy(dimensions) ?? ""], names);

        void SetParametersOfMonths(DaysInMonths months, string sql)
        {
            foreach (var (name, value) in months.Parameters(sql).Concat(HasPeriod ? _periods.Parameters : []))
                Set(name, value);
        }

        string Used(List<FactsColumn> said) =>
            string.Join('\n', said.Select(column => column.Expression).Append(_places.Join(dimensions) ?? "").Append(customers));

        string Written(List<FactsColumn> said, IReadOnlyList<FactsColumn> known, string from, string? join, List<string> asked)
        {
            var text = string.Join('\n', [Used(said), .. asked]);
            var names = Names(text, known);
            var sql = new StringBuilder();
            SetParametersOf(names, text);
            sql.Append(SelectText.With(names))
                .Append("SELECT\n  ").AppendJoin(",\n  ", said.Select(SelectText.As))
                .Append("\nFROM ").Append(from);
            if (join is not null)
                sql.Append('\n').Append(join);
            if (_places.Join(dimensions) is { } levels)
                sql.Append('\n').Append(levels);
            sql.Append(customers);
            sql.Append("\nWHERE ").AppendJoin("\n  AND ", asked.DefaultIfEmpty("true"));
            return sql.ToString();
        }
    }

    private static List<FactsColumn> Shorter(IReadOnlyList<FactsColumn> columns, IEnumerable<UsualRows> usual) =>
        [.. columns.Select(column => usual.SelectMany(rows => rows.Columns).FirstOrDefault(other => other.Name == column.Name) ?? column)];

    // The rows of which a day falls into any period, with the places of those periods where they are few.
    private string RowsWithDays(List<FactsColumn> names, List<string> which, string looked, IReadOnlyList<FactsColumn>? places)
    {
        SetParametersOf(names, string.Join('\n', [looked, .. which]));
        List<string> conditions = [.. which, places is null ? looked : $"notEmpty({DaysInPeriods.Spots})"];
        var columns = places is null ? "SELECT *" : $"SELECT\n  *,\n  {string.Join(",\n  ", places.Select(SelectText.As))}";
        var select = $"{columns}\nFROM {metric.Facts.Source}\nWHERE {string.Join("\n  AND ", conditions)}";
        return $"(\n  {SelectText.Indented(SelectText.With(names) + select)}\n)";
    }

    // The days of one stock are the same for every row, so that the engine can look for them where it reads. An ASOF join
    // wants a column, though.
    private bool IsOneStock(IReadOnlyList<string> dimensions) =>
        metric.IsStock && request.Grain == Grain.All && _periods.All.Count == 1 && !_places.NeedDay(dimensions);

    // Worth it when there are several periods to look at, and not so many places that hardly two rows are alike.
    private bool IsAlikeIn(IReadOnlyList<string> dimensions, string customers) =>
        metric.IsStock && _periods.AreMany && customers.Length == 0 && !_places.AreOfEmployees(dimensions) && !dimensions.Contains(Dimensions.Employee)
        && metric.Aggregate is not (Aggregate.Customers or Aggregate.Median);

    private string PeriodExpression() => metric.IsStock ? "period" : request.Grain switch
    {
        Grain.Day or Grain.All => "cohort_day",
        Grain.Week => "toMonday(cohort_day)",
        Grain.Month => "toStartOfMonth(cohort_day)",
        Grain.Quarter => "toStartOfQuarter(cohort_day)",
        Grain.Year => "toStartOfYear(cohort_day)",
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Grain, message: null),
    };

    private string StockDaysJoin(bool areFew = false)
    {
        foreach (var (name, value) in _periods.Parameters)
            Set(name, value);
        if (IsWeighed)
            Set(WeighedRows.Edges, _periods.Edges);
        return areFew ? $"ARRAY JOIN {DaysInPeriods.Spots} AS {DaysInPeriods.Spot}" : StockPeriods.Join;
    }

    // The metric's day is made of the facts' names, and some of them of it.
    private List<FactsColumn> Names(string used, IReadOnlyList<FactsColumn> known) => FactsColumn.Reached(used, [.. known, new FactsColumn("cohort_day", metric.Cohort)]);

    private void SetParametersOf(List<FactsColumn> names, string used)
    {
        foreach (var text in names.Select(column => column.Expression).Append(used))
        {
            if (text.Contains("{asOf:", StringComparison.Ordinal))
                Set("asOf", horizon.AsOf);
            if (text.Contains("{completeThrough:", StringComparison.Ordinal))
                Set("completeThrough", horizon.CompleteThrough);
            if (text.Contains("{margin:", StringComparison.Ordinal))
                Set("margin", horizon.Margin);
            if (text.Contains("{tagCategories:", StringComparison.Ordinal))
                Set("tagCategories", (horizon.TagCategories ?? []).ToArray());
            if (text.Contains("{openDay:", StringComparison.Ordinal))
                Set("openDay", _periods.All[0].Open);
            if (text.Contains("{stockDay:", StringComparison.Ordinal))
                Set("stockDay", _periods.All[0].Day);
        }
    }

    private void Set(string name, object? value) => _parameters[name] = value;
}
