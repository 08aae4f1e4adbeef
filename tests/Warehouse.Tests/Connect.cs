using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Tests;

internal static class Connect
{
    public static ClickHouseDataSource To(TestEngine engine, string more = "") => new($"Socket={engine.Socket};{more}");

    /// <summary>Names no other test uses.</summary>
    public static string NewName(string prefix) => $"{prefix}_{Guid.NewGuid():N}";

    /// <summary>A data source on a new, empty database.</summary>
    public static async Task<ClickHouseDataSource> ToNewDatabaseAsync(TestEngine engine)
    {
        var database = NewName("db");
        await using var source = To(engine);
        await source.ExecuteAsync($"CREATE DATABASE {database}");
        return To(engine, $"Database={database}");
    }

    public static async Task ExecuteAsync(this ClickHouseDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
        await using var command = connection.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public static async Task<object?> ScalarAsync(this ClickHouseDataSource source, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
        await using var command = connection.CreateCommand(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(name, value);
        return await command.ExecuteScalarAsync(CancellationToken.None);
    }
}
