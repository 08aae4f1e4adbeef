using System.Globalization;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// A question by calendar month of rows whose days stand by month, see <see cref="DaysByMonth"/>: a row meets its own months, and
/// how many of its days count in each is a number of bits. The whole range is no month and is asked beside it: of the days, or of
/// the first of a row's months (<see cref="OfWhole"/>).
/// </summary>
internal sealed class DaysInMonths
{
    // The engine lets names before one SELECT hold in those it is united with, where 'spot' is another.
    private const string Place = "month - {firstMonth:UInt16} + 1";

    private const string Any = " > 0";

    private readonly DaysByMonth _table;
    private readonly IReadOnlyList<FactsColumn> _known;
    private readonly List<StockPeriod> _months;

    // Each from its first day to its last: then no day of a month has to be left out.
    private readonly bool _areWhole;

    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);

    private DaysInMonths(DaysByMonth table, IReadOnlyList<FactsColumn> known, List<StockPeriod> months)
    {
        (_table, _known, _months) = (table, known, months);
        _areWhole = BeginWhole && months.TrueForAll(month => month.Day.AddDays(1).Day == 1);
        _parameters["firstMonth"] = NumberOf(months[0]);
        _parameters["lastMonth"] = NumberOf(months[^1]);
    }

    /// <summary>What stands for a period of a row's month.</summary>
    public static IReadOnlyList<FactsColumn> Period { get; } = DaysInPeriods.At(Place);

    /// <summary>The period of rows that are grouped by month and, in one group more, altogether.</summary>
    public string PeriodOfGroups => string.Create(CultureInfo.InvariantCulture, $"{{periods:Array(Date)}}[if(grouping(month) = 1, {_months.Count + 1}, {Place})]");

    /// <summary>What is known of a row in its month; of days, how many lie in it.</summary>
    public IReadOnlyList<FactsColumn> Columns { get; private set; } = [];

    /// <summary>A condition: a day of the row falls into its month.</summary>
    public string AreAny { get; private set; } = "";

    /// <summary>The same where the month is one of the whole range.</summary>
    public string AreAnyOfWhole { get; private set; } = "";

    /// <summary>A condition of a row that is not joined to its months: a day falls into any of them; null where only the days tell.</summary>
    public string? AreAnyOfAll { get; private set; }

    /// <summary>Null where the days that count do not stand by month, or may lie before theirs. <paramref name="periods"/>: months, and their whole range.</summary>
    public static DaysInMonths? Of(Metric metric, StockPeriods periods, IReadOnlyList<FactsColumn> known)
    {
        if (metric.AmongDays is not { } among || metric.Facts.ByMonth is not { } table || !periods.AreMany)
            return null;
        var months = new DaysInMonths(table, known, [.. periods.All.SkipLast(1)]);
        if (months.BitsOf(among) is not { } bits)
            return null;
        // A month stands there because of such a day.
        var isEvery = months._areWhole && among.Within is null && months.ArrayOf(among) == table.Of;
        months.AreAny = "month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}" + (isEvery ? "" : $" AND {bits} != 0");
        months.AreAnyOfWhole = among.Within is null ? months.AreAny : $"month = {{lastMonth:UInt16}} AND {bits} != 0";
        months.AreAnyOfAll = isEvery ? $"arrayExists(one -> one BETWEEN {{firstMonth:UInt16}} AND {{lastMonth:UInt16}}, {table.Months})" : null;
        months.Columns = [.. known.Select(column => months.CountOf(metric, column.Name) is { } count ? column with { Expression = count } : column)];
        return months;
    }

    /// <summary>The join that makes of a row one for each of its months, with those bits that <paramref name="used"/> names.</summary>
    public string Join(string used)
    {
        var names = SqlNames.In(used);
        return $"ARRAY JOIN {string.Join(", ", _table.Bits.Values.Where(names.Contains).Prepend($"{_table.Months} AS month"))}";
    }

    /// <summary>The table of rows by month, where it has everything that is named; else null.</summary>
    public string? RowsOf(IEnumerable<string> used, IReadOnlyList<FactsColumn> names)
    {
        if (_table.Rows is not { } rows)
            return null;
        HashSet<string> known = [.. rows.Columns, .. rows.Before.Values, .. _table.Bits.Values, .. names.Select(name => name.Name), "month"];
        return used.Concat(names.Select(name => name.Expression)).SelectMany(SqlNames.ColumnsIn).All(known.Contains) ? rows.Source : null;
    }

    /// <summary>
    /// What a row by month says of the whole range, where several may be of one row of facts: <c>is_first</c> is true of the one
    /// that stands for it; of a rate, <c>first_counted</c> of the first that is counted; of a ratio, <c>whole_value</c> is what
    /// it adds. Null where months do not tell.
    /// </summary>
    public IReadOnlyList<FactsColumn>? OfWhole(Metric metric)
    {
        if (FirstOf(metric.AmongDays!) is not { } isFirst)
            return null;
        var first = new FactsColumn("is_first", isFirst);
        if (metric is { Kind: MetricKind.Sum, Aggregate: Aggregate.Count })
            return [first];
        if (metric is { Kind: MetricKind.Sum, Aggregate: Aggregate.Ratio } && Counted(metric, metric.Body) is not null && metric.Over.All(char.IsAsciiDigit))
            return [first, new FactsColumn("whole_value", metric.AmongDays!.Within is null ? metric.Body : $"if({isFirst}, {metric.Body}, 0)")];
        return metric.Kind == MetricKind.Rate && metric.Body.EndsWith(Any, StringComparison.Ordinal) && Counted(metric, metric.Body[..^Any.Length]) is { } counted && FirstOf(counted) is { } isFirstCounted
            ? [first, new FactsColumn("first_counted", $"{metric.Body} AND {isFirstCounted}")]
            : null;
    }

    /// <summary>What <paramref name="sql"/> asks of the months.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Parameters(string sql) =>
        _parameters.Where(parameter => sql.Contains($"{{{parameter.Key}:", StringComparison.Ordinal));

    // In a month in which the range begins, a row may be there for a day before it.
    private bool BeginWhole => _months[0].Open.AddDays(1).Day == 1;

    // Whether a row's month is the first of the range with such a day; the last days of the range are in its last month alone.
    private string? FirstOf(DaysOfPeriod days) =>
        days.Within is not null ? "month = {lastMonth:UInt16}"
        : BeginWhole && _table.Rows?.Before.TryGetValue(ArrayOf(days), out var before) == true ? $"{before} < {{firstMonth:UInt16}}"
        : null;

    // The days that a column counts, where all months in which they lie stand there for the days it is among.
    private DaysOfPeriod? Counted(Metric metric, string column) =>
        ArrayOf(metric.AmongDays!) == _table.Of && CountOf(metric, column) is not null && metric.Facts.InPeriod![column] is { } days && days.Within == metric.AmongDays!.Within ? days : null;

    // How many days of a column lie in a row's month; null where it counts none, or others too.
    private string? CountOf(Metric metric, string column) =>
        metric.Facts.InPeriod!.TryGetValue(column, out var days) && BitsOf(days) is { } counted ? $"bitCount({counted})" : null;

    // The bits of the days that count in a row's month; null where some of them may lie in another, or they stand nowhere.
    private string? BitsOf(DaysOfPeriod days)
    {
        if (!_table.Bits.TryGetValue(ArrayOf(days), out var bits) || _months.Any(month => month.Day.Day < days.Within))
            return null;
        if (_areWhole && days.Within is null)
            return bits;
        var mask = days.Within is { } last ? string.Create(CultureInfo.InvariantCulture, $"last{last}Days") : "monthDays";
        _parameters[mask] = _months.Select(month => Mask(days.Within is { } count ? month.Day.Day - count + 1 : month.Open.AddDays(1).Day, month.Day.Day)).ToArray();
        return $"bitAnd({bits}, {{{mask}:Array(UInt32)}}[{Place}])";
    }

    private string ArrayOf(DaysOfPeriod days) => _known.FirstOrDefault(column => column.Name == days.Days)?.Expression ?? days.Days;

    private static uint Mask(int firstDay, int lastDay) => (uint)((1L << lastDay) - (1L << (firstDay - 1)));

    private static ushort NumberOf(StockPeriod month) => (ushort)((month.Period.Year * 12) + month.Period.Month);
}
