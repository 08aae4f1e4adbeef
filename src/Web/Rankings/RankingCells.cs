using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Rankings;

/// <summary>Cells of tables that compare members.</summary>
internal static class RankingCells
{
    /// <summary>The place, or a dash that tells why there is none.</summary>
    public static SheetCell Place(RankedMember? member, Reader reader) => member switch
    {
        { Rank: { } rank } => new SheetCell(Format.Number(rank)),
        { Reason: { } reason } => new SheetCell(Format.None, Hint: reader[RankingWords.Reason(reason)], Faint: true),
        _ => new SheetCell(Format.None, Faint: true),
    };

    /// <summary>The adjusted value alone, with its interval as a hint.</summary>
    public static SheetCell Adjusted(RankedMember member, Reader reader) =>
        member is { Shrunk: { } shrunk, CredibleLow: { } low, CredibleHigh: { } high }
            ? new SheetCell(Format.Percent(shrunk), Hint: reader.Say(RankingWords.Credible, Format.Percent(low), Format.Percent(high)), Faint: !member.Ranked)
            : new SheetCell(Format.None, Faint: true);

    /// <summary>The adjusted value with the member's own rate and n below it; it opens the customers.</summary>
    public static SheetCell Adjusted(RankedMember member, MetricRow row, MemberColumn column, Reader reader)
    {
        if (member is not { Value: { } own, Shrunk: { } shrunk, CredibleLow: { } credibleLow, CredibleHigh: { } credibleHigh, Low: { } low, High: { } high })
            return MemberTable.Cell(row, column, reader) with { Faint = true };
        var n = Format.Number(member.N ?? 0);
        return new SheetCell(
            Format.Percent(shrunk),
            MetricLink.Customers(column.Question, row),
            reader.Say(RankingWords.OwnFull, Format.Percent(own), n, Format.Percent(low), Format.Percent(high), Format.Percent(credibleLow), Format.Percent(credibleHigh)),
            reader.Say(RankingWords.Own, Format.Percent(own), n),
            Faint: !member.Ranked);
    }
}
