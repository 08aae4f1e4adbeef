using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>Brings the app database to the newest schema: forward only, each file once, each whole or not at all.</summary>
internal sealed class AppMigrator(AppConnections connections, AppSql sql, TimeProvider time, ILogger<AppMigrator> log)
{
    public async Task MigrateAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(connections.File))!);
        await using var connection = await connections.OpenAsync(ct);
        // Readers do not wait for a writer, nor a writer for them; the file remembers it.
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", parameters: null, transaction: null, ct);
        await ExecuteAsync(connection, sql.Query("create_migrations"), parameters: null, transaction: null, ct);
        var applied = (await connection.QueryAsync<(string Name, string Sha256)>(new CommandDefinition(sql.Query("list_migrations"), cancellationToken: ct)))
            .ToDictionary(row => row.Name, row => row.Sha256, StringComparer.Ordinal);
        foreach (var (name, text) in sql.Migrations())
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
            if (!applied.Remove(name, out var known))
                await ApplyAsync(connection, name, text, sha256, ct);
            else if (known != sha256)
                throw new InvalidOperationException($"sql/app/{name} was changed after it had been applied to {connections.File}; put it back and add a new file instead.");
        }
        if (applied.Count > 0)
            throw new InvalidOperationException($"{connections.File} was made by a newer version of the product (it has {string.Join(", ", applied.Keys)}); start that version.");
    }

    private async Task ApplyAsync(DbConnection connection, string name, string text, string sha256, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, text, parameters: null, transaction, ct);
        var applied = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await ExecuteAsync(connection, sql.Query("add_migration"), new { name, sha256, applied }, transaction, ct);
        await transaction.CommitAsync(ct);
        log.LogInformation("App database: applied {Migration}", name);
    }

    private static Task ExecuteAsync(DbConnection connection, string text, object? parameters, DbTransaction? transaction, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(text, parameters, transaction, cancellationToken: ct));
}
