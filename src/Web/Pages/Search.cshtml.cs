using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Pages.Metrics;

namespace PrivateDomainBI.Web.Pages;

/// <summary>One box for metrics, employees and customers.</summary>
internal sealed class SearchModel(MetricCatalog catalog, CompanyDirectory directory, CustomerFile customers, Reader reader) : PageModel
{
    private const int Most = 20;

    public string Query { get; private set; } = "";

    public IReadOnlyList<Metric> Metrics { get; private set; } = [];

    public IReadOnlyList<EmployeePlace> Employees { get; private set; } = [];

    public IReadOnlyList<(string Id, string Customer)> Customers { get; private set; } = [];

    public bool IsEmpty => Metrics.Count + Employees.Count + Customers.Count == 0;

    public async Task OnGetAsync(string? q, CancellationToken ct)
    {
        Query = q?.Trim() ?? "";
        if (Query.Length is 0 or > 100)
            return;
        Metrics = [.. MetricSearch.Find(catalog, Query, reader).Take(Most)];
        Employees = [.. (await directory.EmployeesAsync(Query, ct)).Take(Most)];
        Customers = await customers.FindAsync(Query, ct);
    }
}
