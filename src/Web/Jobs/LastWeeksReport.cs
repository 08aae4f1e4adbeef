using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Reports;

namespace PrivateDomainBI.Web.Jobs;

/// <summary>
/// The report of the week that ended last Sunday, in each language, once: running again, or after a restart, makes only
/// what is missing. While Sunday's data are not in, there is nothing to report, and that is said.
/// </summary>
internal sealed class LastWeeksReport(WeeklyReports reports, IOptions<JobsOptions> options, IOptions<BusinessOptions> business, TimeProvider time)
{
    public async Task<JobResult> RunAsync(CancellationToken ct)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(business.Value.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var week = Periods.StartOf(today, Grain.Week).AddDays(-7);
        var missing = await MissingAsync(week, ct);
        if (missing.Count == 0)
            return JobResult.Idle;
        if (await reports.LatestWeekAsync(ct) is not { } whole)
            return JobResult.Idle;
        if (whole < week)
            return Result(JobOutcome.Waiting, $"The data of {Format.WeekId(week)} are not complete yet; they reach the end of {Format.WeekId(whole)}.", week, []);
        var made = new List<ReportRun>();
        foreach (var language in missing)
            made.Add(await reports.MakeAsync(week, language, AccessScope.Company, ct));
        var failed = made.Find(run => run.Status == ReportStatus.Failed);
        return failed is null
            ? Result(JobOutcome.Done, $"{Format.WeekId(week)}: {string.Join(", ", made.Select(run => run.File))}", week, made)
            : Result(JobOutcome.Failed, failed.Error, week, made);
    }

    private async Task<IReadOnlyList<string>> MissingAsync(DateOnly week, CancellationToken ct)
    {
        var missing = new List<string>();
        foreach (var language in options.Value.WeeklyReport.Languages)
        {
            if (await reports.FindAsync(week, language, AccessScope.Company, ct) is null)
                missing.Add(language);
        }
        return missing;
    }

    private static JobResult Result(JobOutcome outcome, string message, DateOnly week, IReadOnlyList<ReportRun> made) =>
        new(outcome, message, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["week"] = Format.WeekId(week),
            ["reports"] = made.Select(run => run.Id).ToList(),
        });
}
