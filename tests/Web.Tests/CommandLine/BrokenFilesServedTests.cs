using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.CommandLine;

// A server on the broken files: the good metrics answer, and each broken one is a card with its problems.
public sealed class BrokenFilesServedTests(TestEngine engine) : IAsyncLifetime
{
    private const string Database = "broken_files";

    private readonly string _folder = Directory.CreateTempSubdirectory("pdbi-broken-").FullName;
    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://127.0.0.1:{ProductProcess.FreePort()}") };
    private WebApplication? _app;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The product's own SQL, but for the metrics; and one dashboard, as the first page.
        Copy(Path.Combine(Repository.Root, "sql"), Path.Combine(_folder, "sql"));
        Directory.Delete(Path.Combine(_folder, "sql", "metrics"), recursive: true);
        Copy(Path.Combine(ValidateVerbTests.Broken, "sql", "metrics"), Path.Combine(_folder, "sql", "metrics"));
        Directory.CreateDirectory(Path.Combine(_folder, "dashboards"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "dashboards", "overview.yaml"),
            """
            title: { zh: 试, en: Try }
            blocks:
              - kind: cards
                metrics: [ { metric: good_rate }, { metric: no_label }, { metric: unknown_column }, { metric: good_sum } ]
              - { kind: trend, metric: open_bracket }
              - { kind: trend, metric: good_sum }
            """,
            Ct);

        await engine.QueryAsync($"CREATE DATABASE {Database}", Ct);
        var builder = WebServer.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name }, _client.BaseAddress!.ToString(), _folder);
        builder.Services.AddSingleton(new SqlFiles(Path.Combine(_folder, "sql")));
        builder.Services.AddSingleton(_ => new ClickHouseDataSource(new ClickHouseConnectionStringBuilder { Socket = engine.Socket, Database = Database }.ConnectionString));
        _app = builder.Build();
        await _app.Services.MigrateAppDatabaseAsync(Ct);
        await _app.Services.GetRequiredService<WarehouseStartup>().PrepareAsync(Ct);
        var file = Path.Combine(_folder, "customers.csv");
        await File.WriteAllLinesAsync(file, ["customer,joined_at,phone", .. Enumerable.Range(0, 40).Select(i => $"t:c{i},2026-03-02T10:00:00,1380000{i:D4}"), "t:last,2026-03-31T10:00:00,"], Ct);
        await _app.Services.GetRequiredService<LoadService>().LoadAsync(new LoadRequest("customers", [file], "t"), new Progress<LoadProgress>(), Ct);
        _app.MapEverything();
        await _app.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _client.Dispose();
        await engine.QueryAsync($"DROP DATABASE {Database} SYNC", CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Serve_BrokenFilesBesideGoodOnes_AnswersTheGoodAndShowsTheBroken()
    {
        var row = (await _client.GetFromJsonAsync<JsonElement>("/api/v1/metrics/good_rate?from=2026-03-02&to=2026-03-03&grain=all", Ct)).GetProperty("rows")[0];
        row.GetProperty("denominator").GetInt32().ShouldBe(40);
        row.GetProperty("numerator").GetInt32().ShouldBe(40);
        (await _client.GetFromJsonAsync<JsonElement>("/api/v1/metrics", Ct)).GetProperty("problems").GetArrayLength().ShouldBeGreaterThan(30);

        using var refused = await _client.GetAsync("/api/v1/metrics/unknown_column", Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString().ShouldBe("broken_metric");

        var page = await OverviewAsync();
        page.ShouldContain("sql/metrics/bad/no_label.sql:2");
        page.ShouldContain("sql/metrics/bad/unknown_column.sql");
        page.ShouldContain("sql/metrics/bad/open_bracket.sql:14");
        System.Text.RegularExpressions.Regex.Count(page, "kpi-problem").ShouldBe(2);
        System.Text.RegularExpressions.Regex.Count(page, "kpi-value").ShouldBe(2);

        var metric = await PageAsync("/metrics/unknown_column?lang=en");
        metric.ShouldContain("phone_is_valid");
        (await PageAsync("/metrics/no_label?lang=en")).ShouldContain("metrics/bad/no_label.sql:2");
        (await PageAsync("/metrics/good_rate?lang=en")).ShouldContain("good_rate");
    }

    // The page may be sent before its blocks are ready; then they are fetched as a browser does.
    private async Task<string> OverviewAsync()
    {
        var blocks = await Task.WhenAll(((string[])["b1", "b2", "b3"]).Select(id => PageAsync($"/?lang=en&handler=block&id={id}")));
        return string.Concat(blocks);
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await _client.GetAsync(path, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.Content.ReadAsStringAsync(Ct);
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
