using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Warehouse.Pages;

namespace PrivateDomainBI.Web.Pages;

/// <summary>Rows that could not be used: where each stands, which value, and why.</summary>
internal sealed class QuarantineModel(LoadLog loads) : PageModel
{
    private const int PageSize = 100;

    public IReadOnlyList<RefusedCount> Counts { get; private set; } = [];

    public IReadOnlyList<RefusedRow> Rows { get; private set; } = [];

    public string Dataset { get; private set; } = "";

    public ulong Batch { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public bool HasOlder { get; private set; }

    public async Task OnGetAsync(string? dataset, CancellationToken ct)
    {
        Dataset = dataset ?? "";
        Batch = ulong.TryParse(Request.Query["batch"], NumberStyles.None, CultureInfo.InvariantCulture, out var batch) ? batch : 0;
        PageNumber = Pages.PageNumber.Of(Request);
        Counts = await loads.RefusedCountsAsync(ct);
        var rows = await loads.RefusedAsync(Dataset, Batch, (PageNumber - 1) * PageSize, PageSize + 1, ct);
        HasOlder = rows.Count > PageSize;
        Rows = [.. rows.Take(PageSize)];
    }

    public string PageLink(int page)
    {
        var query = new QueryBuilder { { "page", page.ToString(CultureInfo.InvariantCulture) } };
        if (Dataset.Length > 0)
            query.Add("dataset", Dataset);
        if (Batch > 0)
            query.Add("batch", Batch.ToString(CultureInfo.InvariantCulture));
        return "/quarantine" + query.ToQueryString();
    }
}
