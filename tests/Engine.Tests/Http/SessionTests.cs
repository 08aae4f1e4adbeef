using System.Net;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

// Each of these uses every connection many times over, so that a leak would meet one that has it.
public sealed class SessionTests(TestEngine engine)
{
    private const int Rounds = 40;

    [Fact]
    public async Task Settings_OfARequest_EndWithIt()
    {
        const string read = "SELECT getSetting('max_block_size')";
        var usual = await engine.QueryAsync(read);
        for (var i = 0; i < Rounds; i++)
        {
            (await PostAsync("/?max_block_size=77", read)).ShouldBe("77\n");
            (await engine.QueryAsync(read)).ShouldBe(usual);
        }
    }

    [Fact]
    public async Task SetAndUseAndTemporaryTable_EndWithTheirRequest()
    {
        await engine.QueryAsync("CREATE DATABASE IF NOT EXISTS elsewhere");
        var usual = await engine.QueryAsync("SELECT getSetting('max_block_size')");
        for (var i = 0; i < Rounds; i++)
        {
            await engine.QueryAsync("SET max_block_size = 78");
            await engine.QueryAsync("USE elsewhere");
            await engine.QueryAsync("CREATE TEMPORARY TABLE passing (n UInt8)");
            (await engine.QueryAsync("SELECT getSetting('max_block_size')")).ShouldBe(usual);
            (await engine.QueryAsync("SELECT currentDatabase(), (SELECT count() FROM system.tables WHERE is_temporary)")).ShouldBe("default\t0\n");
        }
    }

    [Fact]
    public async Task Database_OfARequest_EndsWithIt()
    {
        await engine.QueryAsync("CREATE DATABASE IF NOT EXISTS `odd``name`");
        for (var i = 0; i < Rounds; i++)
        {
            (await PostAsync("/?database=odd%60name", "SELECT currentDatabase()")).ShouldBe("odd`name\n");
            (await engine.QueryAsync("SELECT currentDatabase()")).ShouldBe("default\n");
        }
    }

    [Theory]
    [InlineData("/?no_such_setting=1", HttpStatusCode.NotFound)]
    [InlineData("/?bad-name=1", HttpStatusCode.NotFound)]
    [InlineData("/?max_threads=lots", HttpStatusCode.BadRequest)]
    [InlineData("/?database=no_such_database", HttpStatusCode.NotFound)]
    public async Task UnknownSettingOrDatabase_IsRefusedAndForgotten(string url, HttpStatusCode expected)
    {
        for (var i = 0; i < Rounds / 4; i++)
        {
            using var body = new StringContent("SELECT 1");
            using var response = await engine.Client.PostAsync(url, body);
            response.StatusCode.ShouldBe(expected);
            (await engine.QueryAsync("SELECT 1")).ShouldBe("1\n");
        }
    }

    [Fact]
    public async Task Quote_InASetting_StaysAValue() =>
        (await PostAsync(@"/?format_csv_delimiter=%27&default_format=CSV", "SELECT 1, 2")).ShouldBe("1'2\n");

    [Theory]
    [InlineData("CREATE TABLE got (n UInt8) ENGINE = Memory")]
    [InlineData("INSERT INTO got FORMAT CSV 1")]
    public async Task Get_OfAChangingStatement_IsRefused(string sql)
    {
        using var response = await engine.Client.GetAsync($"/?query={Uri.EscapeDataString(sql)}");
        response.Headers.GetValues("X-ClickHouse-Exception-Code").ShouldBe(["164"]);
    }

    private async Task<string> PostAsync(string url, string sql)
    {
        using var body = new StringContent(sql);
        using var response = await engine.Client.PostAsync(url, body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return text;
    }
}
