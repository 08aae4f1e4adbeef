using Serilog;

namespace PrivateDomainBI.Web;

/// <summary>
/// Serilog, configured by section <c>Serilog</c>: lines on standard error, and a file a day in the data directory.
/// Lines carry ids, counts and times; never names, phone numbers or the values of a customer's row.
/// </summary>
internal static class Logging
{
    private const string FilePath = "Serilog:WriteTo:File:Args:path";

    public static ILoggingBuilder AddProductLog(this ILoggingBuilder logging, IConfiguration configuration, string dataDirectory)
    {
        var configured = new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(InDataDirectory(configuration, dataDirectory)).Build();
        var logger = new LoggerConfiguration().ReadFrom.Configuration(configured).Enrich.FromLogContext().CreateLogger();
        return logging.ClearProviders().AddSerilog(logger, dispose: true);
    }

    // A path without a root would otherwise lie wherever the program happened to be started.
    private static Dictionary<string, string?> InDataDirectory(IConfiguration configuration, string dataDirectory) =>
        configuration[FilePath] is { Length: > 0 } path
            ? new Dictionary<string, string?>(StringComparer.Ordinal) { [FilePath] = Path.GetFullPath(Path.Combine(dataDirectory, path)) }
            : [];
}
