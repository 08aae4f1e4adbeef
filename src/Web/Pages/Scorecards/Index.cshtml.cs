using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Web.Api;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web.Pages.Scorecards;

/// <summary>The scorecards of a kind of scope for a period: scores, ranks, and every target beside what was reached.</summary>
internal sealed class IndexModel(ScorecardReader scorecards, TrustReader trust, Reader reader) : PageModel
{
    private const int PageSize = 50;

    public string Kind { get; private set; } = ScopeKinds.Employee;

    public string Period { get; private set; } = "";

    /// <summary>The periods to choose from, each as it is written in an address, with its name.</summary>
    public IReadOnlyList<(string Id, string Name)> Periods { get; private set; } = [];

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public IReadOnlyList<QuestionProblem> Problems { get; private set; } = [];

    public ScorecardResult? Result { get; private set; }

    public IReadOnlyList<ScoreTable> Tables { get; private set; } = [];

    /// <summary>What is not final about the period; null when it is over.</summary>
    public string? OpenNote { get; private set; }

    /// <summary>From when on it can still change whose orders are; null where it cannot.</summary>
    public string? CreditNote => Trust.Credited(Result?.Warnings ?? [], reader);

    public int PageNumber { get; private set; } = 1;

    public int Count => Result?.Cards.Count ?? 0;

    public int LastPage => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public int First => ((PageNumber - 1) * PageSize) + 1;

    public int Last => Math.Min(Count, PageNumber * PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Strip = await trust.ReadAsync(reader, ct);
        if (Strip.CompleteThrough is not { } through)
            return RedirectToPage("/Index");
        var set = await scorecards.PeriodsAsync(ct);
        List<KeyValuePair<string, string>> parameters = [.. MetricEndpoints.Parameters(Request).Where(pair => pair.Key is "period" or "scope")];
        var (request, problems) = ScorecardQuestions.Read(parameters, set, through);
        Kind = request?.Kind ?? (parameters.Select(pair => pair.Value).FirstOrDefault(ScopeKinds.All.Contains) ?? Kind);
        Period = request?.Period.Name ?? "";
        Periods = ScorecardLink.Periods(set.Where(known => known.Kind == Kind), reader);
        // Having no targets at all is told by the page itself, with the way to load some.
        Problems = [.. problems.Where(problem => problem.Code != "no_targets")];
        if (request is not null)
            await AnswerAsync(request, through, ct);
        return Page();
    }

    private async Task AnswerAsync(ScorecardRequest request, DateOnly through, CancellationToken ct)
    {
        try
        {
            (Result, _) = await scorecards.ReadAsync(request, AccessScope.Company, ct);
        }
        catch (QuestionException refused)
        {
            Problems = [.. Problems, refused.Problem];
            return;
        }

        PageNumber = Math.Min(Pages.PageNumber.Of(Request), LastPage);
        Tables = ScoreTable.Of(Result, [.. Result.Cards.Skip(First - 1).Take(PageSize)], reader);
        var days = request.Period.Days;
        var covered = days.Intersect(new Core.Time.DateRange(days.From, (Result.CompleteThrough ?? through).AddDays(1))).Days;
        OpenNote = covered == 0 ? reader[ScorecardWords.NotBegun] : covered < days.Days ? reader.Say(ScorecardWords.Open, covered, days.Days) : null;
    }
}
