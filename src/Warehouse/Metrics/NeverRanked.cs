using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>Employees and units that are compared with nobody, and why; read anew each time, as a unit's mode may change without its people.</summary>
public sealed class NeverRanked(QueryRunner queries)
{
    /// <summary>Those of one dimension, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Unranked>> ReadAsync(string dimension, CancellationToken ct)
    {
        if (dimension == Dimensions.Channel)
            return new Dictionary<string, Unranked>(StringComparer.Ordinal);
        var rows = await queries.ReadFileAsync(
            "queries/never_ranked.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal),
            row => (IsEmployee: row.GetBoolean(0), Id: row.GetString(1), Reason: row.GetString(2)),
            ct);
        return rows.Where(row => row.IsEmployee == (dimension == Dimensions.Employee))
            .ToDictionary(row => row.Id, row => row.Reason == "departed" ? Unranked.Departed : Unranked.WithoutKpis, StringComparer.Ordinal);
    }
}
