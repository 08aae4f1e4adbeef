using System.Text.Json;
using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web.Jobs;

/// <summary>
/// The boundary of every job: times it, writes one line to the log and one row to <c>job_runs</c>, and turns an
/// exception into a failed run, so that a bad day never stops the schedule.
/// </summary>
internal sealed class JobRecorder(JobRuns runs, TimeProvider time, ILogger<JobRecorder> log)
{
    public async Task<JobOutcome> RunAsync(string job, Func<CancellationToken, Task<JobResult>> work, CancellationToken ct)
    {
        var started = time.GetUtcNow();
        var result = await TryAsync(job, work, ct);
        if (result.Outcome == JobOutcome.Idle)
            return result.Outcome;
        var finished = time.GetUtcNow();
        log.Log(
            result.Outcome == JobOutcome.Failed ? LogLevel.Error : LogLevel.Information,
            "Job {Job}: {Outcome} in {Milliseconds} ms: {Message}",
            job,
            result.Outcome,
            (long)(finished - started).TotalMilliseconds,
            result.Message);
        var run = new JobRun(
            Guid.CreateVersion7(started).ToString(), job, started, finished, result.Outcome, result.Message, JsonSerializer.Serialize(result.Detail));
        await runs.AddAsync(run, CancellationToken.None);
        return result.Outcome;
    }

    private async Task<JobResult> TryAsync(string job, Func<CancellationToken, Task<JobResult>> work, CancellationToken ct)
    {
        try
        {
            return await work(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return JobResult.Idle with { Outcome = JobOutcome.Failed, Message = "Stopped with the server; it goes on at the next run." };
        }
        catch (Exception e)
        {
            log.LogError(e, "Job {Job} failed", job);
            return JobResult.Idle with { Outcome = JobOutcome.Failed, Message = e.Message };
        }
    }
}
