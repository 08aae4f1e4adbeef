using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Explain;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>
/// A distance to a target as a reader sees it: in a sentence made by rule, and line by line. All of it is in the digits shown, so
/// that the lines add up to the difference of the two numbers on the screen.
/// </summary>
internal sealed record GapView(IReadOnlyList<string> Sentences, Falls Falls, string Rule, string Trust, string Api)
{
    private const int MostNamed = 3;

    public static GapView Of(TargetGap gap, Reader reader)
    {
        var digits = ShownMove.DigitsOf(gap.Metric.Unit, gap.IsQuotient);
        var change = ShownMove.Round(gap.Total.Value, digits) - ShownMove.Round(gap.Total.Target, digits);
        var named = ShownMove.WithLines(gap.Members);
        var rest = gap.Members.Skip(named.Count).ToList();
        var effects = LargestRemainder.Round(
            [.. named.Select(member => member.Effect), rest.Sum(member => member.Effect), gap.WithoutTarget, gap.TargetsDiffer], change, digits);
        var move = new ShownMove(gap.Metric.Unit, gap.IsQuotient, change, [], 0, 0);
        List<(GapMember Member, decimal Effect)> members = [.. named.Zip(effects)];
        // What the members' targets leave of the company's is what the others were to reach.
        var leaves = !gap.IsQuotient && gap is { WithoutTarget: not 0, TargetsDiffer: < 0 };
        List<FallStep> others =
        [
            new(reader.Say(ExplainWords.Others, rest.Count), null, "", effects[^3]),
            .. leaves
                ? (FallStep[])[new(reader.Heading(ScorecardWords.WithoutTarget), null, Numbers(gap.WithoutTarget, -gap.TargetsDiffer), effects[^2] + effects[^1])]
                : [new(reader.Heading(ScorecardWords.WithoutTarget), null, "", effects[^2]), new(reader.Heading(ScorecardWords.TargetsDiffer), null, "", effects[^1])],
        ];
        List<FallStep> steps =
        [
            .. members.Select(line => new FallStep(
                Member.Name(gap.By, line.Member.Id, line.Member.Label, reader), Customers(gap, line.Member), Numbers(line.Member.Value, line.Member.Target), line.Effect)),
            .. others.Where(step => step.Own != 0),
        ];
        var sum = new FallStep(reader[ExplainWords.Sum], null, Numbers(gap.Total.Value, gap.Total.Target), change);
        return new GapView(
            [Sentence(gap, move, members, leaves ? [effects[^3], effects[^2] + effects[^1], 0] : [.. effects.TakeLast(3)], reader), .. Notes(gap, reader)],
            new Falls(
                reader.Heading(Words.Dimension(gap.By)), reader[ScorecardWords.ReachedOfTarget], reader[ScorecardWords.Effect], Mix: null,
                Falls.Draw(steps, sum, move, gap.Metric.Direction, reader)),
            reader[gap.IsQuotient ? ScorecardWords.GapRuleOfQuotient : ScorecardWords.GapRule],
            Rests(gap, reader),
            $"/api/v1/metrics/{gap.Metric.Name}/explain?vs=target&period={gap.Period.Name}&by={gap.By}");

        string Numbers(decimal? value, decimal target) => $"{ExplainSentences.Value(move, value, reader)} / {ExplainSentences.Value(move, target, reader)}";
    }

    // Last: what the members without a line make, those without a target, and the targets themselves.
    private static string Sentence(TargetGap gap, ShownMove move, List<(GapMember Member, decimal Effect)> members, IReadOnlyList<decimal> last, Reader reader)
    {
        var (label, value) = (reader[gap.Metric.Label], ExplainSentences.Value(move, gap.Total.Value, reader));
        var told = members.Where(line => line.Effect != 0).Take(MostNamed).ToList();
        var restOf = members.Except(told).Sum(line => line.Effect) + last[0];
        List<string> causes =
        [
            .. told.Select(line => reader.Say(ExplainWords.Change, ExplainSentences.Named(gap.By, line.Member.Id, line.Member.Label, reader), move.Signed(line.Effect))),
            .. restOf == 0 ? (string[])[] : [reader.Say(ExplainWords.RestChange, reader[Words.Dimension(gap.By)], move.Signed(restOf))],
            .. last[1] == 0 ? (string[])[] : [reader.Say(ExplainWords.Change, reader[ScorecardWords.WithoutTarget], move.Signed(last[1]))],
            .. last[2] == 0 ? (string[])[] : [reader.Say(ExplainWords.Change, reader[ScorecardWords.TargetsDiffer], move.Signed(last[2]))],
        ];
        var against = move.Change == 0
            ? reader.Say(ScorecardWords.OnTarget, label, value)
            : reader.Say(ScorecardWords.Against, label, value, ExplainSentences.Value(move, gap.Total.Target, reader), move.WithUnit(move.Change, reader), reader[Verdict(move.Change, gap.Metric.Direction)]);
        return causes.Count == 0
            ? reader.Say(ExplainWords.Plain, against)
            : reader.Say(ExplainWords.Because, against, string.Join(reader[ExplainWords.Comma], causes));
    }

    private static Core.Text Verdict(decimal change, string direction) => (Math.Sign(change), direction) switch
    {
        ( > 0, "up") or ( < 0, "down") => ScorecardWords.Attained,
        ( < 0, "up") or ( > 0, "down") => ScorecardWords.NotAttained,
        ( > 0, _) => Words.Kpi.Higher,
        _ => Words.Kpi.Lower,
    };

    private static IEnumerable<string> Notes(TargetGap gap, Reader reader)
    {
        var days = new DateRange(gap.Period.From, gap.Period.To);
        if (gap.Provisional && gap.CompleteThrough is { } through)
            yield return reader.Say(ScorecardWords.Open, days.Intersect(new DateRange(days.From, through.AddDays(1))).Days, days.Days);
        if (gap is { Immature: > 0, MatureOn: { } matureOn })
            yield return reader.Say(ExplainWords.SomeImmature, ExplainSentences.PeriodName(days, reader), Format.Number(gap.Immature), reader.Format.FullDate(matureOn));
    }

    private static string Customers(TargetGap gap, GapMember member) => MetricLink.Customers(
        new MetricRequest(gap.Metric.Name, new DateRange(gap.Period.From, gap.Period.To), Grain.All, [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)),
        gap.By, member.Id, gap.Metric.Unit == "ratio" ? CellPart.Denominator : null);

    private static string Rests(TargetGap gap, Reader reader)
    {
        List<string> parts = [];
        if (gap.CompleteThrough is { } day)
            parts.Add(reader.Say(Words.Trust.Through, reader.Format.Date(day)));
        if (gap.CreditedThrough is { } credited)
            parts.Add(reader.Say(Words.Trust.Credited, reader.Format.Date(credited)));
        parts.Add(reader.Say(Words.Trust.Definition, gap.Metric.Version));
        return string.Join(" · ", parts);
    }
}
