using System.Collections.Frozen;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>Names of the employees and units that answers speak of by id; read once per data version.</summary>
public sealed class Labels(QueryRunner queries)
{
    private (ulong Version, FrozenDictionary<string, string> Employees, FrozenDictionary<string, string> Units)? _known;

    /// <summary>The name of a dimension's value; the id itself where nobody told a name.</summary>
    public async Task<Func<string, string, string>> ReadAsync(ulong dataVersion, CancellationToken ct)
    {
        if (_known is not { } known || known.Version != dataVersion)
        {
            known = (dataVersion, await ReadAsync("queries/employee_labels.sql", ct), await ReadAsync("queries/org_unit_labels.sql", ct));
            _known = known;
        }

        return (dimension, id) => dimension switch
        {
            Dimensions.Employee => known.Employees.GetValueOrDefault(id, id),
            Dimensions.Channel => id,
            _ => known.Units.GetValueOrDefault(id, id),
        };
    }

    private async Task<FrozenDictionary<string, string>> ReadAsync(string file, CancellationToken ct)
    {
        var rows = await queries.ReadFileAsync(file, new Dictionary<string, object?>(), row => (row.GetString(0), row.GetString(1)), ct);
        return rows.Where(row => row.Item2.Length > 0).ToFrozenDictionary(row => row.Item1, row => row.Item2);
    }
}
