using Microsoft.Extensions.Options;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Web.Jobs.Inbox;
using Quartz;

namespace PrivateDomainBI.Web.Jobs;

/// <summary>
/// Scheduled work. The schedule itself is kept in memory: it follows from appsettings.json alone, files wait in the
/// inbox by themselves, and which reports exist is on record; so nothing is lost with the process. Several servers
/// on one app database will need the shared store.
/// </summary>
internal static class JobsModule
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);

    // A report takes both cores for some seconds; whoever started the server is looking at its first page then.
    private static readonly TimeSpan WellAfterStart = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddOptions<JobsOptions>().Bind(configuration.GetSection(JobsOptions.Section)).ValidateDataAnnotations()
            .Validate(options => CronExpression.TryParse(options.Inbox.Cron, out _), Bad("Inbox"))
            .Validate(options => CronExpression.TryParse(options.WeeklyReport.Cron, out _), Bad("WeeklyReport"))
            .Validate(options => CronExpression.TryParse(options.Settle.Cron, out _), Bad("Settle"))
            .ValidateOnStart();
        services.AddSingleton<JobRecorder>().AddSingleton<LastWeeksReport>();
        services.AddSingleton(new InboxFolder(Path.Combine(dataDirectory, "inbox"), Datasets.Names));
        services.AddSingleton(Sweep);
        var jobs = configuration.GetSection(JobsOptions.Section).Get<JobsOptions>() ?? new JobsOptions();
        if (!jobs.Enabled)
            return services;
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<InboxJob>(
                (provider, trigger) => trigger.WithSchedule(Schedule(provider, jobs.Inbox.Cron)), (_, job) => job.WithIdentity(InboxJob.Name));
            quartz.AddTrigger<InboxJob>((provider, trigger) => trigger.WithIdentity("inbox-after-start").ForJob(InboxJob.Name)
                .StartAt(provider.GetRequiredService<TimeProvider>().GetUtcNow() + AfterStart));
            quartz.ScheduleJob<WeeklyReportJob>(
                (provider, trigger) => trigger.WithSchedule(Schedule(provider, jobs.WeeklyReport.Cron)), (_, job) => job.WithIdentity(WeeklyReportJob.Name));
            quartz.AddTrigger<WeeklyReportJob>((provider, trigger) => trigger.WithIdentity("weekly-report-after-start").ForJob(WeeklyReportJob.Name)
                .StartAt(provider.GetRequiredService<TimeProvider>().GetUtcNow() + WellAfterStart));
            quartz.ScheduleJob<SettleJob>((provider, trigger) => trigger.WithSchedule(Schedule(provider, jobs.Settle.Cron)), (_, job) => job.WithIdentity(SettleJob.Name));
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static CronScheduleBuilder Schedule(IServiceProvider provider, string cron) =>
        CronScheduleBuilder.Create(cron)
            .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<BusinessOptions>>().Value.TimeZone))
            .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);

    private static InboxSweep Sweep(IServiceProvider provider)
    {
        var loads = provider.GetRequiredService<LoadService>();
        var quiet = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<JobsOptions>>().Value.Inbox.QuietSeconds);
        return new InboxSweep(provider.GetRequiredService<InboxFolder>(), quiet, (file, isFollowed, ct) => LoadAsync(loads, file, isFollowed, ct), provider.GetRequiredService<TimeProvider>());
    }

    private static async Task<InboxVerdict> LoadAsync(LoadService loads, InboxFile file, bool isFollowed, CancellationToken ct)
    {
        try
        {
            var result = await loads.LoadAsync(new LoadRequest(file.Dataset, [file.Path], Source: null, file.Mapping, IsFollowed: isFollowed), new Progress<LoadProgress>(), ct);
            return new InboxVerdict(Refusal: null, (long)(result.Loaded + result.Replaced), (long)result.Quarantined);
        }
        catch (LoadRefusedException refused)
        {
            return InboxVerdict.Refused(refused.Message);
        }
    }

    private static string Bad(string job) =>
        $"Jobs:{job}:Cron is not a schedule. It has six fields: second minute hour day-of-month month day-of-week, as in \"0 0 8 ? * MON\".";
}
