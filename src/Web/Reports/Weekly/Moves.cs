using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Reports.Weekly;

/// <summary>
/// Takes a move apart by the members of one dimension. The parts add up to the whole exactly, so that a reader can
/// check them.
/// </summary>
internal static class Moves
{
    /// <summary>For counts and money: each member's own difference.</summary>
    public static IReadOnlyList<Cause> OfSum(string dimension, IReadOnlyList<MetricRow> before, IReadOnlyList<MetricRow> after) =>
        [.. Pair(dimension, before, after).Select(pair => new Cause(dimension, pair.Id, pair.Label, (pair.After?.Value ?? 0) - (pair.Before?.Value ?? 0)))];

    /// <summary>
    /// For rates: what a member adds by its own rate having changed, at its average share of the customers; what is left
    /// is the mix. A member without customers in one of the periods has no rate there and adds to the mix alone.
    /// </summary>
    public static IReadOnlyList<Cause> OfRate(string dimension, IReadOnlyList<MetricRow> before, IReadOnlyList<MetricRow> after)
    {
        decimal all0 = before.Sum(row => row.Denominator ?? 0), all1 = after.Sum(row => row.Denominator ?? 0);
        if (all0 == 0 || all1 == 0)
            return [];
        var causes = new List<Cause>();
        var mix = 0m;
        foreach (var (id, label, row0, row1) in Pair(dimension, before, after))
        {
            decimal n0 = row0?.Denominator ?? 0, n1 = row1?.Denominator ?? 0;
            var rate0 = n0 > 0 ? (row0!.Numerator ?? 0) / n0 : (row1!.Numerator ?? 0) / Math.Max(n1, 1);
            var rate1 = n1 > 0 ? (row1!.Numerator ?? 0) / n1 : rate0;
            var (share0, share1) = (n0 / all0, n1 / all1);
            causes.Add(new Cause(dimension, id, label, (share0 + share1) / 2 * (rate1 - rate0)));
            mix += (share1 - share0) * (rate0 + rate1) / 2;
        }
        causes.Add(new Cause(dimension, Id: null, dimension, mix));
        return causes;
    }

    private static IEnumerable<(string Id, string Label, MetricRow? Before, MetricRow? After)> Pair(
        string dimension, IReadOnlyList<MetricRow> before, IReadOnlyList<MetricRow> after)
    {
        var rows0 = before.ToDictionary(row => row.By[dimension], StringComparer.Ordinal);
        var rows1 = after.ToDictionary(row => row.By[dimension], StringComparer.Ordinal);
        foreach (var id in rows0.Keys.Union(rows1.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (row0, row1) = (rows0.GetValueOrDefault(id), rows1.GetValueOrDefault(id));
            yield return (id, (row1 ?? row0)!.Labels.GetValueOrDefault(dimension, id), row0, row1);
        }
    }
}
