using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Ingest.Tests.Loads;

/// <summary>An event told twice is one, whether or not its id was noted when it came, and however the notes have been put together since.</summary>
public class KnownIdsTests(TestEngine engine)
{
    [Fact]
    public async Task Load_EventsOfBeforeTheirIdsWereNoted_AreKnownAfterTheMigration()
    {
        await using var company = await Company.StartAsync(engine);
        string Events(int from) => "event_id,type,occurred_at,customer\n" + string.Concat(Enumerable.Range(from, 3000).Select(n => $"e{n},store_visited,2026-01-01,c{n % 7}\n"));
        await company.LoadAsync("events", Events(0));
        await company.RunAsync("DROP TABLE event_ids_seen_feed");
        await company.RunAsync("DROP TABLE event_ids_seen");

        foreach (var statement in SqlFiles.Locate().Read("migrations/0026_event_ids_seen.sql").Statements)
            await company.RunAsync(statement.Text);

        (await company.LoadAsync("events", Events(0))).Duplicate.ShouldBe(3000UL);
        (await company.LoadAsync("events", Events(2000))).ShouldSatisfyAllConditions(told => told.Duplicate.ShouldBe(1000UL), told => told.Loaded.ShouldBe(2000UL));
        (await company.LoadAsync("events", Events(0).Replace("2026-01-01", "2026-01-02", StringComparison.Ordinal))).Replaced.ShouldBe(3000UL);
        (await company.LoadAsync("events", Events(0))).Replaced.ShouldBe(3000UL);
        await company.RunAsync("OPTIMIZE TABLE event_ids_seen FINAL");
        (await company.LoadAsync("events", Events(0))).Duplicate.ShouldBe(3000UL);
        (await company.RowsAsync("SELECT sum(length(marks)) FROM event_ids_seen")).ShouldBe(["5000"]);
        (await company.RowsAsync("SELECT count() FROM events FINAL")).ShouldBe(["5000"]);
    }
}
