using Microsoft.Extensions.Options;
using PrivateDomainBI.Web.AppDatabase;
using Quartz;

namespace PrivateDomainBI.Web.Jobs;

/// <summary>Runs on Mondays, and once after each start in case a Monday was missed; looks again while data are not whole.</summary>
[DisallowConcurrentExecution]
internal sealed class WeeklyReportJob(JobRecorder recorder, LastWeeksReport report, WarehouseReadiness warehouse, IOptions<JobsOptions> options, TimeProvider time) : IJob
{
    public const string Name = "weekly-report";

    private static readonly TriggerKey Again = new("weekly-report-again");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Half of the demo company, or of a load that was cut short, would make a report of half the truth.
        await warehouse.ExecuteTask!.WaitAsync(cancellationToken);
        var outcome = await recorder.RunAsync(Name, report.RunAsync, cancellationToken);
        if (outcome != JobOutcome.Waiting)
            return;
        var trigger = TriggerBuilder.Create().WithIdentity(Again).ForJob(context.JobDetail)
            .StartAt(time.GetUtcNow().AddMinutes(options.Value.WeeklyReport.RetryMinutes)).Build();
        await context.Scheduler.ScheduleJob(trigger, new ScheduleJobOptions { Replace = true }, cancellationToken);
    }
}
