using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Engine;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Tests.Metrics;

public sealed class DataStateTests(TestEngine engine)
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Theory]
    [InlineData("[orders]", "", "", null, "orders")]
    [InlineData("[orders]", "orders", "", "2026-11-20", null)]
    [InlineData("[orders, channels]", "orders", "", null, "channels")]
    [InlineData("[orders, channels]", "orders", "channels", "2026-11-20", null)]
    [InlineData("[orders, campaigns|channels]", "orders", "channels", "2026-11-20", null)]
    [InlineData("[orders, campaigns|channels]", "orders", "targets", null, "campaigns|channels")]
    [InlineData("[orders, channels]", "", "channels", null, "orders")]
    [InlineData("[orders, costs]", "orders,costs", "channels", "2026-11-19", null)]
    public void For_WhatAMetricNeeds_IsThereOrNamed(string needs, string days, string withoutDays, string? through, string? missing)
    {
        var complete = days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((dataset, nth) => (dataset, Day: Friday.AddDays(-nth))).ToDictionary(pair => pair.dataset, pair => pair.Day);
        var state = new DataState(1, complete, withoutDays.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet());

        state.For(SomeMetric.Needing(needs)).ShouldBe((through is null ? null : DateOnly.Parse(through, null), missing));
    }

    // Events end the day before orders; they are only read for followings, and these may not be among them.
    [Theory]
    [InlineData("[events/official_account_followed]", "events/official_account_followed", "2026-11-19")]
    [InlineData("[events/official_account_followed]", "events/message_sent", "2026-11-20")]
    [InlineData("[events]", "", "2026-11-19")]
    [InlineData("[refunds, channels, campaigns]", "channels", "2026-11-20")]
    public void For_WhatAMetricUses_CountsWhereItIsThere(string uses, string withoutDays, string through)
    {
        var complete = new Dictionary<string, DateOnly> { ["orders"] = Friday, ["events"] = Friday.AddDays(-1) };
        var state = new DataState(1, complete, withoutDays.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet());

        state.For(SomeMetric.Needing("[orders]", uses)).ShouldBe((DateOnly.Parse(through, null), null));
    }

    // Orders are whole through Friday, events through the day before.
    [Theory]
    [InlineData("employee", "", Owner.AtEvent, "2026-11-21", "2026-11-19")]
    [InlineData("", "store", Owner.AtEvent, "2026-11-21", "2026-11-19")]
    [InlineData("", "conversion_channel", Owner.Now, "2026-11-21", "2026-11-19")]
    [InlineData("employee", "", null, "2026-12-31", "2026-11-19")]
    [InlineData("employee", "", Owner.Now, "2026-11-21", null)]
    [InlineData("store", "", Owner.Acquirer, "2026-11-21", null)]
    [InlineData("channel", "", Owner.AtEvent, "2026-11-21", null)]
    [InlineData("", "", Owner.AtEvent, "2026-11-21", null)]
    [InlineData("employee", "", Owner.AtEvent, "2026-11-20", null)]
    public void CreditedThrough_OfDaysThatEventsDoNotReach_IsTheirLast(string by, string filter, Owner? owner, string to, string? through)
    {
        var complete = new Dictionary<string, DateOnly> { ["orders"] = Friday, ["events"] = Friday.AddDays(-1) };
        var state = new DataState(1, complete, new HashSet<string>());
        var request = new MetricRequest(
            "m", new DateRange(new DateOnly(2026, 11, 1), DateOnly.Parse(to, null)), Grain.Day, by.Length == 0 ? [] : [by],
            filter.Length == 0 ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { [filter] = ["x"] }, owner);
        DateOnly? expected = through is null ? null : DateOnly.Parse(through, null);

        state.CreditedThrough(SomeMetric.Needing("[orders]"), request, Friday).ShouldBe(expected);
        // Whoever tells no events lacks none.
        new DataState(1, new Dictionary<string, DateOnly> { ["orders"] = Friday }, new HashSet<string>()).CreditedThrough(SomeMetric.Needing("[orders]"), request, Friday).ShouldBeNull();
    }

    [Fact]
    public async Task State_OfTheWarehouse_KnowsDaysAndWhatIsThereWithoutDays()
    {
        await using var source = await Connect.ToNewDatabaseAsync(engine);
        var files = SqlFiles.Locate();
        await new Migrator(source, files, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        using var runner = new QueryRunner(source, files, NullLogger<QueryRunner>.Instance);
        var reader = new DataStateReader(source, runner, Options.Create(new BusinessOptions()));
        var empty = await reader.ReadAsync(CancellationToken.None);
        (empty.CompleteThrough.Count, empty.WithoutDays.Count, empty.DataVersion).ShouldBe((0, 0, 0UL));

        await source.ExecuteAsync("INSERT INTO completeness (dataset, complete_through, batch) VALUES ('orders', '2026-11-20', 1), ('costs', '2026-11-19', 2), ('orders', '2026-11-21', 3)");
        await source.ExecuteAsync("INSERT INTO batches (batch, dataset, state) VALUES (3, 'orders', 'done'), (4, 'costs', 'failed')");
        var batch = 4;
        foreach (var dataset in MetricCatalog.DatasetsWithoutDays)
        {
            (await reader.ReadAsync(CancellationToken.None)).WithoutDays.ShouldNotContain(dataset);
            // While a batch writes, what is read is of now and is not kept for later.
            await StepAsync(++batch, dataset, "planned", 1);
            var before = await reader.ReadAsync(CancellationToken.None);
            (before.IsSettled, before.WithoutDays.Contains(dataset)).ShouldBe((false, false));
            await source.ExecuteAsync($"INSERT INTO {dataset} (version) VALUES (1)");
            (await reader.ReadAsync(CancellationToken.None)).WithoutDays.ShouldContain(dataset);
            await StepAsync(batch, dataset, "done", 2);
            var after = await reader.ReadAsync(CancellationToken.None);
            (after.IsSettled, after.DataVersion, after.WithoutDays.Contains(dataset)).ShouldBe((true, (ulong)batch, true));
        }

        await source.ExecuteAsync("INSERT INTO touched VALUES (5, 1)");
        var full = await reader.ReadAsync(CancellationToken.None);
        full.IsSettled.ShouldBeFalse();
        full.CompleteThrough.ShouldBe(new Dictionary<string, DateOnly> { ["orders"] = new(2026, 11, 21), ["costs"] = new(2026, 11, 19) }, ignoreOrder: true);

        async Task StepAsync(int number, string dataset, string state, int step) =>
            await source.ExecuteAsync($"INSERT INTO batches (batch, dataset, state, step) VALUES ({number}, '{dataset}', '{state}', {step})");
    }

    // Facts take the most of a load, and each question meanwhile would read again what none of them changes.
    [Fact]
    public async Task State_WhileFactsAreMade_IsReadOnceForEachBatch()
    {
        await using var own = await TestEngine.StartAsync(new EngineOptions());
        await using var source = await Connect.ToNewDatabaseAsync(own);
        var files = SqlFiles.Locate();
        await new Migrator(source, files, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        var lines = new Lines();
        using var runner = new QueryRunner(source, files, lines);
        var reader = new DataStateReader(source, runner, Options.Create(new BusinessOptions()));
        await StepAsync(1, "planned");
        (await ReadAsync()).ShouldBe((0UL, 0));
        (await ReadAsync()).ShouldBe((0UL, 0));
        lines.Readings.ShouldBe(2);

        await source.ExecuteAsync("INSERT INTO targets (version) VALUES (1)");
        await StepAsync(1, "applied");
        for (var i = 0; i < 3; i++)
        {
            (await ReadAsync()).ShouldBe((0UL, 1));
            await source.ExecuteAsync("INSERT INTO customer_facts_fresh (customer_id) VALUES (1)");
        }

        lines.Readings.ShouldBe(3);
        await StepAsync(1, "done");
        // Everyone is due, by no batch.
        await source.ExecuteAsync("INSERT INTO touched VALUES (0, 1)");
        (await ReadAsync()).ShouldBe((1UL, 1));
        await source.ExecuteAsync("INSERT INTO channels (version) VALUES (1)");
        await StepAsync(2, "applied");
        (await ReadAsync()).ShouldBe((1UL, 2));
        lines.Readings.ShouldBe(5);

        async Task<(ulong DataVersion, int WithoutDays)> ReadAsync()
        {
            var state = await reader.ReadAsync(CancellationToken.None);
            return (state.DataVersion, state.WithoutDays.Count);
        }

        async Task StepAsync(int batch, string state) =>
            await source.ExecuteAsync($"INSERT INTO batches (batch, dataset, state, step) SELECT {batch}, 'targets', '{state}', 1 + count() FROM batches");
    }

    // Who never tells who brought whom has no share of the referred, not a share of nought.
    [Fact]
    public async Task State_OfCustomers_KnowsWhetherAnyoneTellsWhoBroughtThem()
    {
        await using var source = await Connect.ToNewDatabaseAsync(engine);
        var files = SqlFiles.Locate();
        await new Migrator(source, files, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        using var runner = new QueryRunner(source, files, NullLogger<QueryRunner>.Instance);
        var reader = new DataStateReader(source, runner, Options.Create(new BusinessOptions()));
        await source.ExecuteAsync("INSERT INTO customers (customer_key, customer, version) VALUES (1, 't:anna', 1)");
        await source.ExecuteAsync("INSERT INTO batches (batch, dataset, state) VALUES (1, 'customers', 'done')");
        (await reader.ReadAsync(CancellationToken.None)).WithoutDays.ShouldNotContain("customers/referrer");

        await source.ExecuteAsync("INSERT INTO customers (customer_key, customer, referrer, version) VALUES (2, 't:ben', 't:anna', 2)");
        await source.ExecuteAsync("INSERT INTO batches (batch, dataset, state) VALUES (2, 'customers', 'done')");

        (await reader.ReadAsync(CancellationToken.None)).WithoutDays.ShouldContain("customers/referrer");
    }

    // Of settled and fresh rows, and of the day itself where there is none later; while facts are made anew nothing is for sure.
    [Fact]
    public async Task State_OfFacts_KnowsTheirLatestDaysUnlessTheyAreBeingMade()
    {
        await using var source = await Connect.ToNewDatabaseAsync(engine);
        var files = SqlFiles.Locate();
        await new Migrator(source, files, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        using var runner = new QueryRunner(source, files, NullLogger<QueryRunner>.Instance);
        var reader = new DataStateReader(source, runner, Options.Create(new BusinessOptions()));
        await source.ExecuteAsync("INSERT INTO customer_facts_settled (customer_id, owner_since, purchases_since) VALUES (1, '2026-11-02', '2026-11-18')");
        await source.ExecuteAsync("INSERT INTO customer_facts_fresh (customer_id, owner_since, purchases_since) VALUES (2, '2026-11-17', '2026-11-03')");
        await source.ExecuteAsync("INSERT INTO batches (batch, dataset, state) VALUES (1, 'customers', 'done')");
        (await reader.ReadAsync(CancellationToken.None)).Latest.ShouldBe(new Dictionary<string, DateOnly> { ["owner_since"] = new(2026, 11, 17), ["purchases_since"] = new(2026, 11, 18) }, ignoreOrder: true);

        await source.ExecuteAsync("INSERT INTO touched VALUES (2, 1)");
        (await reader.ReadAsync(CancellationToken.None)).Latest.ShouldBeNull();
    }

    [Fact]
    public async Task State_WhileNothingIsWritten_IsReadOnce()
    {
        // An engine of its own: on the shared one somebody always writes.
        await using var own = await TestEngine.StartAsync(new EngineOptions());
        await using var source = await Connect.ToNewDatabaseAsync(own);
        var files = SqlFiles.Locate();
        await new Migrator(source, files, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        var log = new Lines();
        using var runner = new QueryRunner(source, files, log);
        var settings = new Settings { Value = new BusinessOptions { Margin = 0.4m } };
        var reader = new DataStateReader(source, runner, settings);
        for (var turn = 0; turn < 5; turn++)
            (await reader.ReadAsync(CancellationToken.None)).DataVersion.ShouldBe(0UL);
        log.Count.ShouldBe(3); // the version, the latest days and the rest

        settings.Value = new BusinessOptions { Margin = 0.5m };
        (await reader.ReadAsync(CancellationToken.None)).Margin.ShouldBe(0.5m);
        log.Count.ShouldBe(3);

        await source.ExecuteAsync("INSERT INTO batches (batch, dataset, state) VALUES (7, 'orders', 'done')");
        (await reader.ReadAsync(CancellationToken.None)).DataVersion.ShouldBe(7UL);
        await source.ExecuteAsync("INSERT INTO batches (batch, dataset, state) VALUES (8, 'orders', 'planned')");
        var writing = await reader.ReadAsync(CancellationToken.None);
        var asked = log.Count;
        // Of an unfinished batch nothing is kept, though nobody writes at this moment.
        (await reader.ReadAsync(CancellationToken.None)).IsSettled.ShouldBe(writing.IsSettled);
        writing.IsSettled.ShouldBeFalse();
        log.Count.ShouldBeGreaterThan(asked);
    }

    private sealed class Settings : IOptions<BusinessOptions>
    {
        public required BusinessOptions Value { get; set; }
    }

    private sealed class Lines : ILogger<QueryRunner>
    {
        public int Count { get; private set; }

        public int Readings { get; private set; }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Count++;
            Readings += formatter(state, exception).Contains("data_state.sql", StringComparison.Ordinal) ? 1 : 0;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
    }
}
