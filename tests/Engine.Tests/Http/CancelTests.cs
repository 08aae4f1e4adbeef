using System.Globalization;
using System.Text;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

public sealed class CancelTests(TestEngine engine)
{
    [Theory]
    [InlineData("SELECT count() FROM numbers(1000000000000) WHERE NOT ignore(cityHash64(number), '{0}')")]
    [InlineData("INSERT INTO FUNCTION null('n UInt64') SELECT number FROM numbers(1000000000000) WHERE NOT ignore('{0}')")]
    [InlineData("SELECT number, '{0}' FROM numbers(1000000000000) SETTINGS max_result_bytes = 0")]
    public async Task ClientGone_StopsTheStatement(string sql)
    {
        var mark = Guid.NewGuid().ToString("N");
        using var leave = new CancellationTokenSource();
        var query = engine.QueryAsync(string.Format(CultureInfo.InvariantCulture, sql, mark), leave.Token);
        await RunningAsync(mark, expected: 1);
        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(query);
        await RunningAsync(mark, expected: 0);
    }

    [Theory]
    [InlineData("INSERT INTO {0} FORMAT CSV")]
    [InlineData("INSERT INTO {0} SELECT n FROM input('n UInt64') FORMAT CSV")]
    public async Task ClientGone_InTheMiddleOfItsRows_StoresNone(string insert)
    {
        var table = $"t_{Guid.NewGuid():N}";
        await engine.QueryAsync($"CREATE TABLE {table} (n UInt64) ENGINE = MergeTree ORDER BY n");
        using var leave = new CancellationTokenSource();
        using var content = new PushContent(async stream =>
        {
            await stream.WriteAsync("1\n2\n3\n"u8.ToArray());
            await stream.FlushAsync();
            await Task.Delay(Timeout.Infinite, leave.Token);
        });
        var sql = string.Format(CultureInfo.InvariantCulture, insert, table);
        var post = engine.Client.PostAsync($"/?query={Uri.EscapeDataString(sql)}", content, leave.Token);
        await RunningAsync(table, expected: 1);
        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(post);
        await RunningAsync(table, expected: 0);
        (await engine.QueryAsync($"SELECT count() FROM {table}")).ShouldBe("0\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1\n2\n3\n")]
    public async Task ClientGone_InTheMiddleOfItsRows_LeavesTheTableFree(string rows)
    {
        var table = $"t_{Guid.NewGuid():N}";
        await engine.QueryAsync($"CREATE TABLE {table} (n UInt64) ENGINE = Null");
        using var content = new PushContent(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(rows));
            await stream.FlushAsync();
            await RunningAsync(table, expected: 1);
            throw new InvalidDataException("the source broke off");
        });
        await Should.ThrowAsync<Exception>(engine.Client.PostAsync($"/?query=INSERT+INTO+{table}+FORMAT+CSV", content));
        // One statement, not a poll: a later one on the insert's own connection would set the table free.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await engine.QueryAsync($"DROP TABLE {table} SYNC", limit.Token);
    }

    private async Task RunningAsync(string mark, int expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (await engine.QueryAsync($"SELECT count() FROM system.processes WHERE query LIKE '%{mark}%' AND query NOT LIKE '%system.processes%'", limit.Token) != $"{expected}\n")
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
