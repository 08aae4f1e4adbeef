using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Tests.Metrics;

public sealed class SharedWorkTests
{
    private readonly SharedWork<string> _work = new();
    private readonly TaskCompletionSource<string> _end = new();
    private int _begun;
    private CancellationToken _token;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_TheSameAtOnce_IsWorkedOutOnce_AndAnewAfterwards()
    {
        var (first, second, other) = (GetAsync("a", Ct), GetAsync("a", Ct), GetAsync("b", Ct));
        await BegunAsync(2);

        _end.SetResult("done");

        (await Task.WhenAll(first, second, other)).ShouldBe(["done", "done", "done"]);
        _begun.ShouldBe(2);
        (await GetAsync("a", Ct)).ShouldBe("done");
        _begun.ShouldBe(3);
    }

    // A page that is closed must not take the numbers of another away.
    [Fact]
    public async Task Get_OneGoesAway_TheOtherStillHasIt()
    {
        using var closed = new CancellationTokenSource();
        var (first, second) = (GetAsync("a", closed.Token), GetAsync("a", Ct));
        await BegunAsync(1);

        await closed.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        _token.IsCancellationRequested.ShouldBeFalse();
        _end.SetResult("done");
        (await second).ShouldBe("done");
    }

    [Fact]
    public async Task Get_AllGoAway_EndsTheWork_AndTheNextBeginsAnew()
    {
        using var closed = new CancellationTokenSource();
        var (first, second) = (GetAsync("a", closed.Token), GetAsync("a", closed.Token));
        await BegunAsync(1);
        var given = _token;

        await closed.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        await Should.ThrowAsync<OperationCanceledException>(second);
        given.IsCancellationRequested.ShouldBeTrue();
        var next = GetAsync("a", Ct);
        await BegunAsync(2);
        _end.SetResult("done");
        (await next).ShouldBe("done");
    }

    [Fact]
    public async Task Get_WorkThatFails_FailsForAllWhoWait_AndIsTriedAgainForTheNext()
    {
        var (first, second) = (GetAsync("a", Ct), GetAsync("a", Ct));
        await BegunAsync(1);

        _end.SetException(new InvalidOperationException("refused"));

        (await Should.ThrowAsync<InvalidOperationException>(first)).Message.ShouldBe("refused");
        await Should.ThrowAsync<InvalidOperationException>(second);
        (await _work.GetAsync("a", _ => Task.FromResult("again"), Ct)).ShouldBe("again");
    }

    private Task<string> GetAsync(string key, CancellationToken ct) => _work.GetAsync(
        key,
        async token =>
        {
            _token = token;
            Interlocked.Increment(ref _begun);
            return await _end.Task.WaitAsync(token);
        },
        ct);

    private async Task BegunAsync(int times)
    {
        while (Volatile.Read(ref _begun) < times)
            await Task.Delay(1, Ct);
    }
}
