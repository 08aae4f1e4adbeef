using Microsoft.AspNetCore.Http;

namespace PrivateDomainBI.Engine.Http;

// What every answer says of the server that gave it.
internal sealed record ServerIdentity(string Version, string TimeZone)
{
    // Clients parse this end of an error's text, so it is as ClickHouse writes it.
    public string VersionSuffix => $" (version {Version} (official build))\n";

    public void Sign(HttpResponse response, string queryId)
    {
        response.Headers["X-ClickHouse-Server-Display-Name"] = Environment.MachineName;
        response.Headers["X-ClickHouse-Query-Id"] = queryId;
        response.Headers["X-ClickHouse-Timezone"] = TimeZone;
    }
}
