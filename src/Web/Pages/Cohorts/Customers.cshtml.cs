using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Cohorts;
using PrivateDomainBI.Web.Cohorts;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages.Cohorts;

/// <summary>The customers behind one cell of a cohort table, with why each counted.</summary>
internal sealed class CustomersModel(CohortCatalog catalog, CohortQueries cohorts, Answers answers, TrustReader trust, Reader reader) : PageModel
{
    private const int PageSize = 50;

    public CohortMeasure Measure { get; private set; } = null!;

    public CohortRequest Question { get; private set; } = null!;

    public CohortAge Age { get; private set; } = null!;

    public DateOnly? Start { get; private set; }

    public CohortDrillResult Drill { get; private set; } = null!;

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public int PageNumber { get; private set; } = 1;

    public IReadOnlyList<(CellPart Part, long Count, string Link)> Parts { get; private set; } = [];

    public long First => ((PageNumber - 1L) * PageSize) + 1;

    public long LastPage => Math.Max(1, (Drill.Count + PageSize - 1) / PageSize);

    public string CohortName => Start is { } start ? reader.Format.Period(start, Question.Members.Grain) : reader[CohortWords.AllCohorts];

    public async Task<IActionResult> OnGetAsync(string measure, CancellationToken ct)
    {
        if (catalog.Find(measure) is not { } known)
            return NotFound();
        Measure = known;
        Strip = await trust.ReadAsync(reader, ct);
        var (state, _) = await answers.StateAsync(ct);
        if (Strip.CompleteThrough is null || state.For(known.Members).CompleteThrough is not { } through)
            return RedirectToPage("/Index");
        (Question, var problems) = CohortQuestion.Read(catalog, known, Request.Query, through.AddDays(1));
        if (problems.Count > 0 || CohortRequestReader.Cell(Question, Request.Query["at"].ToString()) is not { } age || !CohortCompiler.CanTell(known, Question, age))
            return BadRequest();
        Age = age;
        Start = DateOnly.TryParseExact(Request.Query["cohortStart"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) ? start : null;
        PageNumber = Pages.PageNumber.Of(Request);
        var part = CellParts.Parse(Request.Query["part"].ToString()) ?? CellPart.Numerator;
        Drill = await OpenAsync(part, (PageNumber - 1) * PageSize, PageSize, ct);
        var parts = new List<(CellPart, long, string)>();
        foreach (var (side, _) in CellParts.All.Where(pair => pair.Part != CellPart.Excluded || known.Members.Because.ContainsKey(CellPart.Excluded)))
            parts.Add((side, (await OpenAsync(side, 0, 1, ct)).Count, Link(side, 1)));
        Parts = parts;
        return Page();
    }

    public string Link(CellPart part, int page) => CohortLink.Customers(Question, Start, new Dictionary<string, string>(StringComparer.Ordinal), Age, part, page);

    private Task<CohortDrillResult> OpenAsync(CellPart part, int offset, int limit, CancellationToken ct) => cohorts.DrillAsync(
        new CohortDrillRequest(Question, Start, new Dictionary<string, string>(StringComparer.Ordinal), Age, part, offset, limit), AccessScope.Company, ct);
}
