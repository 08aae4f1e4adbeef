using System.Globalization;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Segments;

/// <summary>How many customers are in a segment as known on a day, and how many of them in the pool; <paramref name="Pool"/>: everyone in it.</summary>
public sealed record SegmentSize(long Customers, long InPool, long Pool)
{
    /// <summary>Share of the pool, 0–1; null when nobody is in it.</summary>
    public decimal? ShareOfPool => Pool == 0 ? null : Math.Round((decimal)InPool / Pool, 6);
}

/// <summary>Somebody in a segment; the name masked, <paramref name="Employee"/> the owner on that day.</summary>
public sealed record SegmentCustomer(string CustomerId, string Customer, string Name, string Employee, string EmployeeName, string Channel, DateOnly? JoinedDay, bool IsInPool);

/// <summary>Counts and lists the customers of segments.</summary>
public sealed class SegmentQueries(QueryRunner queries, Labels labels)
{
    /// <summary>The size of each, in one question; in the order given.</summary>
    public async Task<IReadOnlyList<SegmentSize>> SizesAsync(IReadOnlyList<Segment> segments, DateOnly asOf, AccessScope scope, CancellationToken ct)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["asOf"] = asOf };
        List<string> columns = ["countIf(traits.was_in_pool)"];
        foreach (var segment in segments)
        {
            var condition = Condition(segment, parameters);
            columns.Add($"countIf({condition})");
            columns.Add($"countIf(traits.was_in_pool AND {condition})");
        }

        var sql = $"SELECT\n  {string.Join(",\n  ", columns)}\nFROM customer_traits(asOf = {{asOf:Date}}) AS traits\nWHERE {Scope(scope, parameters)}";
        var row = (await queries.ReadAsync("segment sizes", sql, parameters, QueryRunner.NewQueryId(), row => Enumerable.Range(0, row.FieldCount).Select(at => Convert.ToInt64(row.GetValue(at), CultureInfo.InvariantCulture)).ToList(), ct)).Single();
        return [.. segments.Select((_, index) => new SegmentSize(row[1 + (2 * index)], row[2 + (2 * index)], row[0]))];
    }

    /// <summary>One page of the customers in a segment, in the order of their ids.</summary>
    public async Task<IReadOnlyList<SegmentCustomer>> CustomersAsync(Segment segment, DateOnly asOf, AccessScope scope, ulong dataVersion, int offset, int limit, CancellationToken ct)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["asOf"] = asOf, ["offset"] = offset, ["limit"] = limit };
        var sql =
            $$"""
            SELECT
              toString(traits.customer_id), traits.customer,
              traits.was_owned_by AS owner,
              traits.told_channel, traits.came_day, toBool(traits.was_in_pool)
            FROM customer_traits(asOf = {asOf:Date}) AS traits
            WHERE {{Condition(segment, parameters)}} AND {{Scope(scope, parameters)}}
            ORDER BY traits.customer_id
            LIMIT {limit:UInt32} OFFSET {offset:UInt32}
            """;
        var rows = await queries.ReadAsync(
            $"segment {segment.Name}", sql, parameters, QueryRunner.NewQueryId(),
            row => new SegmentCustomer(
                row.GetString(0), row.GetString(1), "", row.GetString(2), "", row.GetString(3), row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), row.GetBoolean(5)),
            ct);
        var label = await labels.ReadAsync(dataVersion, ct);
        var names = await queries.NamesAsync([.. rows.Select(row => row.CustomerId)], ct);
        return [.. rows.Select(row => row with { Name = Masking.Name(names.GetValueOrDefault(row.CustomerId, "")), EmployeeName = label(Dimensions.Employee, row.Employee) })];
    }

    private static string Condition(Segment segment, Dictionary<string, object?> parameters)
    {
        var (condition, values) = SegmentCompiler.Compile(segment);
        foreach (var (name, value) in values)
            parameters[name] = value;
        return condition;
    }

    private static string Scope(AccessScope scope, Dictionary<string, object?> parameters)
    {
        if (scope.Employees is not { } employees)
            return "true";
        parameters["scope"] = employees.ToArray();
        return "traits.was_owned_by IN {scope:Array(String)}";
    }
}
