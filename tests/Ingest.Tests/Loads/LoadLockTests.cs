using PrivateDomainBI.Ingest.Loads;

namespace PrivateDomainBI.Ingest.Tests.Loads;

public sealed class LoadLockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pdbi-lock-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    // Each lock is one of a process of its own.
    [Fact]
    public async Task Turn_SomebodyWaits_TellsItsHolderAndIsTheirsNext()
    {
        var waited = 0;
        var first = await NewProcess().AcquireAsync(() => waited++, TimeProvider.System, Ct);
        var second = Task.FromResult(first);

        await first.UntilAwaitedAsync(async awaited =>
        {
            // Longer than it takes to look whether anybody waits: nobody does.
            await Task.Delay(LoadLock.Poll * 2, Ct);
            awaited.IsCancellationRequested.ShouldBeFalse();
            waited.ShouldBe(0);
            second = NewProcess().AcquireAsync(() => waited++, TimeProvider.System, Ct);
            await Task.Delay(TimeSpan.FromSeconds(20), awaited).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            awaited.IsCancellationRequested.ShouldBeTrue();
        });
        second.IsCompleted.ShouldBeFalse();
        await first.DisposeAsync();

        await using var next = await second;
        waited.ShouldBe(1);
        // Who has a turn waits no longer.
        await next.UntilAwaitedAsync(async awaited =>
        {
            await Task.Delay(LoadLock.Poll * 2, Ct);
            awaited.IsCancellationRequested.ShouldBeFalse();
        });
    }

    [Fact]
    public async Task Turn_TwoWait_BothHaveTheirs()
    {
        var first = await NewProcess().AcquireAsync(() => { }, TimeProvider.System, Ct);
        var others = Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var turn = await NewProcess().AcquireAsync(() => { }, TimeProvider.System, Ct);
        }).ToList();
        await first.DisposeAsync();

        await Task.WhenAll(others).WaitAsync(TimeSpan.FromSeconds(20), Ct);
    }

    private LoadLock NewProcess() => new(_folder.FullName);
}
