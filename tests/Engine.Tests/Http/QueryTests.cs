using System.Net;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

public sealed class QueryTests(TestEngine engine)
{
    [Fact]
    public async Task Ping_Always_AnswersOk() => (await engine.Client.GetStringAsync("/ping")).ShouldBe("Ok.\n");

    [Fact]
    public async Task Get_WithoutQuery_AnswersOk() => (await engine.Client.GetStringAsync("/")).ShouldBe("Ok.\n");

    [Theory]
    [InlineData("String", "plain", "plain")]
    [InlineData("String", @"tab\tline\nback\\slash 'quote'", @"tab\tline\nback\\slash \'quote\'")]
    [InlineData("Nullable(String)", @"\N", @"\N")]
    [InlineData("Array(UInt32)", "[1,2,3]", "[1,2,3]")]
    [InlineData("Date", "2026-11-30", "2026-11-30")]
    public async Task Select_WithParameter_GivesItBack(string type, string value, string expected) =>
        (await engine.Client.GetStringAsync($"/?query=SELECT+%7Bp:{type}%7D&param_p={Uri.EscapeDataString(value)}")).ShouldBe(expected + "\n");

    [Fact]
    public async Task Select_QueryInUrlAndBody_AreJoinedByALineEnd()
    {
        using var body = new StringContent("+ 2");
        using var response = await engine.Client.PostAsync("/?query=SELECT+1", body);
        (await response.Content.ReadAsStringAsync()).ShouldBe("3\n");
    }

    // Also within little memory: the engine's own guard would leave it one thread.
    [Fact]
    public async Task Select_OfManyRows_IsSpreadOverTheThreadsItMayHave()
    {
        using var body = new StringContent("EXPLAIN PIPELINE SELECT sum(number) FROM numbers_mt(10000000) SETTINGS max_threads = 2");
        using var response = await engine.Client.PostAsync("/", body);
        (await response.Content.ReadAsStringAsync()).ShouldContain("AggregatingTransform × 2");
    }

    [Fact]
    public async Task Error_UnknownTable_HasClickHousesTextCodeAndStatus()
    {
        using var response = await engine.Client.GetAsync("/?query=SELECT+1+FROM+nowhere&query_id=my-id");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("X-ClickHouse-Exception-Code").ShouldBe(["60"]);
        response.Headers.GetValues("X-ClickHouse-Query-Id").ShouldBe(["my-id"]);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldStartWith("Code: 60. DB::Exception:");
        text.ShouldMatch(@"\(UNKNOWN_TABLE\) \(version \S+ \(official build\)\)\n\z");
    }
}
