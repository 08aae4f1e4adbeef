using System.CommandLine;
using System.Net;
using PrivateDomainBI.Engine;

namespace PrivateDomainBI.Web.CommandLine;

// `engine`: the engine process alone, on its Unix socket for the web process or on TCP for other tools.
internal static class EngineVerb
{
    private static readonly Option<string?> Listen = new("--listen") { Description = "Listen on this address and port instead of the Unix socket", HelpName = "127.0.0.1:8123" };
    private static readonly Option<FileInfo?> PasswordFile = new("--password-file") { Description = "File with the password of user default, for --listen", HelpName = "FILE" };

    // The supervisor holds the other end: when that closes, the parent has gone.
    private static readonly Option<bool> UntilStdinCloses = new("--until-stdin-closes") { Hidden = true };

    public static Command Create()
    {
        var verb = new Command("engine", "Runs ClickHouse's engine on the data directory behind ClickHouse's HTTP interface") { Listen, PasswordFile, UntilStdinCloses };
        verb.Validators.Add(result =>
        {
            var address = result.GetValue(Listen);
            if (address is not null && !IPEndPoint.TryParse(address, out _))
            {
                result.AddError($"--listen {address} is not an IP address and port, as in 127.0.0.1:8123.");
            }
            else if (address is not null && !IPAddress.IsLoopback(IPEndPoint.Parse(address).Address) && result.GetValue(PasswordFile) is null)
            {
                result.AddError($"--listen {address} is open to other machines and needs --password-file.");
            }

            if (result.GetValue(PasswordFile) is { Exists: false } missing)
            {
                result.AddError($"--password-file {missing} does not exist.");
            }
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var configured = Settings.Read().GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new EngineOptions();
        var options = configured with
        {
            DataDirectory = parsed.GetValue(GlobalOptions.Data)!,
            Listen = parsed.GetValue(Listen),
            Password = parsed.GetValue(PasswordFile) is { } file ? (await File.ReadAllTextAsync(file.FullName, ct)).TrimEnd('\r', '\n') : null,
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (parsed.GetValue(UntilStdinCloses))
        {
            _ = CancelWhenStdinClosesAsync(stop);
        }

        return await EngineHost.RunAsync(options, stop.Token);
    }

    private static async Task CancelWhenStdinClosesAsync(CancellationTokenSource stop)
    {
        await Console.OpenStandardInput().CopyToAsync(Stream.Null, stop.Token);
        await stop.CancelAsync();
    }
}
