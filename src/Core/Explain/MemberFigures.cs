using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Explain;

/// <summary>
/// What a member comes to in one period: <paramref name="Amount"/> over <paramref name="Weight"/>. Of a rate that is
/// customers counted over customers in all, of a mean the total over its rows, of a ratio a total over another; of a sum
/// the amount is the value itself.
/// </summary>
public readonly record struct Figure(decimal Amount, decimal Weight)
{
    /// <summary>Null for nobody, which is not a rate of zero.</summary>
    public decimal? Rate => Weight == 0 ? null : Amount / Weight;

    /// <summary>The figure of a cell; a member without a cell has none of either.</summary>
    public static Figure Of(MetricRow? cell) => cell switch
    {
        null => default,
        { Quotient: { } quotient } => new Figure(quotient.Total, quotient.Over),
        { Numerator: { } numerator, Denominator: { } denominator } => new Figure(numerator, denominator),
        _ => new Figure(cell.Value ?? 0, 0),
    };
}

/// <summary>One member of a dimension in the earlier and the later period.</summary>
public sealed record MemberFigures(string Id, string Label, Figure Before, Figure After)
{
    /// <summary>Every member of either answer, in order of id.</summary>
    public static IReadOnlyList<MemberFigures> Pair(string dimension, IEnumerable<MetricRow> before, IEnumerable<MetricRow> after)
    {
        var cells0 = before.ToDictionary(row => row.By[dimension], StringComparer.Ordinal);
        var cells1 = after.ToDictionary(row => row.By[dimension], StringComparer.Ordinal);
        return [.. cells0.Keys.Union(cells1.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id =>
        {
            var (cell0, cell1) = (cells0.GetValueOrDefault(id), cells1.GetValueOrDefault(id));
            return new MemberFigures(id, (cell1 ?? cell0)!.Labels.GetValueOrDefault(dimension, id), Figure.Of(cell0), Figure.Of(cell1));
        })];
    }
}
