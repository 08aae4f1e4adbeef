using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages.Metrics;

/// <summary>Every metric there is, by subject, and what is wrong with those that could not be read.</summary>
internal sealed class IndexModel(MetricCatalog catalog, Reader reader) : PageModel
{
    public string Query { get; private set; } = "";

    public int Count => catalog.All.Count;

    public IReadOnlyList<IGrouping<string, Metric>> Subjects { get; private set; } = [];

    public IReadOnlyList<string> Broken => [.. catalog.Problems.Select(problem => problem.ToString())];

    public void OnGet(string? q)
    {
        Query = q?.Trim() ?? "";
        Subjects = [.. MetricSearch.Find(catalog, Query, reader).GroupBy(metric => metric.Subject, StringComparer.Ordinal)];
    }
}
