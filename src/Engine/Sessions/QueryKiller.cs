using System.Diagnostics;

namespace PrivateDomainBI.Engine.Sessions;

// Stops a statement once its client has gone. There is no cancel in libchdb for a call under way, so the
// statement is killed from the control connection, again until its call has come back: the first KILL may
// be earlier than the statement.
internal sealed class QueryKiller(SessionPool pool, string killId)
{
    private static readonly TimeSpan LongestTelling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<T> GuardAsync<T>(Task<T> call, CancellationToken ct)
    {
        if (await Task.WhenAny(call, CancelledAsync(ct)) != call)
        {
            await KillUntilDoneAsync(call);
        }

        return await call;
    }

    // Returns once the statement has been told to stop, or has ended by itself.
    public async Task StopAsync(Task call)
    {
        while (!call.IsCompleted && !await Task.Run(() => pool.Kill(killId), CancellationToken.None))
        {
            await Task.WhenAny(call, Task.Delay(Pause, CancellationToken.None));
        }
    }

    public async Task KillUntilDoneAsync(Task call)
    {
        var told = Stopwatch.StartNew();
        while (!call.IsCompleted)
        {
            // Not awaited alone: telling may hang with what it is told to.
            await Task.WhenAny(Task.Run(() => pool.Kill(killId), CancellationToken.None), call, Task.Delay(LongestTelling, CancellationToken.None));
            await Task.WhenAny(call, Task.Delay(Pause, CancellationToken.None));
            pool.EndIfStuckSince(told.Elapsed);
        }
    }

    private static async Task CancelledAsync(CancellationToken ct)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = ct.UnsafeRegister(static s => ((TaskCompletionSource)s!).TrySetResult(), cancelled);
        await cancelled.Task;
    }
}
