using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// How far the data reach: <paramref name="DataVersion"/> grows with every finished load;
/// <paramref name="CompleteThrough"/>: dataset → its last whole business day; <paramref name="WithoutDays"/>: the datasets
/// that hold rows but have no such day, because theirs do not happen on days, <c>events/type</c> for each type of event
/// that came, <c>campaigns/margin</c> when a campaign tells one, <c>campaigns/launch</c> when one is a launch and
/// <c>customers/referrer</c> when of any customer it is told who brought her; <paramref name="Margin"/>: the company's, from its settings, as are <paramref name="TagCategories"/>;
/// <paramref name="IsSettled"/>: no facts are being recomputed, so that what is read now is all of one version;
/// <paramref name="Latest"/>: see <see cref="Horizon"/>, null while they are;
/// <paramref name="Since"/>: dataset → the day of its first row, where that is known.
/// </summary>
public sealed record DataState(
    ulong DataVersion, IReadOnlyDictionary<string, DateOnly> CompleteThrough, IReadOnlySet<string> WithoutDays, decimal? Margin = null, bool IsSettled = true,
    IReadOnlyDictionary<string, DateOnly>? Latest = null, IReadOnlyList<string>? TagCategories = null, IReadOnlyDictionary<string, DateOnly>? Since = null)
{
    /// <summary>The earliest last day over all datasets; null while nothing is loaded.</summary>
    public DateOnly? EarliestCompleteThrough => CompleteThrough.Count == 0 ? null : CompleteThrough.Values.Min();

    /// <summary>The last day up to which everything the metric reads is whole, or the dataset it cannot do without.</summary>
    public (DateOnly? CompleteThrough, string? Missing) For(Metric metric)
    {
        foreach (var need in metric.Needs)
        {
            if (!need.Split('|').Any(dataset => CompleteThrough.ContainsKey(dataset) || WithoutDays.Contains(dataset) || (dataset == MetricCatalog.Margin && Margin is not null)))
                return (null, need);
        }

        // One need of every metric names datasets with days alone, so there is a day here.
        // Where such events came, what the metric reads reaches as far as events do.
        return (metric.Needs.SelectMany(need => need.Split('|')).Concat(metric.Uses.Select(use => WithoutDays.Contains(use) ? use.Split('/')[0] : use))
            .Where(CompleteThrough.ContainsKey).Min(dataset => CompleteThrough[dataset]), null);
    }

    /// <summary>The first day on which the metric can have been anything: all it cannot do without had begun; null where nobody knows.</summary>
    public DateOnly? SinceOf(Metric metric) => metric.Needs.Select(Began).Max();

    // Whichever of several began first is enough.
    private DateOnly? Began(string need)
    {
        var told = need.Split('|').Select(dataset => dataset.Split('/')[0]).Where(CompleteThrough.ContainsKey).ToList();
        return Since is { } since && told.Count > 0 && told.TrueForAll(since.ContainsKey) ? told.Min(dataset => since[dataset]) : null;
    }

    /// <summary>
    /// The day after which it can still change whose the rows of an answer are at their event, or how they came about, since
    /// what tells it reaches no further than that; null where the answer does not speak of it.
    /// </summary>
    public DateOnly? CreditedThrough(Metric metric, MetricRequest request, DateOnly completeThrough)
    {
        var asked = request.Dimensions.ToHashSet(StringComparer.Ordinal);
        if ((request.Owner ?? metric.DefaultOwner) != Owner.AtEvent)
            asked.Remove(Dimensions.Employee);
        else if (request.AsksOrganisation)
            asked.Add(Dimensions.Employee);
        var lastDay = request.Range.To.AddDays(-1) < completeThrough ? request.Range.To.AddDays(-1) : completeThrough;
        return (metric.Facts.CreditedBy ?? new Dictionary<string, IReadOnlyList<string>>())
            .Where(told => told.Value.Any(asked.Contains) && CompleteThrough.TryGetValue(told.Key, out var through) && through < lastDay)
            .Min(told => (DateOnly?)CompleteThrough[told.Key]);
    }
}
