using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Http;

// Who may ask. On the Unix socket the file's permissions decide; over TCP there is one user, default,
// with the password of the options. Credentials come as ClickHouse takes them.
internal sealed class Access(EngineOptions options)
{
    private const string User = "default";

    public void Check(HttpRequest request)
    {
        if (options.Listen is null)
        {
            return;
        }

        if (options.Password is not { } password)
        {
            RefuseWebPages(request);
            return;
        }

        var (user, key) = Credentials(request);
        if (key is null)
        {
            throw new EngineException(194, "REQUIRED_PASSWORD", "default: Authentication failed: password is required");
        }

        if (!FixedTimeEquals(user, User) | !FixedTimeEquals(key, password))
        {
            throw new EngineException(516, "AUTHENTICATION_FAILED", "default: Authentication failed: password is incorrect, or there is no user with such name.");
        }
    }

    // Without a password only this machine can connect, but so can any web page in its browser.
    private static void RefuseWebPages(HttpRequest request)
    {
        if (request.Headers.ContainsKey("Origin") || request.Host.Host is not ("127.0.0.1" or "localhost" or "[::1]"))
        {
            throw new EngineException(497, "ACCESS_DENIED", "Without a password only programs on this machine may connect, not web pages");
        }
    }

    private static (string User, string? Key) Credentials(HttpRequest request)
    {
        if (request.Headers["X-ClickHouse-Key"] is { Count: > 0 } key)
        {
            return (request.Headers["X-ClickHouse-User"] is { Count: > 0 } user ? user.ToString() : User, key.ToString());
        }

        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            && TryDecode(header.Parameter) is { } pair && pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
        {
            return (pair[..colon], pair[(colon + 1)..]);
        }

        return (request.Query["user"] is { Count: > 0 } named ? named.ToString() : User, request.Query["password"] is { Count: > 0 } password ? password.ToString() : null);
    }

    private static string? TryDecode(string? base64)
    {
        var bytes = new byte[base64?.Length ?? 0];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    // Hashed first, so that not even the length can be told from the time it takes.
    private static bool FixedTimeEquals(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
