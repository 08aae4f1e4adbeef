using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace PrivateDomainBI.Engine;

/// <summary>The Unix socket on which the engine of a data directory answers.</summary>
public static class EngineSocket
{
    // The least that any platform takes for a socket's path is macOS's 104 bytes with the closing zero.
    private const int LongestPath = 103;

    /// <summary>The socket of a data directory: in it, or if that path is too long for a socket, in the temp directory under a name made from it.</summary>
    public static string PathFor(string dataDirectory)
    {
        var directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory));
        var path = Path.Combine(directory, "engine.sock");
        if (Encoding.UTF8.GetByteCount(path) <= LongestPath)
        {
            return path;
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..24];
        return Path.Combine(Path.GetTempPath(), $"pdbi-{name}.sock");
    }

    /// <summary>An HTTP client that talks to <paramref name="socket"/>, whatever host its requests name.</summary>
    public static HttpClient CreateClient(string socket)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, ct) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), ct);
                    return new NetworkStream(connection, ownsSocket: true);
                }
                catch
                {
                    connection.Dispose();
                    throw;
                }
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri("http://engine/"), Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whether an engine answers on <paramref name="socket"/> now.</summary>
    public static async Task<bool> IsAnsweringAsync(string socket, CancellationToken ct)
    {
        using var client = CreateClient(socket);
        return await IsAnsweringAsync(client, ct);
    }

    internal static async Task<bool> IsAnsweringAsync(HttpClient client, CancellationToken ct)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct);
        wait.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            return await client.GetStringAsync("ping", wait.Token) == "Ok.\n";
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
