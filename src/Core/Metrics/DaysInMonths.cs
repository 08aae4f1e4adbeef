using System.Globalization;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// A question by calendar month of rows whose days stand by month, see <see cref="DaysByMonth"/>: a row meets its own months, and
/// how many of its days count in each is a number of bits. The whole range is no month and must be asked beside it.
/// </summary>
internal sealed class DaysInMonths
{
    // The engine lets names before one SELECT hold in those it is united with, where 'spot' is another.
    private const string Place = "month - {firstMonth:UInt16} + 1";

    private readonly DaysByMonth _table;
    private readonly IReadOnlyList<FactsColumn> _known;
    private readonly List<StockPeriod> _months;

    // Each from its first day to its last: then no day of a month has to be left out.
    private readonly bool _areWhole;

    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);

    private DaysInMonths(DaysByMonth table, IReadOnlyList<FactsColumn> known, List<StockPeriod> months)
    {
        (_table, _known, _months) = (table, known, months);
        _areWhole = months.TrueForAll(month => month.Open.AddDays(1).Day == 1 && month.Day.AddDays(1).Day == 1);
        _parameters["firstMonth"] = NumberOf(months[0]);
        _parameters["lastMonth"] = NumberOf(months[^1]);
    }

    /// <summary>What stands for a period and for numbers of its days, made of the row's month.</summary>
    public IReadOnlyList<FactsColumn> Columns { get; private set; } = [];

    /// <summary>A condition: a day of the row falls into its month.</summary>
    public string AreAny { get; private set; } = "";

    /// <summary>A condition of a row that is not joined to its months: a day falls into any of them; null where only the days tell.</summary>
    public string? AreAnyOfAll { get; private set; }

    /// <summary>Null where the periods are no months, or where the days that count do not stand by month or may lie before theirs.</summary>
    public static DaysInMonths? Of(Metric metric, Grain grain, StockPeriods periods, IReadOnlyList<FactsColumn> known)
    {
        if (grain != Grain.Month || metric.AmongDays is not { } among || metric.Facts.ByMonth is not { } table)
            return null;
        var months = new DaysInMonths(table, known, [.. periods.All.SkipLast(1)]);
        if (months.BitsOf(among) is not { } bits)
            return null;
        // A month stands there because of such a day.
        var isEvery = months._areWhole && among.Within is null && months.ArrayOf(among) == table.Of;
        months.AreAny = "month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}" + (isEvery ? "" : $" AND {bits} != 0");
        months.AreAnyOfAll = isEvery ? $"arrayExists(one -> one BETWEEN {{firstMonth:UInt16}} AND {{lastMonth:UInt16}}, {table.Months})" : null;
        months.Columns =
        [
            .. DaysInPeriods.At(Place),
            .. known.Select(column => metric.Facts.InPeriod!.TryGetValue(column.Name, out var days) && months.BitsOf(days) is { } counted
                ? new FactsColumn(column.Name, $"bitCount({counted})")
                : column),
        ];
        return months;
    }

    /// <summary>The join that makes of a row one for each of its months, with those bits that <paramref name="used"/> names.</summary>
    public string Join(string used)
    {
        var names = SqlNames.In(used);
        return $"ARRAY JOIN {string.Join(", ", _table.Bits.Values.Where(names.Contains).Prepend($"{_table.Months} AS month"))}";
    }

    /// <summary>What <paramref name="sql"/> asks of the months.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Parameters(string sql) =>
        _parameters.Where(parameter => sql.Contains($"{{{parameter.Key}:", StringComparison.Ordinal));

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
