using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>
/// Finds what moved most. The rule is simple enough to stand in the report: the latest period against the one
/// before, measured by how much the metric usually moves from period to period; the three largest are told, each with
/// the channels and regions that moved it.
/// </summary>
internal static class Findings
{
    private const int Most = 3;
    private const int CausesPerDimension = 2;
    private const int FewestMoves = 4;

    /// <summary>Moves of the cards' metrics, largest first, without their causes.</summary>
    public static IReadOnlyList<Finding> Largest(IEnumerable<(ReportCard Card, bool IsRate)> candidates) =>
        [.. candidates.Select(candidate => Of(candidate.Card, candidate.IsRate)).OfType<Finding>()
            .Where(finding => finding.Size != 0)
            .OrderByDescending(finding => finding.Usual is > 0 ? Math.Abs(finding.Size / finding.Usual.Value) : 0)
            .Take(Most)];

    /// <summary>What each member of a dimension adds to a move by itself, and for rates what their mix does; all add up to it.</summary>
    public static IReadOnlyList<Cause> Causes(string dimension, MetricResult before, MetricResult after, bool isRate)
    {
        var members = MemberFigures.Pair(dimension, before.Rows, after.Rows);
        var moves = isRate
            ? MemberMoves.OfRate(members)
            : MemberMoves.OfSum(members, (after.Total.Value ?? 0) - (before.Total.Value ?? 0));
        if (moves is null)
            return [];
        var causes = moves.Members.Select(move => new Cause(dimension, move.Member.Id, move.Member.Label, move.Rate));
        return isRate ? [.. causes, new Cause(dimension, Id: null, dimension, moves.Mix)] : [.. causes];
    }

    /// <summary>The largest parts of a move, by dimension, those that point its way first.</summary>
    public static IReadOnlyList<Cause> MainCauses(decimal move, IEnumerable<IReadOnlyList<Cause>> byDimension) =>
        [.. byDimension.SelectMany(causes => causes
            .Where(cause => cause.Effect * move > 0)
            .OrderByDescending(cause => Math.Abs(cause.Effect))
            .Take(CausesPerDimension))];

    private static Finding? Of(ReportCard card, bool isRate)
    {
        if (card is not { Row: { Value: { } value, Period: { } period }, Before.Value: { } before } || (!isRate && before == 0))
            return null;
        var usual = Usual([.. card.Series.Rows.Take(card.Shown).Where(row => card.Series.Holds(row.Period!.Value)).Select(row => row.Value)], isRate);
        return new Finding(card.Series.Metric.Name, period, card.Series.Range.Grain, value, before, Size(before, value, isRate), usual, []);
    }

    private static decimal? Usual(IReadOnlyList<decimal?> values, bool isRate)
    {
        var sizes = values.Zip(values.Skip(1))
            .Where(pair => pair.First is not null && pair.Second is not null && (isRate || pair.First != 0))
            .Select(pair => Math.Abs(Size(pair.First!.Value, pair.Second!.Value, isRate)))
            .Order().ToList();
        if (sizes.Count < FewestMoves)
            return null;
        var middle = sizes.Count / 2;
        return sizes.Count % 2 == 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2;
    }

    private static decimal Size(decimal before, decimal after, bool isRate) => isRate ? after - before : (after - before) / Math.Abs(before);
}
