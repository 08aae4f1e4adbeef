using System.Collections.Frozen;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>Names of the employees, units, campaigns and groups that answers speak of by id; read once per data version.</summary>
public sealed class Labels(QueryRunner queries)
{
    private (ulong Version, FrozenDictionary<string, FrozenDictionary<string, string>> Names)? _known;

    /// <summary>The name of a dimension's value; the id itself where nobody told a name.</summary>
    public async Task<Func<string, string, string>> ReadAsync(ulong dataVersion, CancellationToken ct)
    {
        if (_known is not { } known || known.Version != dataVersion)
        {
            var units = await ReadAsync("queries/org_unit_labels.sql", ct);
            var names = Dimensions.OrgLevels.ToDictionary(level => level, _ => units, StringComparer.Ordinal);
            names[Dimensions.Employee] = await ReadAsync("queries/employee_labels.sql", ct);
            names["campaign"] = await ReadAsync("queries/campaign_labels.sql", ct);
            names["group"] = await ReadAsync("queries/group_labels.sql", ct);
            known = (dataVersion, names.ToFrozenDictionary(StringComparer.Ordinal));
            _known = known;
        }

        return (dimension, id) => known.Names.TryGetValue(dimension, out var names) ? names.GetValueOrDefault(id, id) : id;
    }

    private async Task<FrozenDictionary<string, string>> ReadAsync(string file, CancellationToken ct)
    {
        var rows = await queries.ReadFileAsync(file, new Dictionary<string, object?>(), row => (row.GetString(0), row.GetString(1)), ct);
        return rows.Where(row => row.Item2.Length > 0).ToFrozenDictionary(row => row.Item1, row => row.Item2);
    }
}
