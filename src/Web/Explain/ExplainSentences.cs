using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Explain;

/// <summary>
/// Says an explanation in words, by rule: what moved, by how much, better or worse; the members whose own number moved it
/// most, then the mix, the rest and the maturity, which add up to the size told; then what was restated and who is not
/// mature yet.
/// </summary>
internal static class ExplainSentences
{
    private const int MostOwn = 3;

    /// <summary>What stands out is less than this part of the move: then nobody does.</summary>
    private const int FewStandOut = 4;

    public static IReadOnlyList<string> Of(Explanation told, ExplainedDimension? dimension, Reader reader)
    {
        var label = reader[told.Metric.Label];
        if (dimension is null)
            return [Untold(told, label, reader)];
        var move = ShownMove.Of(told, dimension);
        var causes = string.Join(reader[ExplainWords.Comma], Causes(move, dimension.Dimension, reader));
        var moved = Moved(told, move, label, reader);
        List<string> sentences = [causes.Length > 0 ? reader.Say(ExplainWords.Because, moved, causes) : reader.Say(ExplainWords.Plain, moved)];
        if (move.Change != 0 && dimension.StandsOut * FewStandOut < Math.Abs(dimension.Effects.Rate + dimension.Effects.Mix + dimension.Effects.Overlap))
            sentences.Add(reader.Say(ExplainWords.AllAlike, reader[Words.Dimension(dimension.Dimension)]));
        if (Restated(told, move, reader) is { } restated)
            sentences.Add(restated);
        if (told.Later is { Immature: > 0, MatureOn: { } matureOn } later)
            sentences.Add(reader.Say(ExplainWords.SomeImmature, PeriodName(Days(later), reader), Format.Number(later.Immature), reader.Format.FullDate(matureOn)));
        return sentences;
    }

    /// <summary>A calendar period by its name, other days by their dates.</summary>
    public static string PeriodName(DateRange days, Reader reader)
    {
        foreach (var grain in new[] { Grain.Week, Grain.Month, Grain.Quarter, Grain.Year })
        {
            if (Periods.StartOf(days.From, grain) == days.From && Periods.Add(days.From, grain, 1) == days.To)
                return reader.Format.Period(days.From, grain);
        }

        return reader.Format.Days(days);
    }

    public static DateRange Days(ExplainedCell cell) => new(cell.From, cell.To);

    /// <summary>How a number of this unit is written where it must bear checking.</summary>
    public static string Value(ShownMove move, decimal? value, Reader reader) =>
        move is { Unit: "money", HasMix: true } && value is not null ? reader.Format.Value("money", value).Full : reader.Format.Cell(move.Unit, value);

    private static string Moved(Explanation told, ShownMove move, string label, Reader reader)
    {
        var (before, after) = (Value(move, told.Earlier!.Value, reader), Value(move, told.Later.Value, reader));
        if (move.Change == 0)
            return reader.Say(ExplainWords.Still, label, before, after);
        var verdict = (Math.Sign(move.Change), told.Metric.Direction) switch
        {
            ( > 0, "up") or ( < 0, "down") => Words.Kpi.Better,
            ( < 0, "up") or ( > 0, "down") => Words.Kpi.Worse,
            ( > 0, _) => Words.Kpi.Higher,
            _ => Words.Kpi.Lower,
        };
        return reader.Say(ExplainWords.Moved, label, before, after, move.WithUnit(move.Change, reader), reader[verdict]);
    }

    private static IEnumerable<string> Causes(ShownMove move, string dimension, Reader reader)
    {
        var by = reader[Words.Dimension(dimension)];
        var told = move.Members.Where(line => line.Member is not null && line.Rate != 0).OrderByDescending(line => Math.Abs(line.Rate)).Take(MostOwn).ToList();
        foreach (var line in told)
            yield return reader.Say(move.HasMix ? ExplainWords.Itself : ExplainWords.Change, Named(dimension, line.Member!.Id, line.Member.Label, reader), move.Signed(line.Rate));
        List<(Text Words, decimal Effect)> rest =
        [
            (ExplainWords.MixOf, move.Members.Sum(line => line.Mix)),
            (move.HasMix ? ExplainWords.RestItself : ExplainWords.RestChange, move.Members.Except(told).Sum(line => line.Rate)),
        ];
        foreach (var (words, effect) in rest.Where(part => part.Effect != 0))
            yield return reader.Say(words, by, move.Signed(effect));
        if (move.Overlap != 0)
            yield return reader.Say(ExplainWords.OverlapOf, move.Signed(move.Overlap));
        if (move.Maturity != 0)
            yield return reader.Say(ExplainWords.MaturityOf, move.Signed(move.Maturity));
    }

    /// <summary>A member as it stands in a sentence.</summary>
    public static string Named(string dimension, string id, string label, Reader reader)
    {
        var name = Member.Name(dimension, id, label, reader);
        return (dimension, id) switch
        {
            (_, Dimensions.Unattributed) => name,
            (Dimensions.Channel, _) => reader.Say(ExplainWords.ChannelName, name),
            (Dimensions.Employee, _) => reader.Say(ExplainWords.EmployeeName, name),
            _ => name,
        };
    }

    private static string? Restated(Explanation told, ShownMove move, Reader reader)
    {
        if (told is not { Reported: { } reported, Restated: { } parts })
            return null;
        var digits = ShownMove.DigitsOf(move.Unit, move.HasMix);
        var since = ShownMove.Round(told.Later.Value!.Value, digits) - ShownMove.Round(reported.Value!.Value, digits);
        var shown = LargestRemainder.Round([parts.Matured, parts.Revised], since - move.Change, digits);
        if (shown.All(part => part == 0))
            return null;
        var (period, then, was) = (PeriodName(Days(reported), reader), reader.Format.FullDate(reported.AsOf), Value(move, reported.Value, reader));
        return shown[0] == 0
            ? reader.Say(ExplainWords.Restated, period, then, was, move.WithUnit(shown[1], reader), move.WithUnit(since, reader))
            : reader.Say(ExplainWords.RestatedBoth, period, then, was, move.WithUnit(shown[0], reader), move.WithUnit(shown[1], reader), move.WithUnit(since, reader));
    }

    private static string Untold(Explanation told, string label, Reader reader)
    {
        var period = PeriodName(Days(told.Later), reader);
        return told.State switch
        {
            ExplainState.Immature => reader.Say(
                ExplainWords.NotJudged, label, period, Format.Number(told.Later.Immature), told.Later.MatureOn is { } day ? reader.Format.FullDate(day) : Format.None),
            ExplainState.NotBegun => reader.Say(ExplainWords.NotBegun, label, period),
            ExplainState.NothingToCompare => reader.Say(ExplainWords.NothingToCompare, label, period, PeriodName(Days(told.Earlier!), reader)),
            ExplainState.BeforeData => reader.Say(ExplainWords.BeforeData, label, told.Since is { } since ? reader.Format.FullDate(since) : Format.None),
            ExplainState.NoData => reader.Say(ExplainWords.NoData, label),
            ExplainState.Indivisible => reader.Say(ExplainWords.Indivisible, label),
            ExplainState.Explained => throw new ArgumentException("an explained move has dimensions", nameof(told)),
        };
    }
}
