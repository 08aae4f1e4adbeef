using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PrivateDomainBI.Web.Reports;

/// <summary>Where this server answers, for the browser that prints its pages.</summary>
internal sealed class ServerAddress(IServer server)
{
    public Uri Page(string pathAndQuery)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("A report was asked for before the server listened.");
        return new Uri(new Uri(address), pathAndQuery);
    }
}
