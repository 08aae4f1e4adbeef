using System.Data.Common;
using System.Net.Sockets;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>Tells a warehouse that cannot be reached from a question that cannot be answered.</summary>
internal static class EngineAway
{
    public static bool Caused(Exception? exception) => exception switch
    {
        null => false,
        DbException { IsTransient: true } => true,
        // No such table, no such database: for a moment after the first start, until the tables are made.
        DbException { ErrorCode: 60 or 81 } => true,
        HttpRequestException or SocketException or IOException or TimeoutException => true,
        _ => Caused(exception.InnerException),
    };
}
