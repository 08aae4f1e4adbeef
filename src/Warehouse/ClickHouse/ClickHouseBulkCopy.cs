using PrivateDomainBI.Warehouse.ClickHouse.Http;
using PrivateDomainBI.Warehouse.ClickHouse.Sql;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>
/// Streams rows of CLR values into a table by one INSERT. ClickHouse stores them in blocks of about a million: after
/// a failure none of the current block is stored, but earlier ones are. For files use
/// <see cref="ClickHouseCommand.InsertAsync"/>, which leaves the parsing to ClickHouse.
/// </summary>
public sealed class ClickHouseBulkCopy(ClickHouseConnection connection, string destinationTable)
{
    /// <summary>The columns that each row gives, in its order; all columns of the table when empty.</summary>
    public IReadOnlyList<string> ColumnNames { get; init; } = [];

    /// <summary>Hears how many rows have been encoded and sent.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>ClickHouse settings for the insert.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public string? QueryId { get; init; }

    public Task<long> WriteToServerAsync(IEnumerable<object?[]> rows, CancellationToken ct) => WriteToServerAsync(rows.ToAsyncEnumerable(), ct);

    /// <summary>Returns the number of rows stored.</summary>
    public async Task<long> WriteToServerAsync(IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var columns = await DescribeAsync(ct);
        var names = ColumnNames.Count > 0 ? [.. ColumnNames] : columns.Keys.ToArray();
        var types = names.Select(name => columns.GetValueOrDefault(name)
            ?? throw new KeyNotFoundException($"Table {destinationTable} has no column '{name}' to insert into.")).ToArray();
        using var command = connection.CreateCommand(
            $"INSERT INTO {destinationTable} ({string.Join(", ", names.Select(SqlText.QuoteName))}) FORMAT {QueryRequest.ResultFormat}");
        command.QueryId = QueryId;
        foreach (var (name, value) in Settings)
            command.Settings[name] = value;
        using var content = new RowsContent(names, types, rows, Progress);
        try
        {
            await command.SendInsertAsync(content, ct);
            return content.RowsWritten;
        }
        catch (ClickHouseException) when (content.SourceError is { } cause)
        {
            throw new IOException($"Drawing the rows to insert failed: {cause.Message}", cause);
        }
    }

    private async Task<Dictionary<string, string>> DescribeAsync(CancellationToken ct)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        using var command = connection.CreateCommand($"DESCRIBE TABLE {destinationTable}");
        // Broken into lines the names of tuple types would not be those that the insert's head must repeat.
        command.Settings["print_pretty_type_names"] = "0";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetString(2) is not ("ALIAS" or "MATERIALIZED"))
                columns.Add(reader.GetString(0), reader.GetString(1));
        }
        return columns;
    }
}
