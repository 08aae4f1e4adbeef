using System.Diagnostics;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public sealed class CommandTests(TestEngine engine) : IDisposable
{
    private const string Slow = "SELECT sum(sleepEachRow(0.01)) FROM numbers(100000) SETTINGS max_block_size = 10";

    private readonly ClickHouseDataSource _source = Connect.To(engine);

    public void Dispose() => _source.Dispose();

    [Fact]
    public void ExecuteSynchronously_EveryWay_Works()
    {
        using var connection = _source.OpenConnection();
        using var command = connection.CreateCommand("SELECT number FROM numbers(3) WHERE number >= {from:UInt64}");
        command.Parameters.Add("from", 1);

        command.ExecuteScalar().ShouldBe(1UL);
        command.ExecuteNonQuery().ShouldBe(0);
        using var reader = command.ExecuteReader();
        reader.HasRows.ShouldBeTrue();
        reader.Cast<System.Data.IDataRecord>().Select(r => (ulong)r.GetValue(0)).ShouldBe([1UL, 2UL]);
    }

    [Fact]
    public async Task Execute_UnknownTable_ThrowsItsCodeNameAndQueryId()
    {
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand("SELECT * FROM there_is_no_such_table");
        command.QueryId = Connect.NewName("query");

        var error = await Should.ThrowAsync<ClickHouseException>(() => command.ExecuteScalarAsync(CancellationToken.None));

        (error.Code, error.CodeName, error.QueryId, error.IsTransient).ShouldBe((60, "UNKNOWN_TABLE", command.QueryId, false));
        error.Message.ShouldContain("there_is_no_such_table");
    }

    [Fact]
    public async Task Execute_UnsetPlaceholder_IsTheServersError() =>
        (await Should.ThrowAsync<ClickHouseException>(() => _source.ScalarAsync("SELECT {missing:Int32}"))).Code.ShouldBe(456);

    [Fact]
    public async Task Execute_TimeLimit_ReachesTheServer()
    {
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand(Slow);
        command.CommandTimeout = 1;
        var watch = Stopwatch.StartNew();

        var error = await Should.ThrowAsync<ClickHouseException>(() => command.ExecuteScalarAsync(CancellationToken.None));

        error.Code.ShouldBe(ClickHouseException.TimeoutExceeded);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Execute_Cancelled_StopsOnTheServerToo()
    {
        var mark = Connect.NewName("mark");
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand($"{Slow} /* {mark} */");

        await Should.ThrowAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(cancel.Token));

        await WaitUntilGoneAsync(mark);
    }

    [Fact]
    public async Task Cancel_FromAnotherThread_EndsTheWait()
    {
        var mark = Connect.NewName("mark");
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand($"{Slow} /* {mark} */");
        var run = command.ExecuteScalarAsync(CancellationToken.None);
        await Task.Delay(500);

        command.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        await WaitUntilGoneAsync(mark);
    }

    [Fact]
    public async Task Reader_DisposedHalfWay_StopsOnTheServerToo()
    {
        var mark = Connect.NewName("mark");
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand($"SELECT number FROM numbers(10000000000) /* {mark} */");
        await using (var reader = await command.ExecuteReaderAsync(CancellationToken.None))
            (await reader.ReadAsync(CancellationToken.None)).ShouldBeTrue();

        await WaitUntilGoneAsync(mark);
        (await _source.ScalarAsync("SELECT 1")).ShouldBe((byte)1);
    }

    [Fact]
    public async Task Execute_Settings_ApplyToThatStatementAlone()
    {
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand("SELECT getSetting('max_block_size')");
        command.Settings["max_block_size"] = "1234";

        (await command.ExecuteScalarAsync(CancellationToken.None)).ShouldBe(1234UL);
        (await _source.ScalarAsync("SELECT getSetting('max_block_size')")).ShouldNotBe(1234UL);
        await using var withSetting = Connect.To(engine, "set_max_block_size=4321");
        (await withSetting.ScalarAsync("SELECT getSetting('max_block_size')")).ShouldBe(4321UL);
    }

    [Fact]
    public async Task Execute_LongArray_TravelsWhole()
    {
        var ids = Enumerable.Range(0, 50_000).Select(i => $"wecom:it's number {i}").ToArray();

        (await _source.ScalarAsync("SELECT count() FROM (SELECT arrayJoin({ids:Array(String)}) AS id) WHERE startsWith(id, {start:String})", ("ids", ids), ("start", "wecom:it's")))
            .ShouldBe(50_000UL);
    }

    [Fact]
    public async Task Execute_LongStatement_TravelsWhole() =>
        (await _source.ScalarAsync($"SELECT length('{new string('x', 200_000)}')")).ShouldBe(200_000UL);

    [Fact]
    public async Task Execute_Identifier_IsAName() =>
        (await _source.ScalarAsync("SELECT {column:Identifier} FROM system.one", ("column", "dummy"))).ShouldBe((byte)0);

    [Fact]
    public async Task ExecuteReader_OwnFormat_IsRefusedWithAdvice() =>
        (await Should.ThrowAsync<NotSupportedException>(() => _source.ScalarAsync("SELECT 1 FORMAT CSV"))).Message.ShouldContain("FORMAT CSV");

    [Fact]
    public async Task Execute_NoServer_SaysWhere()
    {
        await using var nowhere = new ClickHouseDataSource("Socket=/tmp/there-is-no-engine.sock");

        var error = await Should.ThrowAsync<ClickHouseException>(() => nowhere.ScalarAsync("SELECT 1"));

        error.IsTransient.ShouldBeTrue();
        error.Message.ShouldContain("/tmp/there-is-no-engine.sock");
    }

    [Fact]
    public async Task Insert_Summary_TellsWhatWasWritten()
    {
        var table = Connect.NewName("summary");
        await _source.ExecuteAsync($"CREATE TABLE {table} (a Int32) ENGINE = MergeTree ORDER BY a");
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand($"INSERT INTO {table} FORMAT CSV");

        var summary = await command.InsertAsync(new MemoryStream("1\n2\n3\n"u8.ToArray()), encoding: null, progress: null, CancellationToken.None);

        summary.WrittenRows.ShouldBe(3);
        summary.QueryId.ShouldNotBeEmpty();
        command.Summary.ShouldBe(summary);
    }

    private async Task WaitUntilGoneAsync(string mark)
    {
        var watch = Stopwatch.StartNew();
        while ((ulong)(await _source.ScalarAsync($"SELECT count() FROM system.processes WHERE query LIKE '%{mark}%' AND query NOT LIKE '%system.processes%'"))! > 0)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), "the query still runs on the server");
            await Task.Delay(100);
        }
    }
}
