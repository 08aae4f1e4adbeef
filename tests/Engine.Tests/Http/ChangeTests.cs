using System.Net;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

// With an engine of its own: on the shared one somebody always writes.
public sealed class ChangeTests
{
    [Fact]
    public async Task Changes_StaysTheSame_AsLongAsNothingIsWritten()
    {
        await using var engine = await TestEngine.StartAsync(new EngineOptions());
        await engine.QueryAsync("CREATE TABLE t (n UInt64) ENGINE = MergeTree ORDER BY n");
        var mark = await MarkAsync(engine);

        await engine.QueryAsync("SELECT count() FROM t");
        await engine.QueryAsync("WITH 1 AS one SELECT one FORMAT JSON");
        await Should.ThrowAsync<InvalidOperationException>(engine.QueryAsync("SELECT nothing"));
        (await MarkAsync(engine)).ShouldBe(mark.ShouldNotBeNull());

        string[] writing =
        [
            "INSERT INTO t VALUES (1)", "INSERT INTO t SELECT 2", "INSERT INTO t FORMAT CSV\n3\n", "ALTER TABLE t DELETE WHERE n = 1", "TRUNCATE TABLE t",
            "CREATE OR REPLACE TABLE u ENGINE = Memory AS SELECT 1", "DROP TABLE u",
        ];
        var seen = new HashSet<string> { mark };
        foreach (var statement in writing)
        {
            await engine.QueryAsync(statement);
            seen.Add((await MarkAsync(engine)).ShouldNotBeNull()).ShouldBeTrue(statement);
        }

        // What fails may have stored something first.
        await Should.ThrowAsync<InvalidOperationException>(engine.QueryAsync("INSERT INTO t FORMAT CSV\nx\n"));
        seen.Add((await MarkAsync(engine)).ShouldNotBeNull()).ShouldBeTrue();
    }

    [Fact]
    public async Task Changes_WhileRowsAreComing_TellsNoMark()
    {
        await using var engine = await TestEngine.StartAsync(new EngineOptions());
        await engine.QueryAsync("CREATE TABLE t (n UInt64) ENGINE = MergeTree ORDER BY n");
        var before = await MarkAsync(engine);
        var during = "not asked";
        using var rows = new PushContent(async stream =>
        {
            await stream.WriteAsync("1\n"u8.ToArray());
            await stream.FlushAsync();
            while ((during = await MarkAsync(engine)) == before)
            {
                await Task.Delay(20);
            }

            await stream.WriteAsync("2\n"u8.ToArray());
        });
        (await engine.Client.PostAsync("/?query=INSERT+INTO+t+FORMAT+CSV", rows)).StatusCode.ShouldBe(HttpStatusCode.OK);

        during.ShouldBeNull();
        (await MarkAsync(engine)).ShouldNotBeNull().ShouldNotBe(before);
    }

    [Fact]
    public async Task Changes_OfAnotherEngine_IsAnotherMark()
    {
        await using var one = await TestEngine.StartAsync(new EngineOptions());
        await using var other = await TestEngine.StartAsync(new EngineOptions());
        (await MarkAsync(one)).ShouldNotBe(await MarkAsync(other));
    }

    private static async Task<string?> MarkAsync(TestEngine engine)
    {
        using var response = await engine.Client.GetAsync("/changes");
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadAsStringAsync();
    }
}
