using System.CommandLine;
using System.Net;
using PrivateDomainBI.Ingest.Demo;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Jobs;

namespace PrivateDomainBI.Web.CommandLine;

// `serve`, and what runs when no verb is given: the engine and the web server.
internal static class ServeVerb
{
    public const string Name = "serve";

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by ;",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private static readonly Option<bool> Demo = new("--demo") { Description = "Loads the demo company first if the warehouse is empty" };

    // What ASP.NET Core's own test host and tools hand over.
    private static readonly Option<string?> EnvironmentName = new("--environment") { Hidden = true };
    private static readonly Option<string?> ContentRoot = new("--contentRoot") { Hidden = true };
    private static readonly Option<string?> ApplicationName = new("--applicationName") { Hidden = true };

    public static Command Create()
    {
        var verb = new Command(Name, "Starts the engine and the web server (default)") { Urls, Demo, EnvironmentName, ContentRoot, ApplicationName };
        verb.Validators.Add(result =>
        {
            foreach (var url in (result.GetValue(Urls) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(url => !IsLoopback(url)))
                result.AddError($"--urls {url} can be reached from other machines, and there is no sign-in yet: use http://127.0.0.1:PORT (and an SSH tunnel from elsewhere).");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private static bool IsLoopback(string url) =>
        BindingAddress.Parse(url).Host is var host
        && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var data = parsed.GetValue(GlobalOptions.Data)!;
        var options = new WebApplicationOptions
        {
            EnvironmentName = parsed.GetValue(EnvironmentName),
            ContentRootPath = parsed.GetValue(ContentRoot),
            ApplicationName = parsed.GetValue(ApplicationName),
        };
        var builder = WebServer.CreateBuilder(options, parsed.GetValue(Urls)!, data);
        builder.Services.AddEngine(builder.Configuration, data).AddJobs(builder.Configuration, data);
        if (parsed.GetValue(Demo))
            builder.Services.AddSingleton<DemoLoad>().AddSingleton(services => ActivatorUtilities.CreateInstance<DemoStart>(services, Path.Combine(data, "demo")));
        builder.Services.AddSingleton<WarehouseReadiness>().AddHostedService(provider => provider.GetRequiredService<WarehouseReadiness>());
        await using var app = builder.Build();
        await app.Services.MigrateAppDatabaseAsync(ct);
        app.MapEverything().MapHealth();
        app.Logger.LogInformation("There is no sign-in yet, so only this machine can reach the server: {Urls}", parsed.GetValue(Urls));
        await app.StartAsync(ct);
        await app.WaitForShutdownAsync(ct);
        return app.Services.GetRequiredService<WarehouseReadiness>().ExecuteTask is { IsFaulted: true } ? ExitStatus.Failed : ExitStatus.Done;
    }
}
