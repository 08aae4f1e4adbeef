using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages.Metrics;

/// <summary>The customers (or orders) behind one number, side by side with why each counted.</summary>
internal sealed class CustomersModel(MetricCatalog catalog, MetricQueries queries, Answers answers, TrustReader trust, Reader reader) : PageModel
{
    public const int PageSize = 50;

    public Metric Metric { get; private set; } = null!;

    public MetricRequest Question { get; private set; } = null!;

    public MetricRow Cell { get; private set; } = null!;

    public DrillResult Drill { get; private set; } = null!;

    public DateOnly? Period { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public IReadOnlyList<(CellPart Part, long Count, string Link)> Parts { get; private set; } = [];

    public bool HasOrders => DrillCompiler.HasOrders(Metric);

    public long LastPage => Math.Max(1, (Drill.Count + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (catalog.Find(name) is not { } metric)
            return NotFound();
        Metric = metric;
        Strip = await trust.ReadAsync(reader, ct);
        if (Strip.CompleteThrough is not { } through)
            return RedirectToPage("/Index");
        (Question, var problems) = MetricQuestion.Read(catalog, metric, Request.Query, through.AddDays(1));
        if (problems.Count > 0)
            return BadRequest();
        Period = DateOnly.TryParseExact(Request.Query["period"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) ? start : null;
        PageNumber = Pages.PageNumber.Of(Request);
        await ReadAsync(CellParts.Parse(Request.Query["part"].ToString()) ?? CellPart.Numerator, ct);
        return Page();
    }

    public string PageLink(int page) => Link(Drill.Part, page);

    /// <summary>The days the cell covers, or the whole range.</summary>
    public string Days() => Period is { } start && Question.Grain != Grain.All
        ? reader.Format.Period(start, Question.Grain)
        : reader.Format.Days(Question.Range);

    private async Task ReadAsync(CellPart part, CancellationToken ct)
    {
        CellPart[] offered = Metric switch
        {
            { Kind: MetricKind.Rate or MetricKind.Lift, HasMaturity: true } => [CellPart.Numerator, CellPart.Denominator, CellPart.Immature, CellPart.Excluded],
            { Kind: MetricKind.Rate } => [CellPart.Numerator, CellPart.Denominator, CellPart.Excluded],
            { Kind: MetricKind.Mean, Aggregate: Aggregate.Ratio } => [CellPart.Numerator, CellPart.Denominator, CellPart.Immature, CellPart.Excluded],
            { Kind: MetricKind.Mean } => [CellPart.Numerator, CellPart.Immature, CellPart.Excluded],
            { Kind: MetricKind.Sum, Aggregate: Aggregate.Ratio or Aggregate.Median } or { Kind: MetricKind.Payback } => [CellPart.Numerator, CellPart.Denominator],
            _ => [CellPart.Numerator],
        };
        if (!offered.Contains(part))
            part = CellPart.Numerator;
        var opening = queries.DrillAsync(Opening(part, (PageNumber - 1) * PageSize, PageSize), AccessScope.Company, ct);
        var counting = Task.WhenAll(offered.Select(async side => (side, (await queries.DrillAsync(Opening(side, 0, 1), AccessScope.Company, ct)).Count)));
        var (answer, _) = await answers.AskAsync(CellQuestion(), AccessScope.Company, ct);
        Cell = answer.Total;
        Drill = await opening;
        Parts = [.. (await counting).Select(pair => (pair.side, pair.Count, Link(pair.side, 1)))];
    }

    private DrillRequest Opening(CellPart part, int offset, int limit) =>
        new(Question with { By = [] }, Period, new Dictionary<string, string>(StringComparer.Ordinal), part, offset, limit);

    private MetricRequest CellQuestion() => Question with
    {
        By = [],
        Grain = Grain.All,
        Range = Period is { } start && Question.Grain != Grain.All
            ? new DateRange(start, Periods.Add(start, Question.Grain, 1)).Intersect(Question.Range)
            : Question.Range,
    };

    private string Link(CellPart part, int page)
    {
        var parameters = MetricLink.Parameters(Question with { By = [] }).ToList();
        if (Period is { } start)
            parameters.Add(KeyValuePair.Create("period", MetricLink.Day(start)));
        parameters.Add(KeyValuePair.Create("part", CellParts.Name(part)));
        if (page > 1)
            parameters.Add(KeyValuePair.Create("page", page.ToString(CultureInfo.InvariantCulture)));
        return $"/metrics/{Metric.Name}/customers{new QueryBuilder(parameters)}";
    }
}
