using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Cohorts;
using PrivateDomainBI.Web.Cohorts;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages.Cohorts;

/// <summary>One cohort table: its heat map, its curve, its definition, and the way to the customers of every cell.</summary>
internal sealed class IndexModel(CohortCatalog catalog, CohortQueries cohorts, Answers answers, TrustReader trust, Choices choices, Reader reader) : PageModel
{
    private const string First = "relation";

    public CohortMeasure Measure { get; private set; } = null!;

    public CohortRequest Question { get; private set; } = null!;

    public CohortResult? Result { get; private set; }

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public FilterChoices Choices { get; private set; } = FilterChoices.None;

    public IReadOnlyList<QuestionProblem> Problems { get; private set; } = [];

    public HeatMap? Map { get; private set; }

    public ChartView? Curve { get; private set; }

    public string? Needs { get; private set; }

    public IReadOnlyList<CohortMeasure> Measures => catalog.All;

    public async Task<IActionResult> OnGetAsync(string? measure, CancellationToken ct)
    {
        if (catalog.Find(measure ?? First) is not { } known)
            return NotFound();
        Measure = known;
        Strip = await trust.ReadAsync(reader, ct);
        if (Strip.CompleteThrough is not { } through)
            return RedirectToPage("/Index");
        var (state, _) = await answers.StateAsync(ct);
        var (completeThrough, missing) = state.For(known.Members);
        (Question, Problems) = CohortQuestion.Read(catalog, known, Request.Query, (completeThrough ?? through).AddDays(1));
        var selection = new Selection(Week: null, Question.Members.Filters, Question.Members.Owner, Question.Members.Org);
        (Choices, _) = await answers.KeepAsync(
            "choices:" + Request.QueryString + reader.Language, () => choices.ReadAsync(Strip.DataVersion, selection, reader, ct));
        if (missing is null)
            await AnswerAsync(ct);
        else
            Needs = string.Join(reader[Words.Separator], known.Members.Needs.Select(need => string.Join(" / ", need.Split('|').Select(dataset => reader[Words.Dataset(dataset)]))));
        return Page();
    }

    private async Task AnswerAsync(CancellationToken ct)
    {
        try
        {
            var key = "cohorts:" + JsonSerializer.Serialize(new { Question, AccessScope.Company });
            (var result, var stale) = await answers.KeepAsync(key, () => cohorts.AnswerAsync(Question, AccessScope.Company, ct));
            var views = new CohortViews(result, Question, reader);
            Result = result;
            Map = views.Map();
            Curve = views.Curve(stale);
        }
        catch (QuestionException refused)
        {
            Problems = [.. Problems, refused.Problem];
        }
    }
}
