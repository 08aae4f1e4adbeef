using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Explain;

/// <summary>The lines of the panel: members, what they leave, maturity and the sum, each drawn from where the last ended.</summary>
internal sealed class WhyLines(Explanation told, ExplainedDimension dimension, ShownMove move, MetricRequest question, Reader reader)
{
    private readonly List<(string Name, string? Link, string BeforeAfter, decimal Own, decimal? Mix)> _lines = [];

    public IReadOnlyList<WhyLine> Build()
    {
        foreach (var line in move.Members)
            Add(line);
        if (move.Overlap != 0)
            _lines.Add((reader[ExplainWords.Overlap], null, "", move.Overlap, null));
        if (move.Maturity != 0)
            _lines.Add((reader[ExplainWords.Maturity], null, LikeForLike(), move.Maturity, null));

        var ends = _lines.Aggregate(new List<decimal> { 0 }, (at, line) => [.. at, at[^1] + line.Own, at[^1] + line.Own + (line.Mix ?? 0)]);
        var (least, most) = (ends.Min(), ends.Max());
        var drawn = _lines.Select((line, index) => new WhyLine(
            line.Name, line.Link, line.BeforeAfter, move.Signed(line.Own), line.Mix is { } mix ? move.Signed(mix) : "",
            Bar(ends[2 * index], line.Own), Bar(ends[(2 * index) + 1], line.Mix ?? 0), IsSum: false));
        return
        [
            .. drawn,
            new WhyLine(
                reader[ExplainWords.Sum], null, Numbers(told.Earlier!.Value, told.Later.Value), move.WithUnit(move.Change, reader), "",
                Bar(0, move.Change), default, IsSum: true),
        ];

        WhyBar Bar(decimal from, decimal effect) => most == least ? default : new WhyBar(
            Math.Round((Math.Min(from, from + effect) - least) / (most - least) * 100, 2), Math.Round(Math.Abs(effect) / (most - least) * 100, 2), Tone(effect));
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
            _lines.Add((Member.Name(dimension.Dimension, member.Id, member.Label, reader), Customers(member), Numbers(member.Before.Value, member.After.Value), line.Rate, line.Mix));
        else
            _lines.Add((reader.Say(ExplainWords.Others, line.Count), null, "", line.Rate, line.Mix));
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

    private string Tone(decimal effect) => (Math.Sign(effect), told.Metric.Direction) switch
    {
        (0, _) or (_, "none") => "same",
        ( > 0, "up") or ( < 0, "down") => "better",
        _ => "worse",
    };
}
