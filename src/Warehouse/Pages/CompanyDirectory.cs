using System.Data.Common;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Pages;

/// <summary>An employee and the names of the units she belongs to; empty where there is none.</summary>
public sealed record EmployeePlace(string EmployeeId, string Name, string Status, string Region, string Store, string Dept, string Team);

/// <summary>A unit of the organisation: region, store, dept or team.</summary>
public sealed record OrgUnit(string Id, string Name, string Type, string ParentId);

/// <summary>Who and what there is to choose from: employees, units, channels.</summary>
public sealed class CompanyDirectory(QueryRunner queries)
{
    private const int MostEmployees = 5_000;

    public async Task<IReadOnlyList<EmployeePlace>> EmployeesAsync(string search, CancellationToken ct) => await EmployeesAsync("", search, ct);

    // The list of all is one reading for everybody's page; a larger company than it holds is asked for the one.
    public async Task<EmployeePlace?> EmployeeAsync(string id, CancellationToken ct) =>
        (await EmployeesAsync("", ct)).FirstOrDefault(person => person.EmployeeId == id) ?? (await EmployeesAsync(id, "", ct)).SingleOrDefault();

    public async Task<IReadOnlyList<OrgUnit>> UnitsAsync(CancellationToken ct) =>
        await queries.ReadKeptFileAsync(
            "pages/units.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal),
            row => new OrgUnit(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
            ct);

    public async Task<IReadOnlyList<string>> ChannelsAsync(CancellationToken ct) =>
        await queries.ReadKeptFileAsync("pages/channels.sql", new Dictionary<string, object?>(StringComparer.Ordinal), row => row.GetString(0), ct);

    private async Task<List<EmployeePlace>> EmployeesAsync(string id, string search, CancellationToken ct)
    {
        const string File = "pages/employees.sql";
        var asked = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id, ["search"] = search, ["limit"] = MostEmployees };
        // What somebody types is hardly asked for twice, and each letter would be a list to keep.
        return search.Length == 0 ? await queries.ReadKeptFileAsync(File, asked, Place, ct) : await queries.ReadFileAsync(File, asked, Place, ct);

        static EmployeePlace Place(DbDataReader row) =>
            new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6));
    }
}
