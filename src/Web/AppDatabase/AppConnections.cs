using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>Opens the app database: one file in the data directory, for now.</summary>
internal sealed class AppConnections(string file)
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        // Seconds that a writer waits for another one.
        DefaultTimeout = 30,
    }.ToString();

    public string File => file;

    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
