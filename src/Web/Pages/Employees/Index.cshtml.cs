using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages.Employees;

/// <summary>All employees with their core numbers; sorted as asked, but those with too few customers never ranked.</summary>
internal sealed class IndexModel(EmployeeNumbers numbers, CompanyDirectory directory, Answers answers, TrustReader trust, Reader reader) : PageModel
{
    private const int PageSize = 100;

    public string Query { get; private set; } = "";

    public Sheet Sheet { get; private set; } = new("", [], []);

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public string TrustLine { get; private set; } = "";

    public int PageNumber { get; private set; } = 1;

    public int Count { get; private set; }

    public int LastPage => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public int First => ((PageNumber - 1) * PageSize) + 1;

    private string Sort { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string? q, string? sort, CancellationToken ct)
    {
        Query = q?.Trim() ?? "";
        Sort = sort ?? "-" + EmployeeNumbers.Metrics[0];
        PageNumber = Pages.PageNumber.Of(Request);
        Strip = await trust.ReadAsync(reader, ct);
        if (Strip.CompleteThrough is not { } through)
            return RedirectToPage("/Index");
        var (people, _) = await answers.KeepAsync("employees:" + Query, () => directory.EmployeesAsync(Query, ct));
        var columns = await numbers.ReadAsync(through, AccessScope.Company, ct);
        var sorted = EmployeeNumbers.Sorted(people, columns, Sort);
        Count = sorted.Count;
        TrustLine = columns.Count == 0 ? "" : Trust.Line(columns[0].Result, reader, Strip.StaleSince);
        Sheet = Table([.. sorted.Skip(First - 1).Take(PageSize)], columns);
        return Page();
    }

    public string PageLink(int page) => Link(Sort, page);

    private Sheet Table(IReadOnlyList<EmployeePlace> people, IReadOnlyList<MemberColumn> columns) => new(
        reader[Words.Employees.Title],
        [
            new(reader[Words.Employees.Name], Number: false, Hint: null, Link(Sort == "name" ? "-name" : "name"), Sorted("name")),
            .. columns.Select(column => new SheetColumn(
                reader[column.Result.Metric.Label],
                Number: true,
                reader.Format.Days(column.Question.Range),
                Link(Sort == "-" + column.Result.Metric.Name ? column.Result.Metric.Name : "-" + column.Result.Metric.Name),
                Sorted(column.Result.Metric.Name))),
        ],
        [.. people.Select(person => (IReadOnlyList<SheetCell>)
        [
            new(person.Name.Length > 0 ? person.Name : person.EmployeeId, $"/employees/{Uri.EscapeDataString(person.EmployeeId)}", Hint: null,
                EmployeeNumbers.Place(person) is { Length: > 0 } place ? place : person.EmployeeId),
            .. columns.Select(column => MemberTable.Cell(EmployeeNumbers.Row(column, person.EmployeeId), column, reader)),
        ])],
        reader.Say(Words.Table.SmallNote, columns.Count == 0 ? 0 : columns[0].Result.Metric.MinN));

    private string? Sorted(string name) => Sort == name ? "ascending" : Sort == "-" + name ? "descending" : null;

    private string Link(string sort, int page = 1)
    {
        var query = new QueryBuilder { { "sort", sort } };
        if (Query.Length > 0)
            query.Add("q", Query);
        if (page > 1)
            query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/employees" + query.ToQueryString();
    }
}
