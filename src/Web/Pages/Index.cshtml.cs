using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Benchmarks;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages;

/// <summary>The overview: what happened in one week, against the week before, and what it rests on.</summary>
internal sealed class IndexModel(Answers answers, TrustReader trust, BlockReader blocks, Choices choices, DashboardShelf shelf, BenchmarkShelf benchmarks, Reader reader, TimeProvider time) : PageModel
{
    /// <summary>How long a page waits for its numbers before it is sent with frames that load the rest.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public IReadOnlyList<BlockView> Blocks { get; private set; } = [];

    public IReadOnlyList<string> Broken { get; private set; } = [];

    public FilterChoices Choices { get; private set; } = FilterChoices.None;

    public IReadOnlyList<SelectListItem> Weeks { get; private set; } = [];

    public Selection Selection { get; private set; } = Selection.From(QueryCollection.Empty);

    public DateOnly Week { get; private set; }

    public DateOnly LatestWeek { get; private set; }

    public bool IsEmpty { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await PrepareAsync(ct) is not { } dashboard)
            return Page();
        Broken = [.. shelf.Find("overview").Problems.Concat(benchmarks.Problems).Select(problem => problem.ToString())];
        (Choices, _) = await answers.KeepAsync("choices:" + Request.QueryString + reader.Language, () => choices.ReadAsync(Strip.DataVersion, Selection, reader, ct));
        Weeks = FilterChoices.Weeks(LatestWeek, Week, reader);

        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = dashboard.Blocks.Select(block => ReadAsync(block, giveUp.Token)).ToList();
        await Task.WhenAny(Task.WhenAll(reading), Task.Delay(Patience, time, ct));
        Blocks = [.. dashboard.Blocks.Select((block, index) => reading[index].IsCompletedSuccessfully ? reading[index].GetAwaiter().GetResult() : new WaitingView(block))];
        await giveUp.CancelAsync();
        return Page();
    }

    /// <summary>One block by itself, for the frames of a page that was sent before it was ready.</summary>
    public async Task<IActionResult> OnGetBlockAsync(string id, CancellationToken ct)
    {
        if (await PrepareAsync(ct) is not { } dashboard || dashboard.Blocks.FirstOrDefault(block => block.Id == id) is not { } block)
            return NotFound();
        return Partial("_Block", await ReadAsync(block, ct));
    }

    public string WeekLink(int weeks) => (Selection with { Week = Week.AddDays(7 * weeks) == LatestWeek ? null : Week.AddDays(7 * weeks) }).Link("/");

    private async Task<Core.Dashboards.Dashboard?> PrepareAsync(CancellationToken ct)
    {
        Strip = await trust.ReadAsync(reader, ct);
        if (Strip.CompleteThrough is not { } through)
        {
            IsEmpty = true;
            return null;
        }

        Selection = Selection.From(Request.Query);
        LatestWeek = Periods.StartOf(through.AddDays(1), Grain.Week).AddDays(-7);
        Week = Selection.Week is { } chosen && chosen <= Periods.StartOf(through, Grain.Week) ? chosen : LatestWeek;
        return shelf.Find("overview").Dashboard;
    }

    private Task<BlockView> ReadAsync(Core.Dashboards.DashboardBlock block, CancellationToken ct) =>
        blocks.ReadAsync(block, Selection, Week.AddDays(6), Strip.CompleteThrough!.Value, AccessScope.Company, reader, ct);
}
