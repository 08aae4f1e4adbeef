using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>
/// What all numbers of a page rest on. <paramref name="CompleteThrough"/>: the last business day that is whole for
/// every dataset; <paramref name="Lagging"/>: datasets that end a week or more before the furthest one.
/// </summary>
internal sealed record TrustStrip(
    DateOnly? CompleteThrough, ulong DataVersion, IReadOnlyList<(string Dataset, DateOnly Through)> Lagging, long Refused, DateTimeOffset? StaleSince)
{
    public static TrustStrip Empty { get; } = new(CompleteThrough: null, 0, [], 0, StaleSince: null);
}

internal sealed class TrustReader(Answers answers, LoadLog loads)
{
    /// <summary>Datasets that say day by day what happened; ownership and the like may stand still for weeks without being behind.</summary>
    private static readonly string[] Daily = ["customers", "relations", "events", "orders"];

    public async Task<TrustStrip> ReadAsync(Reader reader, CancellationToken ct)
    {
        var (state, stale) = await answers.StateAsync(ct);
        var days = state.CompleteThrough.Where(pair => Daily.Contains(pair.Key)).ToList();
        if (days.Count == 0)
            days = [.. state.CompleteThrough];
        if (days.Count == 0)
            return TrustStrip.Empty with { StaleSince = stale };
        var (refused, _) = await answers.KeepAsync("refused", () => loads.RefusedCountsAsync(ct));
        var furthest = days.Max(pair => pair.Value);
        return new TrustStrip(
            days.Min(pair => pair.Value),
            state.DataVersion,
            [.. days.Where(pair => pair.Value.AddDays(7) <= furthest).Select(pair => (reader[Words.Dataset(pair.Key)], pair.Value))],
            refused.Sum(count => count.Rows),
            stale);
    }

    /// <summary>The last full week that the data reach.</summary>
    public static DateOnly LatestWeek(DateOnly completeThrough) => Periods.StartOf(completeThrough.AddDays(1), Grain.Week).AddDays(-7);
}
