using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Explain;

/// <summary>The lines of the panel: members, what they leave, maturity and the sum.</summary>
internal sealed class WhyLines(Explanation told, ExplainedDimension dimension, ShownMove move, MetricRequest question, Reader reader)
{
    private readonly List<FallStep> _steps = [];

    public IReadOnlyList<WhyLine> Build()
    {
        foreach (var line in move.Members)
            Add(line);
        if (move.Overlap != 0)
            _steps.Add(new FallStep(reader[ExplainWords.Overlap], null, "", move.Overlap));
        if (move.Maturity != 0)
            _steps.Add(new FallStep(reader[ExplainWords.Maturity], null, LikeForLike(), move.Maturity));
        var sum = new FallStep(reader[ExplainWords.Sum], null, Numbers(told.Earlier!.Value, told.Later.Value), move.Change);
        return Falls.Draw(_steps, sum, move, told.Metric.Direction, reader);
    }

    /// <summary>What adds up to the change, kind by kind: “Itself −1.8  Mix −0.5 = −2.3 pp”; empty when nothing moved.</summary>
    public string Identity()
    {
        List<(string Name, decimal Effect)> parts =
        [
            (reader[move.HasMix ? ExplainWords.Own : ExplainWords.OwnOfSum], move.Members.Sum(line => line.Rate)),
            (reader[ExplainWords.Mix], move.Members.Sum(line => line.Mix)),
            (reader[ExplainWords.Overlap], move.Overlap),
            (reader[ExplainWords.Maturity], move.Maturity),
        ];
        var words = parts.Where(part => part.Effect != 0).Select(part => reader.Say(ExplainWords.Part, part.Name, move.Signed(part.Effect))).ToList();
        return words.Count == 0 ? "" : reader.Say(ExplainWords.Identity, string.Join("  ", words), move.WithUnit(move.Change, reader));
    }

    private void Add(ShownMember line)
    {
        if (line.Member is { } member)
            _steps.Add(new FallStep(Member.Name(dimension.Dimension, member.Id, member.Label, reader), Customers(member), Numbers(member.Before.Value, member.After.Value), line.Rate, line.Mix));
        else
            _steps.Add(new FallStep(reader.Say(ExplainWords.Others, line.Count), null, "", line.Rate, line.Mix));
    }

    // Who has nobody any more opens to those it had.
    private string Customers(ExplainedMember member)
    {
        var isGone = (member.After.Denominator ?? member.After.Value ?? 0) == 0;
        var days = ExplainSentences.Days(isGone ? told.Earlier! : told.Later);
        return MetricLink.Customers(
            question with { Range = days, Grain = Grain.All }, dimension.Dimension, member.Id, move.Unit == "ratio" ? CellPart.Denominator : null);
    }

    private string LikeForLike() => told.LikeForLike is { } cell
        ? reader.Say(ExplainWords.MaturityNote, reader.Format.Days(ExplainSentences.Days(cell)), ExplainSentences.Value(move, cell.Value, reader))
        : "";

    private string Numbers(decimal? before, decimal? after) =>
        $"{ExplainSentences.Value(move, before, reader)} → {ExplainSentences.Value(move, after, reader)}";
}
