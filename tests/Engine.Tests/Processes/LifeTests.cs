using System.Diagnostics;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Processes;

public sealed class LifeTests(TestEngine engine) : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("pdbi-life-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Start_OnADirectoryInUse_SaysSoAndFails()
    {
        await using var second = EngineProgram.Start("engine", "--data", engine.Data);
        var (status, errors) = await second.EndAsync();
        status.ShouldBe(1);
        errors.ShouldContain($"{engine.Data} is in use by another engine");
        (await engine.Client.GetStringAsync("/ping")).ShouldBe("Ok.\n");
    }

    // The engine of a server that was killed closes for some seconds more, and whoever starts again must not be turned away.
    [Fact]
    public async Task Start_WhileTheLastEngineStillCloses_WaitsForTheDirectory()
    {
        using var client = EngineSocket.CreateClient(EngineSocket.PathFor(_data));
        EngineProgram next;
        await using (new FileStream(Path.Combine(_data, "engine.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            next = EngineProgram.Start("engine", "--data", _data);
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        }

        await using var started = next;
        await started.AnswersAsync(client);
    }

    [Fact]
    public async Task Terminate_WhileAQueryRuns_ClosesAndExitsWithZero()
    {
        await using var program = EngineProgram.Start("engine", "--data", _data);
        using var client = EngineSocket.CreateClient(EngineSocket.PathFor(_data));
        await program.AnswersAsync(client);
        var query = client.GetAsync("/?query=SELECT+count()+FROM+numbers(1000000000000)+WHERE+NOT+ignore(cityHash64(number))");
        await Task.Delay(500);
        program.Terminate();
        (await program.EndAsync()).Status.ShouldBe(0);
        await Should.ThrowAsync<Exception>(async () => (await query).EnsureSuccessStatusCode());
        File.Exists(EngineSocket.PathFor(_data)).ShouldBeFalse();
    }

    [Fact]
    public async Task Kill_ThenStartAgain_FindsTheCommittedRows()
    {
        using var client = EngineSocket.CreateClient(EngineSocket.PathFor(_data));
        await using (var first = EngineProgram.Start("engine", "--data", _data))
        {
            await first.AnswersAsync(client);
            await PostAsync(client, "CREATE TABLE kept (n UInt32) ENGINE = MergeTree ORDER BY n");
            await PostAsync(client, "INSERT INTO kept VALUES (1), (2)");
            first.Kill();
            await first.EndAsync();
        }

        await using var second = EngineProgram.Start("engine", "--data", _data);
        await second.AnswersAsync(client);
        (await PostAsync(client, "SELECT count() FROM kept")).ShouldBe("2\n");
    }

    [Fact]
    public async Task Supervisor_EngineKilled_AnswersAgainWithTheSameData()
    {
        await using var supervised = await TestEngine.StartAsync(new EngineOptions { Connections = 1 });
        await supervised.QueryAsync("CREATE TABLE kept (n UInt32) ENGINE = MergeTree ORDER BY n AS SELECT 7");
        var killed = supervised.ProcessId;
        using (var process = Process.GetProcessById(killed))
        {
            process.Kill();
        }

        await WaitAsync(() => supervised.Supervisor.Status is { State: EngineState.Ready, Restarts: 1 });
        supervised.ProcessId.ShouldNotBe(killed);
        (await supervised.QueryAsync("SELECT n FROM kept")).ShouldBe("7\n");
    }

    // One value that takes long is no place where the engine looks whether it was told to stop.
    [Fact]
    public async Task Supervisor_StatementThatDoesNotEnd_StartsTheEngineAnew()
    {
        await using var supervised = await TestEngine.StartAsync(new EngineOptions { Connections = 1, StuckAfterSeconds = 1 });
        using (var gone = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
        {
            using var statement = new StringContent("SELECT length(arraySort(x -> cityHash64(x), range(40000000)))");
            await Should.ThrowAsync<OperationCanceledException>(() => supervised.Client.PostAsync("/", statement, gone.Token));
        }

        await WaitAsync(() => supervised.Supervisor.Status is { State: EngineState.Ready, Restarts: 1 });
        supervised.Supervisor.Status.LastFailure.ShouldNotBeNull().ShouldContain("did not end within 1 s");
        (await supervised.QueryAsync("SELECT 1")).ShouldBe("1\n");
    }

    [Fact]
    public async Task Parent_Killed_TakesTheEngineWithIt()
    {
        await using var parent = EngineProgram.Start("serve", "--data", _data, "--urls", $"http://127.0.0.1:{EngineProgram.FreePort()}");
        using var client = EngineSocket.CreateClient(EngineSocket.PathFor(_data));
        await parent.AnswersAsync(client);
        parent.Kill();
        await WaitAsync(() => !File.Exists(EngineSocket.PathFor(_data)));
        using var held = await TakeLockAsync();
    }

    // The lock is the last thing an engine lets go of.
    private async Task<DataDirectoryLock> TakeLockAsync()
    {
        DataDirectoryLock? held = null;
        await WaitAsync(() => (held = DataDirectoryLock.TryTake(_data)) is not null);
        return held!;
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(100))
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(40));
        }
    }

    private static async Task<string> PostAsync(HttpClient client, string sql)
    {
        using var body = new StringContent(sql);
        using var response = await client.PostAsync("/", body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return text;
    }
}
