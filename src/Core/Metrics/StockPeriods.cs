using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// A period of a state: <paramref name="Period"/>, its calendar start or <see cref="CellPeriods.Total"/>; <paramref name="Open"/>, the day
/// before it; <paramref name="Day"/>, its last day, or the last that the data reach.
/// </summary>
internal readonly record struct StockPeriod(DateOnly Period, DateOnly Open, DateOnly Day);

/// <summary>The periods at whose end a question wants the state, in order, as far as the data reach, and the whole range after them.</summary>
internal sealed class StockPeriods
{
    private StockPeriods(IReadOnlyList<StockPeriod> all) => All = all;

    public IReadOnlyList<StockPeriod> All { get; }

    public bool AreMany => All.Count > 1;

    /// <summary>The join that makes of a row one for each period, with <c>period</c>, <c>open_day</c> and <c>stock_day</c>.</summary>
    public static string Join =>
        $"ARRAY JOIN {{periods:Array(Date)}} AS period, {{opens:Array(Date)}} AS open_day, {{days:Array(Date)}} AS {Metric.StockDay}";

    /// <summary>The arrays that this join, and <see cref="DaysInPeriods"/>, name.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Parameters =>
    [
        new("periods", All.Select(period => period.Period).ToArray()),
        new("opens", All.Select(period => period.Open).ToArray()),
        new("days", All.Select(period => period.Day).ToArray()),
    ];

    /// <summary>Between two of them it makes no difference to any period which day it is; days since 1970, the first 0.</summary>
    public ushort[] Edges =>
        [0, .. All.SelectMany(period => (DateOnly[])[period.Open, period.Day]).Distinct().Order().Select(day => (ushort)(day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + 1))];

    public static StockPeriods Of(MetricRequest request, Horizon horizon)
    {
        // Over the whole range there is one period, and it is the total.
        var periods = request.Grain == Grain.All ? [] : Periods.Covering(request.Range, request.Grain);
        var all = periods
            .Where(period => period.Days.From <= horizon.CompleteThrough)
            .Select(period => new StockPeriod(period.Start, period.Days.From.AddDays(-1), LastDay(period.Days)))
            .ToList();
        if (!request.Range.IsEmpty && request.Range.From <= horizon.CompleteThrough)
            all.Add(new StockPeriod(CellPeriods.Total, request.Range.From.AddDays(-1), LastDay(request.Range)));
        return new StockPeriods(all);

        DateOnly LastDay(DateRange days) => days.To.AddDays(-1) < horizon.CompleteThrough ? days.To.AddDays(-1) : horizon.CompleteThrough;
    }
}
