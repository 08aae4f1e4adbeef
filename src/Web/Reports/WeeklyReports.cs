using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Reports.Printing;
using PrivateDomainBI.Web.Reports.Weekly;

namespace PrivateDomainBI.Web.Reports;

/// <summary>
/// Makes weekly reports: asks the numbers, freezes them, prints the page drawn from them, and writes down what came of
/// it. Asking again for what has not changed gives the report that is there.
/// </summary>
internal sealed class WeeklyReports(
    WeeklyReportBuilder builder, ReportFiles files, ReportRuns runs, PdfPrinter printer, ServerAddress server, TimeProvider time, ILogger<WeeklyReports> log)
{
    public const string Kind = "weekly";

    /// <summary>Each of its parts begins a page: a report with fewer pages is refused.</summary>
    private const int Pages = 5;

    public Task<DateOnly?> LatestWeekAsync(CancellationToken ct) => builder.LatestWeekAsync(ct);

    /// <summary>The newest finished report of a week, whatever the numbers are by now.</summary>
    public Task<ReportRun?> FindAsync(DateOnly week, string language, AccessScope scope, CancellationToken ct) =>
        runs.FindFinishedAsync(Kind, Format.WeekId(week), language, scope.Name, ct);

    public async Task<ReportRun> MakeAsync(DateOnly week, string language, AccessScope scope, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var report = await builder.BuildAsync(week, scope, ct);
        var id = await files.FreezeAsync(report, Format.WeekId(week), language, ct);
        if (files.FindPdf(id) is not null && await runs.GetAsync(id, ct) is { Status: ReportStatus.Done } there)
            return there;
        var run = new ReportRun(
            id, Kind, Format.WeekId(week), language, scope.Name, time.GetUtcNow(), report.AsOf, (long)report.DataVersion,
            string.Join(',', report.Metrics.Select(metric => $"{metric.Name}:{metric.Version}")), "", "", 0, ReportStatus.Failed, "");
        try
        {
            var printed = await printer.PrintAsync(Request(id, report, language), ct);
            var (file, sha256) = await files.KeepPdfAsync(id, printed.Bytes, ct);
            run = run with { File = file, Sha256 = sha256, Pages = printed.Pages, Status = ReportStatus.Done };
            log.LogInformation("Report {Report}: {Pages} pages in {Milliseconds:0} ms", id, printed.Pages, time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (PrintFailedException e)
        {
            log.LogError("Report {Report} was not printed: {Reason}", id, e.Message);
            run = run with { Error = e.Message };
        }
        await runs.SaveAsync(run, CancellationToken.None);
        return run;
    }

    private PrintRequest Request(string id, WeeklyReport report, string language)
    {
        var title = WeeklyWords.Title(report, language);
        var about = new PrintedAs(title, report.Company, id, new DateTimeOffset(report.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        return new PrintRequest(server.Page($"/reports/weekly/print?report={id}"), about, WeeklyWords.ChartsOnPage, Pages, [title, id]);
    }
}
