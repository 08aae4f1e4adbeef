using System.Data.Common;
using PrivateDomainBI.Warehouse.ClickHouse.Http;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>
/// One ClickHouse, with its pool of HTTP connections. Keep one for the life of the process and open short
/// <see cref="ClickHouseConnection"/>s from it: they cost nothing.
/// </summary>
public sealed class ClickHouseDataSource : DbDataSource
{
    public ClickHouseDataSource(string connectionString)
    {
        ConnectionString = connectionString;
        Options = new ClickHouseConnectionStringBuilder(connectionString);
        Gateway = new Gateway(Options);
    }

    public override string ConnectionString { get; }

    internal ClickHouseConnectionStringBuilder Options { get; }

    internal Gateway Gateway { get; }

    public new ClickHouseConnection CreateConnection() => new(this);

    public new ClickHouseConnection OpenConnection()
    {
        var connection = CreateConnection();
        connection.Open();
        return connection;
    }

    public new async ValueTask<ClickHouseConnection> OpenConnectionAsync(CancellationToken ct)
    {
        var connection = CreateConnection();
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>
    /// As long as this is the same, nobody has written anything; null while somebody does, and from a server that does not
    /// tell (only the engine of this product does). Costs next to nothing.
    /// </summary>
    public Task<string?> ChangeMarkAsync(CancellationToken ct) => Gateway.ChangeMarkAsync(ct);

    /// <summary>Runs a statement that answers nothing.</summary>
    internal async Task ExecuteAsync(string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken ct)
    {
        await using var connection = await OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new ClickHouseParameter(name, value));
        await command.ExecuteNonQueryAsync(ct);
    }

    internal Task ExecuteAsync(string sql, CancellationToken ct) => ExecuteAsync(sql, new Dictionary<string, object?>(), ct);

    protected override DbConnection CreateDbConnection() => CreateConnection();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Gateway.Dispose();
        base.Dispose(disposing);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        Gateway.Dispose();
        await base.DisposeAsyncCore();
    }
}
