using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Ingest.Demo;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Cohorts;
using PrivateDomainBI.Warehouse.Explain;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Scorecards;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>The whole product on a database of its own, as a verb has it: files in, answers out.</summary>
internal sealed class ProofWarehouse : IAsyncDisposable
{
    private static readonly SpareDatabases Databases = new("proof");

    private readonly TestEngine _engine;
    private readonly string _database;
    private readonly string _folder = Directory.CreateTempSubdirectory("pdbi-proof-").FullName;
    private readonly ServiceProvider _services;

    private ProofWarehouse(TestEngine engine, string database, string timeZone)
    {
        _engine = engine;
        _database = database;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:ClickHouse"] = new ClickHouseConnectionStringBuilder { Socket = engine.Socket, Database = database }.ConnectionString,
            ["Business:TimeZone"] = timeZone,
            ["Business:Margin"] = "0.58",
        }).Build();
        _services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddProduct(settings, _folder)
            .BuildServiceProvider();
    }

    public MetricQueries Queries => _services.GetRequiredService<MetricQueries>();

    public Explainer Explainer => _services.GetRequiredService<Explainer>();

    public CohortQueries Cohorts => _services.GetRequiredService<CohortQueries>();

    public SegmentBook Segments => _services.GetRequiredService<SegmentBook>();

    public ScorecardQueries Scorecards => _services.GetRequiredService<ScorecardQueries>();

    public NeverRanked NeverRanked => _services.GetRequiredService<NeverRanked>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ProofWarehouse> StartAsync(TestEngine engine, string timeZone = "Asia/Shanghai")
    {
        var (database, _) = await Databases.TakeAsync(engine, Ct);
        var warehouse = new ProofWarehouse(engine, database, timeZone);
        await warehouse.PrepareAsync();
        return warehouse;
    }

    /// <summary>What every verb does before its own work.</summary>
    public Task PrepareAsync() => _services.GetRequiredService<WarehouseStartup>().PrepareAsync(Ct);

    public Task<LoadResult> LoadAsync(LoadRequest request) =>
        _services.GetRequiredService<LoadService>().LoadAsync(request, new Progress<LoadProgress>(), Ct);

    /// <summary>Rows written here, each of them good.</summary>
    public async Task LoadRowsAsync(string dataset, DateOnly? completeThrough, string header, params IReadOnlyList<string> rows)
    {
        var file = Path.Combine(_folder, $"{dataset}{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(file, [header, .. rows], Ct);
        var result = await LoadAsync(new LoadRequest(dataset, [file], "t", CompleteThrough: MetricCatalog.DatasetsWithDays.Contains(dataset) ? completeThrough : null));
        result.Quarantined.ShouldBe(0UL, dataset);
    }

    /// <summary>Every file of a demo company, in its own order; a file's name may be changed to that of a part of it.</summary>
    public async Task<List<LoadResult>> LoadAsync(DemoManifest manifest, Func<string, string> path)
    {
        var results = new List<LoadResult>();
        foreach (var file in manifest.Files)
            results.Add(await LoadAsync(new LoadRequest(file.Dataset, [path(file.File)], "demo", CompleteThrough: CompleteThrough(file, manifest))));
        return results;
    }

    public static DateOnly? CompleteThrough(DemoFile file, DemoManifest manifest) =>
        MetricCatalog.DatasetsWithDays.Contains(file.Dataset) ? manifest.CompleteThrough : null;

    public Task RebuildAsync() => AloneAsync(_services.GetRequiredService<FactBuilder>().RebuildAsync);

    /// <summary>Settles the fresh facts, few as they are.</summary>
    public Task SettleAsync() => AloneAsync(_services.GetRequiredService<SettledFacts>().SettleAllAsync);

    /// <summary>Settles them if they are many, as a loader does at its end.</summary>
    public Task SettleWhenManyAsync() => SettleWhenManyAsync(CancellationToken.None);

    /// <summary>The same, with what tells it that a load waits.</summary>
    public Task SettleWhenManyAsync(CancellationToken awaited) => AloneAsync(_ => SettleNowAsync(awaited));

    /// <summary>The same, by who works alone already.</summary>
    public Task SettleNowAsync(CancellationToken awaited) => _services.GetRequiredService<SettledFacts>().SettleAsync(awaited, Ct);

    /// <summary>Settles them if no load has ended for so long; how many they were.</summary>
    public async Task<ulong> SettleWhenQuietAsync(TimeSpan quiet)
    {
        var settled = 0UL;
        await AloneUntilAwaitedAsync(async (awaited, ct) => settled = await _services.GetRequiredService<SettledFacts>().SettleWhenQuietAsync(quiet, awaited, ct));
        return settled;
    }

    /// <summary>Shows fresh rows too, or settled ones alone, as a load does before its first row and after the last is settled.</summary>
    public Task ShowAsync(bool fresh)
    {
        var shown = _services.GetRequiredService<ShownFacts>();
        return AloneAsync(fresh ? shown.ShowFreshAsync : shown.ShowSettledAsync);
    }

    /// <summary>Work that no load may write beside.</summary>
    public Task AloneAsync(Func<CancellationToken, Task> work) => _services.GetRequiredService<LoadService>().AloneAsync(work, Ct);

    /// <summary>Work that gives way to a load.</summary>
    public Task AloneUntilAwaitedAsync(Func<CancellationToken, CancellationToken, Task> work) => _services.GetRequiredService<LoadService>().AloneUntilAwaitedAsync(work, Ct);

    /// <summary>One statement on this warehouse's own tables; what it answers, as tab-separated text.</summary>
    public async Task<string> RunAsync(string sql)
    {
        using var content = new StringContent(sql);
        using var response = await _engine.Client.PostAsync($"/?database={_database}", content, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return text.TrimEnd('\n');
    }

    /// <summary>One row of a sum or rate over the days from, up to but not including, to.</summary>
    public async Task<MetricRow> TotalAsync(string metric, DateRange days) =>
        (await AskAsync(new MetricRequest(metric, days, Grain.All, [], new Dictionary<string, IReadOnlyList<string>>()))).Total;

    public Task<MetricResult> AskAsync(MetricRequest question) => Queries.AnswerAsync(question, AccessScope.Company, Ct);

    /// <summary>The units above each employee, by level, as the facts have them.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> UnitsAsync()
    {
        var text = await _engine.QueryAsync(
            $"SELECT employee_id, {string.Join(", ", Dimensions.OfEmployees)} FROM {_database}.employee_places FINAL FORMAT TabSeparated", Ct);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(
            row => row[0],
            row => (IReadOnlyDictionary<string, string>)Dimensions.OfEmployees.Zip(row.Skip(1)).ToDictionary(level => level.First, level => level.Second));
    }

    /// <summary>All facts as text, one row a line, but for the batch that computed them.</summary>
    public async Task<string> FactsAsync() => await FactText.ReadAsync(_engine.Client, _database, Ct);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Databases.GiveBackAsync(_engine, _database);
        Directory.Delete(_folder, recursive: true);
    }
}
