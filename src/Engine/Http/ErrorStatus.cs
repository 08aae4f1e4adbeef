using Microsoft.AspNetCore.Http;

namespace PrivateDomainBI.Engine.Http;

// The HTTP status that ClickHouse gives for the code of an error.
internal static class ErrorStatus
{
    // Text, dates, numbers and so on that cannot be parsed; bad arguments; broken syntax.
    private static readonly HashSet<int> BadRequest = [6, 8, 15, 25, 26, 27, 36, 37, 38, 41, 44, 53, 62, 72, 117, 123, 167, 168, 223, 321, 376, 427, 441, 675, 676];

    // Unknown table, function, identifier, type, engine, database, setting, format, role …
    private static readonly HashSet<int> NotFound = [46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 152, 336, 511];

    // Wrong user or password, a role not granted, access denied.
    private static readonly HashSet<int> Forbidden = [192, 193, 497, 512, 516];

    // Socket timeout, file that cannot be opened, task that cannot be scheduled.
    private static readonly HashSet<int> Unavailable = [76, 209, 439];

    public static int Of(int code) => code switch
    {
        48 => StatusCodes.Status501NotImplemented,
        159 => StatusCodes.Status408RequestTimeout,
        194 => StatusCodes.Status401Unauthorized,
        229 => StatusCodes.Status413PayloadTooLarge,
        381 => StatusCodes.Status411LengthRequired,
        779 => StatusCodes.Status415UnsupportedMediaType,
        _ when BadRequest.Contains(code) => StatusCodes.Status400BadRequest,
        _ when NotFound.Contains(code) => StatusCodes.Status404NotFound,
        _ when Forbidden.Contains(code) => StatusCodes.Status403Forbidden,
        _ when Unavailable.Contains(code) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
