using System.Net;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

public sealed class LimitTests : IAsyncLifetime
{
    private TestEngine _engine = null!;

    public async ValueTask InitializeAsync() => _engine = await TestEngine.StartAsync(new EngineOptions
    {
        Connections = 2,
        MaxMemoryBytes = 512L << 20,
        MaxExecutionSeconds = 1,
        MaxResultBytes = 1_000_000,
    });

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Theory]
    [InlineData("", "SELECT count() FROM numbers(1000000000000) WHERE NOT ignore(cityHash64(number))", 159, HttpStatusCode.RequestTimeout)]
    [InlineData("?max_execution_time=30", "SELECT groupArray(toString(number)) FROM numbers(100000000) FORMAT Null", 241, HttpStatusCode.InternalServerError)]
    [InlineData("?max_execution_time=30&max_memory_usage=99999999999", "SELECT groupArray(toString(number)) FROM numbers(100000000) FORMAT Null", 241, HttpStatusCode.InternalServerError)]
    [InlineData("?max_execution_time=30&max_memory_usage=0", "SELECT groupArray(toString(number)) FROM numbers(100000000) FORMAT Null", 241, HttpStatusCode.InternalServerError)]
    [InlineData("?wait_end_of_query=1", "SELECT number FROM numbers(1000000)", 396, HttpStatusCode.InternalServerError)]
    public async Task Statement_OverALimit_IsEnded(string url, string sql, int code, HttpStatusCode status)
    {
        using var body = new StringContent(sql);
        using var response = await _engine.Client.PostAsync("/" + url, body);
        response.Headers.GetValues("X-ClickHouse-Exception-Code").ShouldBe([$"{code}"]);
        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Request_MayRaiseTheLimitsOfTimeAndResult()
    {
        using var body = new StringContent("SELECT number, sleepEachRow(0.00001) FROM numbers(150000)");
        using var response = await _engine.Client.PostAsync("/?max_execution_time=60&max_result_bytes=0", body);
        (await response.Content.ReadAsStringAsync()).Split('\n').Length.ShouldBe(150_001);
    }

    [Fact]
    public async Task MoreStatementsThanConnections_Wait()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => _engine.QueryAsync($"SELECT {n}, sleep(0.1) FORMAT TSV")));
        answers.ShouldBe(Enumerable.Range(0, 20).Select(n => $"{n}\t0\n"));
    }
}
