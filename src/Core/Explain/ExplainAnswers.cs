using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Explain;

/// <summary>
/// The members of one dimension on the days compared like for like. <paramref name="CreditedThrough"/>: see <see cref="ExplainedDimension"/>.
/// </summary>
public sealed record SplitAnswers(string Dimension, IReadOnlyList<MetricRow> Before, IReadOnlyList<MetricRow> After, DateOnly? CreditedThrough = null);

/// <summary>
/// The answers an explanation is made of, all of one state of the data: the totals named as in <see cref="Explanation"/>,
/// and the members. <paramref name="MatureThen"/>: the earlier period as known now, of its customers who were mature then.
/// </summary>
public sealed record ExplainAnswers(
    ComparedDays Days,
    DateOnly AsOf,
    MetricResult Later,
    MetricRow Earlier,
    MetricRow Reported,
    MetricRow? LikeForLike,
    MetricRow? MatureThen,
    IReadOnlyList<SplitAnswers> Splits)
{
    /// <summary>Makes the explanation of them.</summary>
    public Explanation Explain(Metric metric)
    {
        var untold = Explanation.Untold(State(), Later, ExplainedCell.Of(Days.Later, AsOf, Later.Total), ExplainedCell.Of(Days.Earlier, AsOf, Earlier));
        if (untold.State != ExplainState.Explained)
            return untold;
        var (later, likeForLike, earlier) = (Later.Total.Value!.Value, LikeForLike!.Value!.Value, Earlier.Value!.Value);
        var reported = Reported.Value ?? earlier;
        var parts = new Effects(Rate: 0, Mix: 0, Overlap: 0, likeForLike - earlier, earlier - reported);
        return untold with
        {
            Reported = Reported.Value is null ? null : ExplainedCell.Of(Days.Earlier, Days.ReportedAsOf, Reported),
            LikeForLike = ExplainedCell.Of(Days.LikeForLike, AsOf, LikeForLike),
            Difference = later - reported,
            Change = later - earlier,
            Restated = Reported.Value is null || MatureThen?.Value is not { } matured ? null : new Restated(earlier - matured, matured - reported),
            Dimensions = [.. Splits.Select(split => Of(split, metric, later - likeForLike, parts)).OfType<ExplainedDimension>()
                .OrderByDescending(dimension => dimension.StandsOut)],
        };
    }

    private ExplainState State() => (Later.Total.Value, LikeForLike?.Value) switch
    {
        (null, _) when Later.Total.Immature > 0 => ExplainState.Immature,
        (null, _) or (_, null) => ExplainState.NothingToCompare,
        _ => ExplainState.Explained,
    };

    private static ExplainedDimension? Of(SplitAnswers split, Metric metric, decimal move, Effects parts)
    {
        var members = MemberFigures.Pair(split.Dimension, split.Before, split.After);
        if (MemberMoves.Of(members, metric, move) is not { } moves)
            return null;
        return new ExplainedDimension(
            split.Dimension,
            Math.Round(moves.StandsOut(), metric.ValueDigits),
            parts with { Rate = moves.Rate, Mix = moves.Mix, Overlap = moves.Overlap },
            [.. moves.Members
                .Where(member => member.Member.Before != default || member.Member.After != default)
                .OrderByDescending(member => Math.Abs(member.Effect)).ThenBy(member => member.Member.Id, StringComparer.Ordinal)
                .Select(member => new ExplainedMember(
                    member.Member.Id, member.Member.Label, Shown(member.Member.Before, metric), Shown(member.Member.After, metric), member.Rate, member.Mix, member.Effect))],
            split.CreditedThrough);
    }

    private static ExplainedFigure Shown(Figure figure, Metric metric) => !metric.IsWeighted
        ? new ExplainedFigure(figure.Amount, Numerator: null, Denominator: null)
        : new ExplainedFigure(figure.Rate is { } rate ? metric.Rounded(rate) : null, figure.Amount, figure.Weight);
}
