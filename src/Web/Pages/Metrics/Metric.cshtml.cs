using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Benchmarks;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Explain;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Rankings;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Pages.Metrics;

/// <summary>One metric: its trend, its breakdown, its definition, and the way to the customers behind every number.</summary>
internal sealed class MetricModel(
    MetricCatalog catalog, Answers answers, PageRankings rankings, TrustReader trust, Choices choices, WhyReader why, BenchmarkShelf benchmarks, Reader reader, TimeProvider time) : PageModel
{
    /// <summary>How long the page waits for its explanation before it is sent with a frame that loads it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public Metric Metric { get; private set; } = null!;

    public MetricRequest Question { get; private set; } = null!;

    public MetricResult Result { get; private set; } = null!;

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public FilterChoices Choices { get; private set; } = FilterChoices.None;

    public IReadOnlyList<QuestionProblem> Problems { get; private set; } = [];

    /// <summary>What every number of the page is compared with.</summary>
    public Comparison Comparison => Question.Compare ?? Comparison.Previous;

    /// <summary>The whole range against the one it is compared with.</summary>
    public Change Change => Change.Of(Result, Comparison, reader);

    public ChartView? Trend { get; private set; }

    /// <summary>Of a payback alone.</summary>
    public ChartView? Payback { get; private set; }

    /// <summary>Of a metric whose periods add up to a story of their own.</summary>
    public ChartView? Running { get; private set; }

    /// <summary>What is usual in the company's industry whatever the length of a period; what a month comes to is no measure for the whole range.</summary>
    public BenchmarkView? Benchmark => benchmarks.Of(Metric, Grain.All, reader);

    public ChartView? Split { get; private set; }

    public ChartView? Breakdown { get; private set; }

    public string? Needs { get; private set; }

    public WhyView? Why { get; private set; }

    /// <summary>Why there is no answer, where the metric's own file is wrong or a segment is gone.</summary>
    public string? Refused { get; private set; }

    public Text RefusedTitle { get; private set; } = BrokenMetrics.Title;

    /// <summary>The dimension of the breakdown: the one asked for, or channels.</summary>
    public string By => Question.By is [var by, ..] ? by : Dimensions.Channel;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (catalog.Find(name) is not { } metric)
            return catalog.ProblemsOf(name).Count > 0 ? RedirectToPage("/Metrics/Index", new { q = name }) : NotFound();
        if (await PrepareAsync(metric, ct) is not { } dayAfterData)
            return RedirectToPage("/Index");
        var selection = new Selection(Week: null, Question.Filters, Question.Owner, Question.Org);
        (Choices, _) = await answers.KeepAsync(
            "choices:" + Request.QueryString + reader.Language, () => choices.ReadAsync(Strip.DataVersion, selection, reader, ct));
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var explaining = why.ReadAsync(metric, Question, Request.Query, dayAfterData, reader, AccessScope.Company, giveUp.Token);
        try
        {
            await AnswerAsync(ct);
        }
        catch (QuestionException refused)
        {
            Refused = refused.Problem.Message;
            RefusedTitle = refused.Problem.Code == "broken_metric" ? BrokenMetrics.Title : SegmentWords.Refused;
        }

        await Task.WhenAny(explaining, Task.Delay(Patience, time, ct));
        Why = Needs is not null || Refused is not null ? null
            : explaining.IsCompleted ? await explaining
            : WhyView.Waiting(WhyReader.PanelLink(metric, Question, Request.Query, dayAfterData));
        await giveUp.CancelAsync();
        return Page();
    }

    /// <summary>The panel “why it moved” by itself, for its switches and for pages that were sent before it was ready.</summary>
    public async Task<IActionResult> OnGetWhyAsync(string name, CancellationToken ct)
    {
        if (catalog.Find(name) is not { } metric || await PrepareAsync(metric, ct) is not { } dayAfterData)
            return NotFound();
        return Partial("_Why", await why.ReadAsync(metric, Question, Request.Query, dayAfterData, reader, AccessScope.Company, ct));
    }

    public bool Offers(Owner owner) => Metric.Owners.Contains(owner);

    public string PartLink(CellPart part) => MetricLink.Customers(Question with { By = [], Grain = Grain.All }, Result.Total, part);

    public IEnumerable<(string Name, string Link, bool Now)> Ranges()
    {
        foreach (var (count, grain) in new[] { (13, Grain.Week), (26, Grain.Week), (12, Grain.Month), (8, Grain.Quarter) })
        {
            var range = MetricQuestion.Last(count, grain, Strip.CompleteThrough!.Value.AddDays(1));
            var question = Question with { Range = range, Grain = grain };
            yield return (reader.Say(Words.Last(grain), count), MetricLink.Page(question), Question.Range == range && Question.Grain == grain);
        }
    }

    // The first day the data do not cover; null while there are none.
    private async Task<DateOnly?> PrepareAsync(Metric metric, CancellationToken ct)
    {
        Metric = metric;
        Strip = await trust.ReadAsync(reader, ct);
        if (Strip.CompleteThrough is not { } through)
            return null;
        (Question, Problems) = MetricQuestion.Read(catalog, metric, Request.Query, through.AddDays(1));
        return through.AddDays(1);
    }

    private async Task AnswerAsync(CancellationToken ct)
    {
        var whole = Question with { By = [], Compare = Comparison };
        var pieces = Question with { By = [By], Grain = Grain.All, Compare = null };
        var asking = answers.AskAsync(whole, AccessScope.Company, ct);
        var breaking = answers.AskAsync(pieces, AccessScope.Company, ct);
        var splitting = Question.By.Count > 0 && Question.Grain != Grain.All
            ? answers.AskAsync(Question with { By = [By], Compare = null }, AccessScope.Company, ct)
            : null;
        (Result, var stale) = await asking;
        if (Result.Warnings.FirstOrDefault(warning => warning.StartsWith("no_data", StringComparison.Ordinal)) is not null)
        {
            Needs = string.Join(reader[Words.Separator], Metric.Needs.Select(need => string.Join(" / ", need.Split('|').Select(dataset => reader[Words.Dataset(dataset)]))));
            return;
        }

        Trend = Question.Grain == Grain.All ? null : ChartViews.Trend(Result, whole, reader, stale, bars: Metric.Unit != "ratio" && !Metric.IsStock, benchmarks.Of(Metric, Question.Grain, reader)) with { Link = null };
        Payback = PaybackCurve.Of(Result, whole, reader, stale);
        Running = Metric.HasRunningTotal && Question.Grain != Grain.All ? RunningTotal.Of(Result, whole, reader, stale) : null;
        var (broken, _) = await breaking;
        Breakdown = ChartViews.Breakdown(broken, pieces, await rankings.OfAsync(broken, By, ct), reader, stale);
        if (splitting is not null)
        {
            var (split, _) = await splitting;
            Split = ChartViews.Split(split, Question with { By = [By] }, reader, stale) with { Link = null };
        }
    }
}
