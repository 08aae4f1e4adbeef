using System.Globalization;
using Microsoft.AspNetCore.Http;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Http;

internal static class ErrorAnswer
{
    public static Task WriteAsync(HttpContext context, EngineException error, ServerIdentity server, string queryId, CancellationToken ct)
    {
        var response = context.Response;
        response.StatusCode = ErrorStatus.Of(error.Code);
        server.Sign(response, queryId);
        response.ContentType = "text/plain; charset=UTF-8";
        response.Headers["X-ClickHouse-Exception-Code"] = error.Code.ToString(CultureInfo.InvariantCulture);
        if (response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Basic realm=\"ClickHouse server HTTP API\"";
        }

        return response.WriteAsync(error.Message + server.VersionSuffix, ct);
    }
}
