using PrivateDomainBI.Web.Jobs.Inbox;
using Quartz;

namespace PrivateDomainBI.Web.Jobs;

[DisallowConcurrentExecution]
internal sealed class InboxJob(JobRecorder recorder, InboxSweep sweep, WarehouseReadiness warehouse) : IJob
{
    public const string Name = "inbox";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await warehouse.ExecuteTask!.WaitAsync(cancellationToken);
        await recorder.RunAsync(Name, sweep.RunAsync, cancellationToken);
    }
}
