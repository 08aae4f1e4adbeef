using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Explain;

/// <summary>Says why a metric moved. It asks nothing but ordinary questions, so that each number in it can be asked again.</summary>
public sealed class Explainer(MetricCatalog catalog, MetricQueries queries)
{
    private const int AtOnce = 3;
    private const int MostTries = 3;

    /// <summary>The explanation, limited to <paramref name="scope"/>.</summary>
    /// <exception cref="QuestionException">No such metric, a day that the data do not reach, or data that change all the time.</exception>
    public async Task<Explanation> ExplainAsync(ExplainRequest request, AccessScope scope, CancellationToken ct)
    {
        var metric = catalog.Find(request.Metric)
            ?? throw new QuestionException(new QuestionProblem("unknown_metric", Nearest.Unknown("metric", request.Metric, catalog.Names)));
        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = await queries.AnswerAsync(Question(request, request.Range, by: null, request.AsOf), scope, ct);
            if (now.AsOf is not { } asOf)
                return Explanation.Untold(ExplainState.NoData, now, ExplainedCell.Of(request.Range, request.AsOf ?? request.Range.To, now.Total), earlier: null);
            if (!metric.IsDivisible)
                return Explanation.Untold(ExplainState.Indivisible, now, ExplainedCell.Of(request.Range, asOf, now.Total), earlier: null);
            if (request.Range.From >= asOf)
                return Explanation.Untold(ExplainState.NotBegun, now, ExplainedCell.Of(request.Range, asOf, now.Total), earlier: null);
            if (request.Range.From < now.Since || request.Versus.From < now.Since)
                return Explanation.Untold(ExplainState.BeforeData, now, ExplainedCell.Of(request.Range, asOf, now.Total), earlier: null);
            var days = ComparedDays.Of(request.Range, request.Versus, metric, asOf);
            if (await AnswersAsync(request, days, now, asOf, scope, ct) is { } answers)
                return answers.Explain(metric);
        }

        throw new QuestionException(new QuestionProblem("data_changing", "data are being loaded; ask again in a moment"));
    }

    // Null when a load finished between two of the questions: their numbers do not belong together.
    private async Task<ExplainAnswers?> AnswersAsync(
        ExplainRequest request, ComparedDays days, MetricResult now, DateOnly asOf, AccessScope scope, CancellationToken ct)
    {
        using var gate = new SemaphoreSlim(AtOnce);
        var later = days.Later == request.Range ? Task.FromResult<MetricResult?>(now) : AskAsync(days.Later, by: null, request.AsOf);
        var earlier = AskAsync(days.Earlier, by: null, request.AsOf);
        var reported = AskAsync(days.Earlier, by: null, days.ReportedAsOf);
        var likeForLike = days.LikeForLike == days.Earlier ? earlier : AskAsync(days.LikeForLike, by: null, request.AsOf);
        var matureThen = days.MatureThen == days.Earlier ? earlier : AskAsync(days.MatureThen, by: null, request.AsOf);
        var splits = request.By.Select(by => (By: by, Before: AskAsync(days.LikeForLike, by, request.AsOf), After: AskAsync(days.Later, by, request.AsOf))).ToList();
        var all = await Task.WhenAll([later, earlier, reported, likeForLike, matureThen, .. splits.SelectMany(split => new[] { split.Before, split.After })]);
        if (all.Any(answer => answer is not null && answer.DataVersion != now.DataVersion))
            return null;

        var told = new List<SplitAnswers>();
        foreach (var (by, before, after) in splits)
        {
            var (earlierMembers, laterMembers) = (await before, (await after)!);
            told.Add(new SplitAnswers(by, earlierMembers?.Rows ?? [], laterMembers.Rows, laterMembers.CreditedThrough() ?? earlierMembers?.CreditedThrough()));
        }

        return new ExplainAnswers(
            days, asOf, (await later)!, (await earlier)!.Total, (await reported)!.Total, (await likeForLike)?.Total, (await matureThen)?.Total, told);

        async Task<MetricResult?> AskAsync(DateRange range, string? by, DateOnly? from)
        {
            if (range.IsEmpty)
                return null;
            await gate.WaitAsync(ct);
            try
            {
                return await queries.AnswerAsync(Question(request, range, by, from), scope, ct);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    private static MetricRequest Question(ExplainRequest request, DateRange range, string? by, DateOnly? asOf) =>
        new(request.Metric, range, Grain.All, by is null ? [] : [by], request.Filters, request.Owner, asOf, Org: request.Org);
}
