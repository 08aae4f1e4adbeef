using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Rankings;

namespace PrivateDomainBI.Web.Pages.Employees;

/// <summary>All employees with their core numbers; sorted as asked, but those with too few customers never ranked.</summary>
internal sealed class IndexModel(EmployeeNumbers numbers, CompanyDirectory directory, Answers answers, TrustReader trust, Reader reader) : PageModel
{
    private const int PageSize = 100;

    public string Query { get; private set; } = "";

    public Sheet Sheet { get; private set; } = new("", [], []);

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    /// <summary>What was done to the rates, and how far their order can be trusted.</summary>
    public string? Explained { get; private set; }

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
        TrustLine = columns.Count == 0 ? "" : Trust.Line(columns.Select(column => column.Column.Result), reader, Strip.StaleSince);
        Explained = Note(columns.FirstOrDefault(column => column.Metric.Name == Sort.TrimStart('-')) ?? columns.FirstOrDefault(column => column.IsRate));
        Sheet = Table([.. sorted.Skip(First - 1).Take(PageSize)], columns);
        return Page();
    }

    public string PageLink(int page) => Link(Sort, page);

    private Sheet Table(IReadOnlyList<EmployeePlace> people, IReadOnlyList<EmployeeColumn> columns)
    {
        var by = columns.FirstOrDefault(column => column.Metric.Name == Sort.TrimStart('-'));
        return new Sheet(
            reader[Words.Employees.Title],
            [
                new(reader[Words.Employees.Name], Number: false, Hint: null, Link(Sort == "name" ? "-name" : "name"), Sorted("name")),
                .. by is null ? (SheetColumn[])[] : [new(reader[RankingWords.Rank], Number: true)],
                .. columns.Select(column => new SheetColumn(
                    column.IsRate ? reader.Say(RankingWords.AdjustedName, reader[column.Metric.Label]) : reader[column.Metric.Label],
                    Number: true,
                    reader.Format.Days(column.Column.Question.Range),
                    Link(Sort == "-" + column.Metric.Name ? column.Metric.Name : "-" + column.Metric.Name),
                    Sorted(column.Metric.Name))),
            ],
            [.. people.Select(person => (IReadOnlyList<SheetCell>)
            [
                new(person.Name.Length > 0 ? person.Name : person.EmployeeId, $"/employees/{Uri.EscapeDataString(person.EmployeeId)}", Hint: null,
                    EmployeeNumbers.Place(person) is { Length: > 0 } place ? place : person.EmployeeId),
                .. by is null ? (SheetCell[])[] : [RankingCells.Place(by.Member(person.EmployeeId), reader)],
                .. columns.Select(column => Cell(column, person.EmployeeId)),
            ])]);
    }

    private SheetCell Cell(EmployeeColumn column, string employee) =>
        column is { IsRate: true } && column.Row(employee) is { } row && column.Member(employee) is { } member
            ? RankingCells.Adjusted(member, row, column.Column, reader)
            : MemberTable.Cell(column.Row(employee), column.Column, reader);

    private string? Note(EmployeeColumn? column) => column switch
    {
        null => null,
        { IsRate: true } => RankingWords.Note(column.Ranking, column.Metric.MinN, reader),
        _ => reader[RankingWords.Explained],
    };

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
