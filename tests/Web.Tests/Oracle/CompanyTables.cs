using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Cohorts;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;
using PrivateDomainBI.Warehouse.Segments;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>A warehouse with its services, and a company written straight into its entity tables.</summary>
internal sealed class CompanyTables : IAsyncDisposable
{
    /// <summary>Collection of the tests that fill these tables: they share a database, so no two run at once.</summary>
    public const string OneAtATime = "company tables";

    private const string Shanghai = "Asia/Shanghai";

    private readonly ServiceProvider _services;

    private CompanyTables(ServiceProvider services) => _services = services;

    /// <summary>Segments that somebody saved, as they are defined now.</summary>
    public List<Segment> Saved { get; } = [];

    public SegmentQueries Segments => _services.GetRequiredService<SegmentQueries>();

    public MetricQueries Queries => _services.GetRequiredService<MetricQueries>();

    public CohortQueries Cohorts => _services.GetRequiredService<CohortQueries>();

    public FactBuilder Facts => _services.GetRequiredService<FactBuilder>();

    public static async Task<CompanyTables> CreateAsync(TestEngine engine)
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(Options.Create(new BusinessOptions { Margin = MetricOracle.Margin, TagCategories = ["skin"] }));
        CompanyTables? tables = null;
        services.AddSingleton(new SegmentSource(_ => Task.FromResult<IReadOnlyList<Segment>>([.. tables!.Saved])));
        services.AddWarehouse(connectionString: null, engine.Socket).AddMetricQueries();
        tables = new CompanyTables(services.BuildServiceProvider());
        await tables._services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await tables.Facts.ApplyViewsAsync(CancellationToken.None);
        return tables;
    }

    /// <summary>Replaces whatever is there by this company, complete through the given day and told since another where one is given, with its facts built.</summary>
    public async Task FillAsync(Company company, DateOnly completeThrough, DateOnly? since = null)
    {
        // The log of loads stays: its numbers are what answers are kept under, and must grow from company to company.
        foreach (var table in new[] { "employees", "org_units", "event_types_seen", "groups", "group_members", "costs", "campaign_audience", "list_members", "channels", "reach", "campaigns", "customers", "relations", "ownership", "events", "orders", "refunds", "event_keys", "event_ids_seen", "order_keys", "touched", "completeness", "customer_facts_fresh", "customer_facts_settled", "order_facts_fresh", "order_facts_settled", "contact_facts_fresh", "contact_facts_settled", "event_facts_fresh", "event_facts_settled", "employee_places", "employee_history" })
            await RunAsync($"TRUNCATE TABLE {table}");

        await InsertAsync("org_units", "id String, type String, p String, s String, x Nullable(String)", "id, id, p, type, 'normal', toDate(s), toDate(x), 0, 1, 0",
            company.Units.SelectMany(unit => unit.Parents.DefaultIfEmpty(new Posting(default, null, "")).Select(told => new { id = unit.Id, type = unit.Type, p = told.Unit, s = Date(told.From), x = Date(told.To) })));
        await InsertAsync("employees", "id String, u String, k String, s String, x Nullable(String)", "id, id, u, '', k, 'active', toDate(s), toDate(x), 0, 1, 0",
            company.Employees.SelectMany(row => row.Postings.Select(told => new { id = row.Id, u = told.Unit, k = told.Employment, s = Date(told.From), x = Date(told.To) })));
        await InsertAsync("customers", "c String, at String, channel String, e String, phone String, birthday String, gender String, city String, referrer String, tags Array(String)",
            $"sipHash64(c), c, {Instant("at")}, {Day("at")}, channel, e, '', referrer, '', phone, birthday, gender, city, '', '', '', [], tags, '', 0, 1, 0",
            company.Customers.Select(row => new { c = row.Id, at = Text(row.JoinedAt), channel = row.Channel, e = row.Employee, phone = row.Phone, birthday = row.Birthday, gender = row.Gender, city = row.City, referrer = row.Referrer, tags = row.Tags }));
        await InsertAsync("relations", "c String, e String, s String, x String, reason String, way String",
            $"sipHash64(c), c, e, assumeNotNull({Instant("s")}), assumeNotNull({Day("s")}), {Instant("x")}, {Day("x")}, reason, way, '', 0, 1, 0",
            company.Relations.Select(row => new { c = row.Customer, e = row.Employee, s = Text(row.StartedAt), x = Text(row.EndedAt), reason = row.EndReason, way = row.AddWay }));
        await InsertAsync("ownership", "c String, e String, s String, x String",
            $"sipHash64(c), c, e, assumeNotNull({Instant("s")}), assumeNotNull({Day("s")}), {Instant("x")}, {Day("x")}, '', 0, 1, 0",
            company.Ownership.Select(row => new { c = row.Customer, e = row.Employee, s = Text(row.From), x = Text(row.To) }));
        await InsertAsync("events", "id String, type String, at String, c String, e String, channel String, g String, k String, content String, v String, p String, touch String",
            $"sipHash64(c), assumeNotNull({Instant("at")}), id, type, assumeNotNull({Day("at")}), c, e, channel, touch, k, g, content, toDecimal64OrNull(v, 4), p, 0, 1, 0",
            company.Events.Select(row => new
            {
                id = row.Id,
                type = row.Type,
                at = Text(row.At),
                c = row.Customer,
                e = row.Employee,
                channel = row.Channel,
                g = row.Group,
                k = row.Campaign,
                content = row.Content,
                v = FormattableString.Invariant($"{row.Value}"),
                p = row.Props,
                touch = row.Touchpoint,
            }));
        await InsertAsync("orders", "id String, c String, at String, amount String, status String, parent String, e String, test Bool, g String, k String, channel String",
            $"sipHash64(c), id, c, assumeNotNull({Instant("at")}), assumeNotNull({Day("at")}), toDecimal64(amount, 2), status, parent, e, channel, k, g, '', '', '', test, 0, 1, 0",
            company.Orders.Select(row => new { id = row.Id, c = row.Customer, at = Text(row.PaidAt), amount = FormattableString.Invariant($"{row.Amount}"), status = row.Status, parent = row.Parent, e = row.Employee, test = row.IsTest, g = row.Group, k = row.Campaign, channel = row.Channel }));
        await InsertAsync("refunds", "id String, o String, at String, amount String, type String",
            $"id, o, assumeNotNull({Instant("at")}), assumeNotNull({Day("at")}), toDecimal64(amount, 2), type, 0, 1, 0",
            company.Refunds.Select(row => new { id = row.Id, o = row.OrderId, at = Text(row.At), amount = FormattableString.Invariant($"{row.Amount}"), type = row.Type }));
        await InsertAsync("groups", "id String, type String, e String, store String, s String, x String", $"id, id, type, e, store, {Instant("s")}, {Day("s")}, {Instant("x")}, {Day("x")}, 0, 1, 0",
            company.Groups.Select(row => new { id = row.Id, type = row.Type, e = row.Owner, store = row.Store, s = Text(row.Created), x = Text(row.Dismissed) }));
        await InsertAsync("group_members", "c String, g String, s String, x String",
            $"sipHash64(c), g, c, assumeNotNull({Instant("s")}), assumeNotNull({Day("s")}), {Instant("x")}, {Day("x")}, '', '', 0, 1, 0",
            company.Stays.Select(row => new { c = row.Customer, g = row.Group, s = Text(row.From), x = Text(row.To) }));
        await InsertAsync("costs", "d String, amount String, type String, channel String, e String, k String", "toDate(d), type, channel, k, e, toDecimal64(amount, 2), 0, 1, 0",
            company.Costs.Select(row => new { d = FormattableString.Invariant($"{row.Day:yyyy-MM-dd}"), amount = FormattableString.Invariant($"{row.Amount}"), type = row.Type, channel = row.Channel, e = row.Employee, k = row.Campaign }));
        await InsertAsync("channels", "id String, base String", "id, id, '', base, 0, 1, 0", company.Channels.Select(row => new { id = row.Id, @base = row.Base }));
        await InsertAsync("reach", "d String, channel String, n UInt64", "toDate(d), channel, '', n, 0, 1, 0",
            company.Reaches.Select(row => new { d = FormattableString.Invariant($"{row.Day:yyyy-MM-dd}"), channel = row.Channel, n = row.Count }));
        await InsertAsync("campaigns", "k String, s String, x String, mechanic String, margin Nullable(String)",
            $"k, k, assumeNotNull({Instant("s")}), assumeNotNull({Day("s")}), assumeNotNull({Instant("x")}), assumeNotNull({Day("x")}), mechanic, [], NULL, NULL, toDecimal64(margin, 4), 0, 1, 0",
            company.Campaigns.Select(row => new { k = row.Id, s = Text(row.Start), x = Text(row.End), mechanic = row.Mechanic, margin = row.Margin is { } margin ? FormattableString.Invariant($"{margin}") : null }));
        await InsertAsync("campaign_audience", "c String, k String, arm String, e String, s String, x String",
            $"sipHash64(c), k, c, arm, e, {Instant("s")}, {Day("s")}, {Instant("x")}, {Day("x")}, 0, 1, 0",
            company.Tasks.Select(row => new { c = row.Customer, k = row.Campaign, arm = row.Arm, e = row.Employee, s = Text(row.GivenAt), x = Text(row.DoneAt) }));
        await InsertAsync("list_members", "c String, l String, s String, x String",
            $"sipHash64(c), l, c, {Instant("s")}, {Day("s")}, {Instant("x")}, {Day("x")}, 0, 1, 0",
            company.Listed.Select(row => new { c = row.Customer, l = row.List, s = Text(row.From), x = Text(row.To) }));
        foreach (var dataset in new[] { "customers", "relations", "events", "orders", "refunds", "group_members", "costs", "campaign_audience", "reach" })
            await RunAsync($"INSERT INTO completeness (dataset, complete_through, since, batch) VALUES ('{dataset}', '{completeThrough:yyyy-MM-dd}', toDate({since?.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber ?? 0}), 1)");
        await Facts.RebuildAsync(CancellationToken.None);
    }

    public async Task RunAsync(string sql)
    {
        await using var connection = await _services.GetRequiredService<ClickHouseDataSource>().OpenConnectionAsync(CancellationToken.None);
        await using var command = connection.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task InsertAsync<T>(string table, string structure, string select, IEnumerable<T> rows)
    {
        var lines = string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row)));
        if (lines.Length > 0)
            await RunAsync($"INSERT INTO {table} SELECT {select} FROM format(JSONEachRow, '{structure}', '{lines.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}')");
    }

    private static string Text(DateTime? time) => time is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd HH:mm:ss.fff}") : "";

    // A day before all files is the beginning.
    private static string? Date(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{(known.Year < 1970 ? new DateOnly(1970, 1, 1) : known):yyyy-MM-dd}") : null;

    private static string Instant(string column) => $"parseDateTime64BestEffortOrNull({column}, 3, '{Shanghai}')";

    private static string Day(string column) => $"toDate({Instant(column)}, '{Shanghai}')";
}
