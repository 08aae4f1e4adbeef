using System.Globalization;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// The periods of a question in which days of a row fall. A row then meets those periods alone, and not every one in turn
/// to find that nothing happened in most. <paramref name="Periods"/>: calendar start, day before and last day of each in
/// order, and of the whole range at the end.
/// </summary>
internal sealed record DaysInPeriods(DaysOfPeriod Among, Grain Grain, IReadOnlyList<StockPeriod> Periods)
{
    /// <summary>The name under which the place of a row's period among all stands.</summary>
    public const string Spot = "spot";

    /// <summary>The name of the array of those places.</summary>
    public const string Spots = "spots";

    // So many calendar periods a day may be looked for in; with more, it is as quick to ask them all.
    private const int MostPeriods = 2;

    /// <summary>What stands for a period, made of its place among all.</summary>
    public static IReadOnlyList<FactsColumn> At(string place) =>
        [new("period", $"{{periods:Array(Date)}}[{place}]"), new("open_day", $"{{opens:Array(Date)}}[{place}]"), new(Metric.StockDay, $"{{days:Array(Date)}}[{place}]")];

    /// <summary>A condition: a day falls into any of the periods.</summary>
    public string AreAny => $"arrayExists(day -> {InRange}, {Among.Days})";

    /// <summary>Columns of a row, the last of which holds the places of the periods in which a day falls; null where a day can be of many.</summary>
    public IReadOnlyList<FactsColumn>? Places()
    {
        var reach = Enumerable.Range(0, Last).Max(Reach);
        if (reach >= MostPeriods)
            return null;
        List<string> found = [.. Enumerable.Range(0, reach + 1).Select(PlacesAfter)];
        return
        [
            new("fallen", $"arrayFilter(day -> {InRange}, {Among.Days})"),
            new("places", $"arrayMap(day -> toInt16({PlaceOfDay} + 1), fallen)"),
            new(Spots, $"arrayConcat({(found.Count == 1 ? found[0] : $"arrayDistinct(arrayConcat({string.Join(", ", found)}))")}, if({InWhole}, [toInt16({Number(Last + 1)})], []))"),
        ];
    }

    private int Last => Periods.Count - 1;

    private string InRange => Among.Within is { } days
        ? $"day > {{days:Array(Date)}}[1] - {Number(days)} AND day <= {{days:Array(Date)}}[{Number(Last)}]"
        : $"day > {{opens:Array(Date)}}[1] AND day <= {{days:Array(Date)}}[{Number(Last)}]";

    private string InWhole => Among.Within is { } days
        ? $"arrayExists(day -> day > {{days:Array(Date)}}[{Number(Last + 1)}] - {Number(days)}, fallen)"
        : "notEmpty(fallen)";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // How many calendar periods before its own the days of a period begin.
    private int Reach(int period)
    {
        if (Among.Within is not { } days)
            return 0;
        var (back, start) = (0, Periods[period].Period);
        var first = Periods[period].Day.AddDays(1 - days);
        for (; start > first; back++)
            start = Time.Periods.Add(start, Grain, -1);
        return back;
    }

    // Of the period so many after the one that holds the day.
    private string PlacesAfter(int shift)
    {
        if (Among.Within is not { } days)
            return "arrayCompact(places)";
        var place = shift == 0 ? "place" : $"place + {Number(shift)}";
        var isThere = $"{place} BETWEEN 1 AND {Number(Last)} AND day > {{days:Array(Date)}}[{place}] - {Number(days)} AND day <= {{days:Array(Date)}}[{place}]";
        var found = $"arrayFilter((place, day) -> {isThere}, places, fallen)";
        return $"arrayCompact({(shift == 0 ? found : $"arrayMap(place -> {place}, {found})")})";
    }

    private string PlaceOfDay => Grain switch
    {
        Grain.Day => "day - {periods:Array(Date)}[1]",
        Grain.Week => "intDiv(toMonday(day) - {periods:Array(Date)}[1], 7)",
        Grain.Month => "toRelativeMonthNum(day) - toRelativeMonthNum({periods:Array(Date)}[1])",
        Grain.Quarter => "toRelativeQuarterNum(day) - toRelativeQuarterNum({periods:Array(Date)}[1])",
        Grain.Year => "toYear(day) - toYear({periods:Array(Date)}[1])",
        _ => throw new InvalidOperationException($"{Grain} is one period."),
    };
}
