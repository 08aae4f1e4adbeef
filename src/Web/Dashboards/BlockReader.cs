using PrivateDomainBI.Core.Dashboards;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Benchmarks;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>Asks what one block of a dashboard needs and shapes it to be shown. A block that fails says so and leaves the others alone.</summary>
internal sealed class BlockReader(Answers answers, MetricCatalog catalog, BenchmarkShelf benchmarks)
{
    // lastDay: of the period that cards, tables and funnels speak of, and charts end with; chartsThrough: where charts beside
    // a block of cards end later than that.
    public async Task<BlockView> ReadAsync(
        DashboardBlock block, Selection selection, DateOnly lastDay, DateOnly completeThrough, AccessScope scope, Reader reader, CancellationToken ct, DateOnly? chartsThrough = null)
    {
        if (block.Kind != BlockKind.Cards && block.Metrics.SelectMany(item => catalog.ProblemsOf(item.Name)).ToList() is { Count: > 0 } problems)
            return new FailedView(block, block.Metrics[0].Name, BrokenMetrics.Message(problems, reader));
        try
        {
            return block.Kind switch
            {
                BlockKind.Cards => await CardsAsync(block, selection, lastDay, completeThrough, chartsThrough ?? lastDay, scope, reader, ct),
                BlockKind.Table => await TableAsync(block, selection, lastDay, completeThrough, scope, reader, ct),
                BlockKind.Funnel => await FunnelAsync(block, selection, lastDay, completeThrough, scope, reader, ct),
                _ => await ChartAsync(block, selection, lastDay, scope, reader, ct),
            };
        }
        catch (QuestionException unanswerable)
        {
            return new FailedView(block, Title(block, reader), unanswerable.Problem.Message);
        }
        catch (Exception away) when (EngineAway.Caused(away))
        {
            return new FailedView(block, Title(block, reader), reader[Words.State.AwayBlock]);
        }
    }

    private async Task<BlockView> CardsAsync(
        DashboardBlock block, Selection selection, DateOnly lastDay, DateOnly completeThrough, DateOnly chartsThrough, AccessScope scope, Reader reader, CancellationToken ct) =>
        new CardsView(block, await Task.WhenAll(block.Metrics.Select(async item =>
        {
            if (catalog.Find(item.Name) is not { } metric)
                return KpiCards.Failed(item, found: null, BrokenMetrics.Message(catalog.ProblemsOf(item.Name), reader), reader);
            var (question, period) = KpiCards.Question(metric, item.Grain, selection, lastDay, completeThrough, chartsThrough);
            try
            {
                var (result, _) = await answers.AskAsync(question, scope, ct);
                return KpiCards.From(result, question, period, reader);
            }
            catch (QuestionException unanswerable)
            {
                return KpiCards.Failed(item, metric, unanswerable.Problem.Message, reader);
            }
        })));

    private async Task<BlockView> ChartAsync(
        DashboardBlock block, Selection selection, DateOnly lastDay, AccessScope scope, Reader reader, CancellationToken ct)
    {
        var (name, grain) = block.Metrics[0];
        var metric = catalog.Find(name)!;
        var last = Periods.StartOf(lastDay, grain);
        var question = selection.Ask(metric, new DateRange(Periods.Add(last, grain, 1 - block.Periods), Periods.Add(last, grain, 1)), grain, block.By);
        var (result, stale) = await answers.AskAsync(question, scope, ct);
        return new ChartBlockView(block, block.Kind == BlockKind.Split
            ? ChartViews.Split(result, question, reader, stale)
            : ChartViews.Trend(result, question, reader, stale, bars: block.Kind == BlockKind.Bars, benchmarks.Of(metric, grain, reader)));
    }

    private async Task<BlockView> FunnelAsync(
        DashboardBlock block, Selection selection, DateOnly lastDay, DateOnly completeThrough, AccessScope scope, Reader reader, CancellationToken ct)
    {
        var grain = block.Metrics[0].Grain;
        var period = JudgedPeriod.Latest(catalog.Find(block.Metrics[0].Name)!, grain, lastDay, completeThrough);
        var stages = await Task.WhenAll(block.Metrics.Select(async item =>
        {
            var question = selection.Ask(catalog.Find(item.Name)!, new DateRange(period, Periods.Add(period, grain, 1)), Grain.All);
            var (result, _) = await answers.AskAsync(question, scope, ct);
            return (Result: result, Question: question);
        }));
        return new FunnelView(
            block,
            reader[block.Title ?? Funnel.Title],
            reader.Say(Funnel.Note, reader.Format.Period(period, grain)),
            Funnel.Stages(stages, reader),
            Trust.Line(stages.Select(stage => stage.Result), reader, staleSince: null));
    }

    private async Task<BlockView> TableAsync(
        DashboardBlock block, Selection selection, DateOnly lastDay, DateOnly completeThrough, AccessScope scope, Reader reader, CancellationToken ct)
    {
        var by = OrgLevel.Below(block.By!, selection);
        var columns = await Task.WhenAll(block.Metrics.Select(async item =>
        {
            var metric = catalog.Find(item.Name)!;
            var period = JudgedPeriod.Latest(metric, item.Grain, lastDay, completeThrough);
            var question = selection.Ask(metric, new DateRange(period, Periods.Add(period, item.Grain, 1)), Grain.All, by);
            var (result, _) = await answers.AskAsync(question, scope, ct);
            return new MemberColumn(result, question, period, item.Grain);
        }));
        var sheet = MemberTable.Of(by, columns, reader, id => OrgLevel.Link(by, id, selection));
        return new TableView(
            block,
            reader.Heading(Words.Dimension(by)),
            sheet,
            reader.Say(Words.Table.SmallNote, columns.Max(column => column.Result.Metric.MinN)),
            Trust.Line(columns.Select(column => column.Result), reader, staleSince: null));
    }

    private string Title(DashboardBlock block, Reader reader) => block switch
    {
        { Kind: BlockKind.Funnel } => reader[block.Title ?? Funnel.Title],
        { Kind: BlockKind.Table, By: { } by } => reader.Heading(Words.Dimension(by)),
        { Metrics: [var only] } when catalog.Find(only.Name) is { } metric => reader[metric.Label],
        _ => "",
    };
}
