using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;

namespace PrivateDomainBI.Core.Scorecards;

/// <summary>
/// What one answer says of each of its members. <paramref name="dimension"/>: by which it is split, null for the company;
/// <paramref name="apart"/>: members that are no evidence about the others.
/// </summary>
public sealed class MemberNumbers(Metric metric, MetricResult answer, string? dimension, IReadOnlyDictionary<string, Unranked> apart)
{
    private readonly Dictionary<string, MetricRow> _rows = dimension is { } by
        ? answer.Rows.ToDictionary(row => row.By[by], StringComparer.Ordinal)
        : [];

    private readonly Dictionary<string, decimal?> _shrunk = dimension is null
        ? []
        : Ranks.Of(answer.Metric, answer.Rows, dimension, apart).Members.ToDictionary(member => member.Id, member => member.Shrunk, StringComparer.Ordinal);

    /// <summary>
    /// The number of one member. Of one who is known and of whom nothing was counted in a period that has begun, a count or a sum
    /// is truly zero, as the same question about her alone would answer; a quotient has no value.
    /// </summary>
    public Reached Of(string id, bool isKnown)
    {
        if (answer.CompleteThrough is not { } through)
            return Reached.Nothing(Unscored.NoData);
        if (answer.Range.From > through)
            return Reached.Nothing(Unscored.NotBegun, through);
        if ((dimension is null ? answer.Total : _rows.GetValueOrDefault(id)) is not { } row)
        {
            return !isKnown ? Reached.Nothing(Unscored.UnknownMember, through)
                : metric.IsWeighted ? Reached.Nothing(Unscored.NothingCounted, through)
                : Reached.Nothing(default, through) with { Value = 0, Provisional = answer.Total.Provisional, Why = null };
        }

        var n = row.Denominator ?? (long?)row.Quotient?.Over;
        Unscored? why = row.Value is not null ? null : row.Immature > 0 ? Unscored.Immature : Unscored.NothingCounted;
        return new Reached(
            row.Value, _shrunk.GetValueOrDefault(id), n, row.Value is not null && metric.IsWeighted && n < metric.MinN, row.Immature, row.MatureOn, row.Provisional, through, why);
    }
}
