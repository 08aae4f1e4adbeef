using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Dashboards;

namespace PrivateDomainBI.Web.Pages;

/// <summary>What was loaded, batch by batch, and how far each dataset reaches.</summary>
internal sealed class LoadsModel(LoadLog loads, Answers answers) : PageModel
{
    private const int PageSize = 50;

    public DataState State { get; private set; } = new(0, new Dictionary<string, DateOnly>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>How far each dataset reaches, in the order in which they are loaded.</summary>
    public IEnumerable<(string Dataset, DateOnly Through)> Completeness =>
        Datasets.Names.Where(State.CompleteThrough.ContainsKey).Select(name => (name, State.CompleteThrough[name]));

    public IReadOnlyList<LoadedBatch> Batches { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public bool HasOlder { get; private set; }

    public long Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        PageNumber = Pages.PageNumber.Of(Request);
        (State, _) = await answers.StateAsync(ct);
        var batches = await loads.BatchesAsync((PageNumber - 1) * PageSize, PageSize + 1, ct);
        HasOlder = batches.Count > PageSize;
        Batches = [.. batches.Take(PageSize)];
        Refused = (await loads.RefusedCountsAsync(ct)).Sum(count => count.Rows);
    }
}
