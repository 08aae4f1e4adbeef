using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace PrivateDomainBI.Web.CommandLine;

// The configuration for verbs that start no web host: appsettings.json of the working directory or, when
// there is none, the one beside the program; then the environment.
internal static class Settings
{
    private const string FileName = "appsettings.json";

    /// <summary>Lays the file beside the program under a host's own configuration, for a host started anywhere.</summary>
    public static void AddTo(IConfigurationBuilder host)
    {
        var beside = new JsonConfigurationSource { Path = FileName, Optional = true, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory) };
        host.Sources.Insert(0, beside);
    }

    public static IConfigurationRoot Read() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true)
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, FileName), optional: true)
        .AddEnvironmentVariables()
        .Build();
}
