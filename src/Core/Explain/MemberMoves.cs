using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Explain;

/// <summary>
/// What one member adds to a move. <paramref name="Rate"/>: it did better or worse itself (of a sum: its own change);
/// <paramref name="Mix"/>: its share became another.
/// </summary>
public sealed record MemberMove(MemberFigures Member, decimal Rate, decimal Mix)
{
    public decimal Effect => Rate + Mix;
}

/// <summary>
/// A move taken apart by one dimension: all effects and the overlap add up to it. <paramref name="Overlap"/>: what the
/// members of a distinct count add up to too much or too little, because one customer stands in several; zero of all else.
/// </summary>
public sealed record MemberMoves(IReadOnlyList<MemberMove> Members, decimal Overlap)
{
    public decimal Rate => Members.Sum(move => move.Rate);

    public decimal Mix => Members.Sum(move => move.Mix);

    public decimal Total => Rate + Mix + Overlap;

    /// <summary>
    /// The parts of <paramref name="move"/>, the difference of two answers of <paramref name="metric"/>, rounded as those
    /// are. Null when one of the periods holds nobody.
    /// </summary>
    public static MemberMoves? Of(IReadOnlyList<MemberFigures> members, Metric metric, decimal move) =>
        metric.IsWeighted ? OfRate(members)?.Rounded(move, metric.ValueDigits) : OfSum(members, move);

    /// <summary>
    /// Of a rate, mean or ratio R = Σ amount / Σ weight, with s a member's share of the weight, r its own rate and c what
    /// it contributes to R (its amount over all weight, s·r), 0 and 1 the two periods and r̄ halfway between the two R:
    /// the member's effect is c1−c0 − r̄·(s1−s0), of that (s0+s1)/2·(r1−r0) by its rate and the rest,
    /// (s1−s0)·((r0+r1)/2−r̄), by the mix. The effects add up to R1−R0, because the shares add up to one and so r̄ falls
    /// out; it makes a member that grows a plus where its rate is above average. A member with nobody in one period has
    /// no rate there and moves the mix alone; one that has an amount but nobody in either has only its own change.
    /// Null when one of the periods holds nobody.
    /// </summary>
    public static MemberMoves? OfRate(IReadOnlyList<MemberFigures> members)
    {
        var (all0, all1) = (Sum(members.Select(member => member.Before)), Sum(members.Select(member => member.After)));
        if (all0.Rate is not { } whole0 || all1.Rate is not { } whole1)
            return null;
        var average = (whole0 + whole1) / 2;
        return new MemberMoves(
            [.. members.Select(member =>
            {
                var (share0, share1) = (member.Before.Weight / all0.Weight, member.After.Weight / all1.Weight);
                var contributed = (member.After.Amount / all1.Weight) - (member.Before.Amount / all0.Weight);
                var rate = (member.Before.Rate, member.After.Rate) switch
                {
                    ({ } rate0, { } rate1) => (share0 + share1) / 2 * (rate1 - rate0),
                    (null, null) => contributed,
                    _ => 0,
                };
                return new MemberMove(member, rate, contributed - (average * (share1 - share0)) - rate);
            })],
            Overlap: 0);
    }

    /// <summary>Of counts and money: each member's own change. <paramref name="move"/>: the change of the whole.</summary>
    public static MemberMoves OfSum(IReadOnlyList<MemberFigures> members, decimal move)
    {
        var own = members.Select(member => new MemberMove(member, member.After.Amount - member.Before.Amount, Mix: 0)).ToList();
        return new MemberMoves(own, move - own.Sum(member => member.Rate));
    }

    /// <summary>
    /// The same with every effect rounded to <paramref name="digits"/>, still adding up to <paramref name="move"/>, which
    /// has no more digits than that.
    /// </summary>
    public MemberMoves Rounded(decimal move, int digits)
    {
        List<decimal> parts = [.. Members.Select(member => member.Rate), .. Members.Select(member => member.Mix), Overlap];
        var rounded = LargestRemainder.Round(parts, move, digits);
        return new MemberMoves(
            [.. Members.Select((member, index) => member with { Rate = rounded[index], Mix = rounded[Members.Count + index] })], rounded[^1]);
    }

    /// <summary>
    /// How much of the move a few members explain that no even change would: the own effects of the two that stand out
    /// most in the move's direction, less what their share of a change felt by all alike would have been. Zero where all
    /// moved alike or there is one member only; so a dimension is not the better the finer it is. Nobody can be asked about
    /// what is not attributed, so that does not stand out.
    /// </summary>
    public decimal StandsOut()
    {
        const int Few = 2;
        var (own, direction) = (Rate, Math.Sign(Total));
        var sizes = Sizes();
        var size = sizes.Sum();
        if (size == 0 || direction == 0)
            return 0;
        return Members.Zip(sizes, (member, its) => (member.Member.Id, Excess: direction * (member.Rate - (own * its / size))))
            .Where(member => member.Excess > 0 && member.Id != Dimensions.Unattributed)
            .Select(member => member.Excess).OrderDescending().Take(Few).Sum();
    }

    // How large each member is over both periods: its shares of the customers, or of what was added up.
    private List<decimal> Sizes()
    {
        var (weight0, weight1) = (Members.Sum(move => move.Member.Before.Weight), Members.Sum(move => move.Member.After.Weight));
        return [.. Members.Select(move => move.Member).Select(member => weight0 > 0 && weight1 > 0
            ? (member.Before.Weight / weight0) + (member.After.Weight / weight1)
            : Math.Abs(member.Before.Amount) + Math.Abs(member.After.Amount))];
    }

    private static Figure Sum(IEnumerable<Figure> figures) =>
        figures.Aggregate(default(Figure), (sum, figure) => new Figure(sum.Amount + figure.Amount, sum.Weight + figure.Weight));
}
