using PrivateDomainBI.Engine;

namespace PrivateDomainBI.Web;

// The engine process as a service of the web host.
internal static class EngineModule
{
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        var options = (configuration.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new EngineOptions()) with { DataDirectory = dataDirectory };
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options).AddSingleton(EngineCommand.ThisProgram());
        services.AddSingleton<EngineSupervisor>();
        return services.AddHostedService(provider => provider.GetRequiredService<EngineSupervisor>());
    }
}
