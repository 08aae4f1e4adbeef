using System.CommandLine;
using System.Text.Json;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Api;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Reports;

namespace PrivateDomainBI.Web.CommandLine;

// `report weekly`: one report, drawn by a server of the verb's own on a free loopback port.
internal static class ReportVerb
{
    private static readonly Option<string?> Week = new("--week") { Description = "ISO week; the last one that the data know in full when not given", HelpName = "2026-W46" };
    private static readonly Option<string> Language = new("--lang") { Description = "zh or en", HelpName = "LANG", DefaultValueFactory = _ => Reader.Chinese };
    private static readonly Option<string?> As = new("--as") { Description = "Whose view; until accounts exist the administrator's alone", HelpName = "USER" };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The PDF to write", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        var weekly = new Command("weekly", "Writes the weekly report") { Week, Language, As, Out };
        weekly.Validators.Add(result =>
        {
            if (result.GetValue(Week) is { } week && Format.ParseWeek(week) is null)
                result.AddError($"--week {week} is not an ISO week such as 2026-W46.");
            if (result.GetValue(Language) is not (null or Reader.Chinese or Reader.English))
                result.AddError("--lang is zh or en.");
            if (result.GetValue(As) is { } user)
                result.AddError($"--as {user}: there are no accounts yet; leave it out for the whole company's report.");
        });
        weekly.SetAction(RunAsync);
        return new Command("report", "Writes reports") { weekly };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var data = parsed.GetValue(GlobalOptions.Data)!;
        await using var session = await WarehouseSession.OpenAsync(data, ct);
        var builder = WebServer.CreateBuilder(new WebApplicationOptions(), "http://127.0.0.1:0", data);
        await using var server = builder.Build();
        await server.Services.MigrateAppDatabaseAsync(ct);
        server.MapEverything();
        await server.StartAsync(ct);
        var status = await MakeAsync(server.Services, parsed, ct);
        await server.StopAsync(ct);
        return status;
    }

    private static async Task<int> MakeAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var reports = services.GetRequiredService<WeeklyReports>();
        var week = parsed.GetValue(Week) is { } asked ? Format.ParseWeek(asked) : await reports.LatestWeekAsync(ct);
        if (week is not { } monday)
        {
            await Console.Error.WriteLineAsync("There is nothing to report: no data are loaded.");
            return ExitStatus.Failed;
        }
        var run = await reports.MakeAsync(monday, parsed.GetValue(Language)!, AccessScope.Company, ct);
        if (run.Status == ReportStatus.Failed)
        {
            await Console.Error.WriteLineAsync(run.Error);
            return ExitStatus.Failed;
        }
        var target = parsed.GetValue(Out)!;
        target.Directory?.Create();
        File.Copy(services.GetRequiredService<ReportFiles>().FindPdf(run.Id)!, target.FullName, overwrite: true);
        await Console.Out.WriteLineAsync(parsed.GetValue(GlobalOptions.Json)
            ? JsonSerializer.Serialize(run, ApiJson.Indented)
            : $"{target}: {run.Week}, {run.Pages} pages, data through {run.AsOf.AddDays(-1):yyyy-MM-dd}, report {run.Id}");
        return ExitStatus.Done;
    }
}
