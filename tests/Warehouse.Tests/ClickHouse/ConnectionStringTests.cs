using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public class ConnectionStringTests
{
    [Fact]
    public void Parse_KeysOfClickHouseClient_AreUnderstood()
    {
        var options = new ClickHouseConnectionStringBuilder("Host=ch1;Protocol=https;Database=bi;Username=u;Password=p;Timeout=30;Compression=false;UseSession=true;set_max_threads=2");

        (options.Host, options.Port, options.Database, options.Username, options.Password).ShouldBe(("ch1", 8443, "bi", "u", "p"));
        (options.Timeout, options.Compression, options.UseSession).ShouldBe((TimeSpan.FromSeconds(30), false, true));
        options.Settings.ShouldBe(new Dictionary<string, string> { ["max_threads"] = "2" });
    }

    [Fact]
    public void Parse_Nothing_GivesTheDefaults()
    {
        var options = new ClickHouseConnectionStringBuilder("");

        (options.Host, options.Port, options.Compression, options.Timeout).ShouldBe(("localhost", 8123, true, TimeSpan.FromMinutes(2)));
        new ClickHouseConnectionStringBuilder("Socket=/a;").Compression.ShouldBeFalse();
    }

    [Fact]
    public void Parse_MistypedKey_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ClickHouseConnectionStringBuilder("Hots=ch1")).Message.ShouldContain("hots");
}
