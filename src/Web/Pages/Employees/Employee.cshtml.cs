using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Dashboards;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web.Pages.Employees;

/// <summary>One employee: her targets, her numbers by month, where her customers come from, and the way to them.</summary>
internal sealed class EmployeeModel(
    BlockReader blocks, CompanyDirectory directory, ScorecardReader scorecards, TrustReader trust, Reader reader) : PageModel
{
    // As many as a card's line has: cards and charts of the same metric are answered by one question.
    private const int Months = KpiCards.LineLength;

    private static readonly DashboardBlock Cards = new("cards", BlockKind.Cards,
        [.. ((string[])["pool_size", .. EmployeeNumbers.Metrics]).Select(name => new BlockMetric(name, Grain.Month))], Months, By: null, 12);

    private static readonly DashboardBlock[] Charts =
    [
        new("retention", BlockKind.Trend, [new("relation_retention_d1", Grain.Month)], Months, By: null, 7),
        new("sales", BlockKind.Bars, [new("net_sales", Grain.Month)], Months, By: null, 5),
        new("channels", BlockKind.Split, [new("new_customers", Grain.Month)], Months, Dimensions.Channel, 12),
    ];

    public EmployeePlace Person { get; private set; } = null!;

    public string Place => EmployeeNumbers.Place(Person);

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public IReadOnlyList<BlockView> Blocks { get; private set; } = [];

    public string CustomersLink { get; private set; } = "";

    /// <summary>Null when she has no targets.</summary>
    public EmployeeTargets? Targets { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        var finding = directory.EmployeeAsync(id, ct);
        Strip = await trust.ReadAsync(reader, ct);
        if (await finding is not { } person || Strip.CompleteThrough is not { } through)
            return NotFound();
        Person = person;
        var selection = Selection.From(QueryCollection.Empty).With(Dimensions.Employee, id);
        var scoring = scorecards.LatestAsync(id, through, AccessScope.Company, ct);
        Blocks = await Task.WhenAll(((DashboardBlock[])[Cards, .. Charts]).Select(block => ReadAsync(block, selection, through, ct)));
        if (await scoring is { } mine)
            Targets = EmployeeTargets.Of(mine.Result, mine.Card, reader);
        CustomersLink = MetricLink.Customers(new MetricRequest("pool_size", new DateRange(through, through.AddDays(1)), Grain.All, [], selection.Filters, Owner.Now));
        return Page();
    }

    // Cards speak of whole months; charts go on to the month that runs, dashed.
    private Task<BlockView> ReadAsync(DashboardBlock block, Selection selection, DateOnly through, CancellationToken ct)
    {
        var lastDay = block.Kind == BlockKind.Cards ? Periods.StartOf(through.AddDays(1), Grain.Month).AddDays(-1) : through;
        return blocks.ReadAsync(block, selection, lastDay, through, AccessScope.Company, reader, ct, chartsThrough: through);
    }
}
