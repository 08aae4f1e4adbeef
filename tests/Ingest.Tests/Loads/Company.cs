using Microsoft.Extensions.Logging.Abstractions;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Ingest.Tests.Loads;

/// <summary>An empty warehouse of its own in the shared engine, a folder for files, and a load service whose clock stands still.</summary>
internal sealed class Company : IAsyncDisposable
{
    private static readonly SpareDatabases Databases = new("company");

    private readonly TestEngine _engine;
    private readonly string _database;
    private readonly ClickHouseDataSource _source;
    private readonly SqlFiles _sql = SqlFiles.Locate();

    private Company(TestEngine engine, string database, string zone)
    {
        _engine = engine;
        _database = database;
        _source = new ClickHouseDataSource(new ClickHouseConnectionStringBuilder { Socket = engine.Socket, Database = _database }.ConnectionString);
        Folder = Directory.CreateTempSubdirectory("pdbi-load-").FullName;
        Zone = zone;
        Loads = NewProcess();
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    public string Folder { get; }

    public string Zone { get; }

    public LoadService Loads { get; private set; }

    /// <summary>Batches whose facts were refreshed, with the customers noted for them then.</summary>
    public List<(ulong Batch, string[] Touched)> Refreshed { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Company> StartAsync(TestEngine engine, string zone = "Asia/Shanghai")
    {
        var (database, isNew) = await Databases.TakeAsync(engine, Ct);
        var company = new Company(engine, database, zone);
        if (isNew)
            await new Migrator(company._source, company._sql, new StoppedClock(Now), NullLogger<Migrator>.Instance).MigrateAsync(Ct);
        return company;
    }

    /// <summary>A load service as a new process has it.</summary>
    public LoadService NewProcess() => Loads = LoadModule.Create(
        _source, _sql, RefreshAsync, (_, _) => Task.CompletedTask, new LoadPlace(Folder, Zone), new StoppedClock(Now), NullLoggerFactory.Instance);

    public async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(path, text, Ct);
        return path;
    }

    public async Task<LoadResult> LoadAsync(string dataset, string text, string name = "f.csv", string? source = null, string? mapping = null, DateOnly? completeThrough = null)
    {
        var file = await WriteAsync(name, text);
        var mappingFile = mapping is null ? null : await WriteAsync("m.yaml", mapping);
        return await LoadAsync(new LoadRequest(dataset, [file], source, mappingFile, completeThrough));
    }

    /// <summary>Loads files that are there already; null for what a load does not say.</summary>
    public Task<LoadResult> LoadAsync(LoadRequest request) => Loads.LoadAsync(request, new Progress<LoadProgress>(), Ct);

    public async Task RunAsync(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync(Ct);
        await using var command = connection.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>The rows of a query, values separated by '|', nulls as \N.</summary>
    public async Task<string[]> RowsAsync(string sql)
    {
        using var content = new StringContent(sql);
        using var response = await _engine.Client.PostAsync($"/?database={_database}&default_format=TSV", content, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace('\t', '|'))];
    }

    /// <summary>Every row of an entity table as it counts, but for the batch that told it.</summary>
    public Task<string[]> EntitiesAsync(string table) => RowsAsync($"SELECT * EXCEPT (version, is_deleted) FROM {table} FINAL ORDER BY ALL");

    /// <summary>A file's bytes as the engine writes the result of a query.</summary>
    public async Task<string> WriteQueryAsync(string name, string sql)
    {
        using var content = new StringContent(sql);
        using var response = await _engine.Client.PostAsync($"/?database={_database}", content, Ct);
        var path = Path.Combine(Folder, name);
        await File.WriteAllBytesAsync(path, await response.Content.ReadAsByteArrayAsync(Ct), Ct);
        response.IsSuccessStatusCode.ShouldBeTrue();
        return path;
    }

    public Task<string[]> QuarantineAsync() => RowsAsync("SELECT line, column, value, splitByString(': ', reason)[1] FROM quarantine FINAL ORDER BY file, line, column, reason");

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await Databases.GiveBackAsync(_engine, _database);
        Directory.Delete(Folder, recursive: true);
    }

    // Through the provider, as the product refreshes: only its errors tell a load to wait for an engine that went away meanwhile.
    private async Task RefreshAsync(ulong batch, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand($"SELECT DISTINCT toString(customer_key) FROM touched WHERE batch = {batch} ORDER BY customer_key");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var touched = new List<string>();
        while (await reader.ReadAsync(ct))
            touched.Add(reader.GetString(0));
        Refreshed.Add((batch, [.. touched]));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
