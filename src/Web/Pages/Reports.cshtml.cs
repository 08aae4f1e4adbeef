using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Reports;

namespace PrivateDomainBI.Web.Pages;

/// <summary>The reports that were made, and what the schedule did.</summary>
internal sealed class ReportsModel(WeeklyReports weekly, ReportRuns reports, JobRuns jobs, IOptions<BusinessOptions> business, Reader reader) : PageModel
{
    private const int Most = 100;
    private const int WeeksOffered = 13;

    /// <summary>Mondays of the weeks that a report can be made of; none while the engine is away or empty.</summary>
    public IReadOnlyList<DateOnly> Weeks { get; private set; } = [];

    /// <summary>Why the report just asked for was not made.</summary>
    public string? Failure { get; private set; }

    public IReadOnlyList<ReportRun> Reports { get; private set; } = [];

    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Weeks = await WeeksAsync(ct);
        Reports = await reports.ListAsync(Most, ct);
        Runs = await jobs.ListAsync(Most, ct);
    }

    public async Task<IActionResult> OnPostAsync(string? week, CancellationToken ct)
    {
        if (Format.ParseWeek(week) is not { } monday)
            return NotFound();
        var run = await weekly.MakeAsync(monday, reader.Language, AccessScope.Company, ct);
        if (run.Status == ReportStatus.Done)
            return RedirectToPage();
        Failure = run.Error;
        await OnGetAsync(ct);
        return Page();
    }

    private async Task<IReadOnlyList<DateOnly>> WeeksAsync(CancellationToken ct)
    {
        try
        {
            return await weekly.LatestWeekAsync(ct) is { } latest ? [.. Enumerable.Range(0, WeeksOffered).Select(back => latest.AddDays(-7 * back))] : [];
        }
        catch (Exception away) when (EngineAway.Caused(away))
        {
            return [];
        }
    }

    /// <summary>An instant in the business time zone.</summary>
    public string At(DateTimeOffset instant) =>
        Format.Instant(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(business.Value.TimeZone)));
}
