using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>One scorecard as a reader sees it; its targets by <see cref="TargetLine.Key"/>, the heaviest first. <paramref name="ShortNotes"/>: the notes of its score in a word each.</summary>
internal sealed record CardView(
    string Name, string Id, string? Link, string Score, string? ScoreHint, IReadOnlyList<string> ScoreNotes, string ShortNotes, string Place, string? PlaceHint, IReadOnlyDictionary<string, TargetView> Targets)
{
    public static CardView Of(Scorecard card, string kind, ScorecardPeriod period, Reader reader)
    {
        var days = new DateRange(period.From, period.To);
        var gapOf = kind == ScopeKinds.Company ? period.Name : null;
        var dimension = ScopeKinds.Dimension(kind, card.Level);
        return new CardView(
            kind == ScopeKinds.Company ? reader[ScorecardWords.Kind(kind)] : dimension is null ? card.Label : Member.Name(dimension, card.Id, card.Label, reader),
            card.Id,
            kind == ScopeKinds.Employee ? $"/employees/{Uri.EscapeDataString(card.Id)}" : null,
            card.Score is { } score ? Format.Percent(score) : Format.None,
            card.AdjustedScore is { } adjusted && adjusted != card.Score ? reader.Say(ScorecardWords.PlaceScore, Format.Percent(adjusted)) : null,
            [.. Notes(card, reader)],
            string.Join(" · ", ShortNotesOf(card).Select(note => reader[note])),
            card is { Rank: { } rank, Among: { } among } ? reader.Say(ScorecardWords.Place, rank, among) : Format.None,
            card.Among is { } alike ? reader.Say(ScorecardWords.PlaceHint, alike) : card.Reason is { } reason ? reader[ScorecardWords.Why(reason)] : null,
            card.Targets.OrderByDescending(line => line.IsWeighted ? line.Weight : 0).ToDictionary(line => line.Key, line => TargetView.Of(line, dimension, card.Id, days, reader, gapOf), StringComparer.Ordinal));
    }

    private static IEnumerable<Text> ShortNotesOf(Scorecard card)
    {
        if (card.Partial)
            yield return ScorecardWords.PartialShort;
        if (card.Provisional)
            yield return ScorecardWords.Provisional;
    }

    private static IEnumerable<string> Notes(Scorecard card, Reader reader)
    {
        if (card.Partial)
        {
            var missing = card.Targets.Where(line => line.IsWeighted && !line.IsScored).Select(line => TargetView.Label(line, reader));
            yield return reader.Say(ScorecardWords.Partial, string.Join(reader[ScorecardWords.And], missing));
        }

        if (card.Provisional)
            yield return reader[ScorecardWords.Provisional];
    }
}

/// <summary>A column of a table of scorecards: a target, and its weight where all have the same.</summary>
internal sealed record TargetColumn(string Key, string Name, string? Weight);

/// <summary>The scorecards of one level. <paramref name="Title"/>: the level's name, null where there is but one.</summary>
internal sealed record ScoreTable(string? Title, IReadOnlyList<TargetColumn> Columns, IReadOnlyList<CardView> Rows, bool HasScores)
{
    public static IReadOnlyList<ScoreTable> Of(ScorecardResult result, IReadOnlyList<Scorecard> shown, Reader reader)
    {
        return [.. shown.GroupBy(card => card.Level, StringComparer.Ordinal).Select(level => new ScoreTable(
            level.Key.Length > 0 ? reader.Heading(Words.Dimension(level.Key)) : null,
            ColumnsOf([.. level], reader),
            [.. level.Select(card => CardView.Of(card, result.Kind, result.Period, reader))],
            level.Any(card => card.Weight > 0)))];
    }

    // The heaviest first.
    private static IReadOnlyList<TargetColumn> ColumnsOf(List<Scorecard> cards, Reader reader) =>
        [.. cards.SelectMany(card => card.Targets).GroupBy(line => line.Key, StringComparer.Ordinal)
            .OrderByDescending(column => column.Sum(line => line.IsWeighted ? line.Weight!.Value : 0)).ThenBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => new TargetColumn(column.Key, TargetView.Label(column.First(), reader), WeightOf([.. column.Select(line => line.IsWeighted ? line.Weight : null).Distinct()], reader)))];

    private static string? WeightOf(List<decimal?> weights, Reader reader) => weights switch
    {
        [{ } weight] => reader.Say(ScorecardWords.Weight, Format.Number(weight)),
        [null] => reader[ScorecardWords.NoWeight],
        _ => null,
    };
}
