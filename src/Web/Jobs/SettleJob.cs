using Microsoft.Extensions.Options;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Web.AppDatabase;
using Quartz;

namespace PrivateDomainBI.Web.Jobs;

/// <summary>Once no load has come for a while, settles what the last ones left fresh, so that questions need not look for it.</summary>
[DisallowConcurrentExecution]
internal sealed class SettleJob(JobRecorder recorder, LoadService loads, SettledFacts facts, WarehouseReadiness warehouse, IOptions<JobsOptions> options) : IJob
{
    public const string Name = "settle";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await warehouse.ExecuteTask!.WaitAsync(cancellationToken);
        await recorder.RunAsync(Name, RunAsync, cancellationToken);
    }

    private async Task<JobResult> RunAsync(CancellationToken ct)
    {
        var settled = 0UL;
        var quiet = TimeSpan.FromMinutes(options.Value.Settle.QuietMinutes);
        await loads.AloneUntilAwaitedAsync(async (awaited, alone) => settled = await facts.SettleWhenQuietAsync(quiet, awaited, alone), ct);
        return settled == 0
            ? JobResult.Idle
            : new JobResult(JobOutcome.Done, $"{settled} fresh facts were settled.", new Dictionary<string, object>(StringComparer.Ordinal) { ["facts"] = settled });
    }
}
