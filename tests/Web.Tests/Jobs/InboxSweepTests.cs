using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Jobs;
using PrivateDomainBI.Web.Jobs.Inbox;

namespace PrivateDomainBI.Web.Tests.Jobs;

public sealed class InboxSweepTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pdbi-inbox-");
    private readonly List<InboxFile> _loaded = [];
    private readonly List<bool> _followed = [];
    private Func<InboxFile, InboxVerdict> _answer = _ => new InboxVerdict(Refusal: null, Loaded: 3, Quarantined: 1);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Sweep_EmptyInbox_IsIdle() => (await SweepAsync()).Outcome.ShouldBe(JobOutcome.Idle);

    [Fact]
    public async Task Sweep_WholeFile_IsLoadedAndMovedToDone()
    {
        var file = Put("orders/a.csv", "order_id\n1\n");

        var result = await SweepAsync();

        result.Outcome.ShouldBe(JobOutcome.Done);
        result.Message.ShouldBe("1 files loaded (3 rows, 1 quarantined)");
        _loaded.ShouldHaveSingleItem().Dataset.ShouldBe("orders");
        File.Exists(file).ShouldBeFalse();
        File.ReadAllText(At("orders/done/a.csv")).ShouldBe("order_id\n1\n");
        (await SweepAsync()).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task Sweep_FileThatGrows_WaitsUntilItIsWhole()
    {
        var file = Put("orders/a.csv", "order_id\n");
        var sweep = SweepAsync();
        await Task.Delay(Quiet / 3);
        await File.AppendAllTextAsync(file, "1\n");

        (await sweep).Outcome.ShouldBe(JobOutcome.Idle);
        _loaded.ShouldBeEmpty();
        (await SweepAsync()).Outcome.ShouldBe(JobOutcome.Done);
    }

    [Fact]
    public async Task Sweep_FileThatChangesWithItsTimeKept_Waits()
    {
        var file = Put("orders/a.csv", "order_id\n");
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, time);
        var sweep = SweepAsync();
        await Task.Delay(Quiet / 3);
        await File.AppendAllTextAsync(file, "1\n");
        File.SetLastWriteTimeUtc(file, time);

        (await sweep).Outcome.ShouldBe(JobOutcome.Idle);
    }

    [Fact]
    public async Task Sweep_FileHeldOpenByAPausingWriter_Waits()
    {
        var file = Put("orders/a.csv", "");
        using (var writer = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.Write("order_id\n"u8);
            writer.Flush();
            (await SweepAsync()).Outcome.ShouldBe(JobOutcome.Idle);
        }

        (await SweepAsync()).Outcome.ShouldBe(JobOutcome.Done);
    }

    [Theory]
    [InlineData("a.csv.tmp")]
    [InlineData("a.csv.part")]
    [InlineData("a.csv.crdownload")]
    [InlineData(".a.csv")]
    [InlineData("a.csv~")]
    public async Task Sweep_UnfinishedName_IsLeftAlone(string name)
    {
        var file = Put($"orders/{name}", "x");

        (await SweepAsync()).Outcome.ShouldBe(JobOutcome.Idle);
        File.Exists(file).ShouldBeTrue();
    }

    [Fact]
    public async Task Sweep_RefusedFile_GoesToFailedWithItsReason()
    {
        _answer = _ => InboxVerdict.Refused("line 1: there is no column order_id");
        Put("orders/a.csv", "x\n1\n");

        var result = await SweepAsync();

        result.Outcome.ShouldBe(JobOutcome.Failed);
        result.Message.ShouldContain("orders/a.csv");
        File.Exists(At("orders/failed/a.csv")).ShouldBeTrue();
        File.ReadAllText(At("orders/failed/a.csv.reason.txt")).ShouldBe("line 1: there is no column order_id\n");
    }

    [Fact]
    public async Task Sweep_OneRefusedFile_DoesNotHoldUpTheOthers()
    {
        _answer = file => file.Name == "a.csv" ? InboxVerdict.Refused("bad") : new InboxVerdict(Refusal: null, Loaded: 1, Quarantined: 0);
        Put("orders/a.csv", "x");
        Put("orders/b.csv", "x");

        await SweepAsync();

        File.Exists(At("orders/done/b.csv")).ShouldBeTrue();
    }

    [Fact]
    public async Task Sweep_NameSeenBefore_KeepsBothFiles()
    {
        foreach (var content in (string[])["first", "second", "third"])
        {
            Put("orders/a.csv.gz", content);
            await SweepAsync();
        }

        File.ReadAllText(At("orders/done/a.csv.gz")).ShouldBe("first");
        File.ReadAllText(At("orders/done/a.2.csv.gz")).ShouldBe("second");
        File.ReadAllText(At("orders/done/a.3.csv.gz")).ShouldBe("third");
    }

    [Fact]
    public async Task Sweep_EngineAway_LeavesTheFileForTheNextLook()
    {
        var file = Put("orders/a.csv", "x");
        _answer = _ => throw new IOException("the engine is away");

        await Should.ThrowAsync<IOException>(SweepAsync);

        File.Exists(file).ShouldBeTrue();
        Directory.Exists(At("orders/failed")).ShouldBeFalse();
        _answer = _ => new InboxVerdict(Refusal: null, Loaded: 1, Quarantined: 0);
        (await SweepAsync()).Outcome.ShouldBe(JobOutcome.Done);
    }

    [Fact]
    public async Task Sweep_Mappings_OwnBeforeCommonAndMovedAlong()
    {
        Put("orders/mapping.yaml", "common");
        Put("orders/a.csv", "x");
        Put("orders/a.csv.mapping.yaml", "own");
        Put("orders/b.csv", "x");

        await SweepAsync();

        _loaded.Select(file => Path.GetFileName(file.Mapping)).ShouldBe(["a.csv.mapping.yaml", "mapping.yaml"]);
        File.Exists(At("orders/done/a.csv.mapping.yaml")).ShouldBeTrue();
        File.Exists(At("orders/mapping.yaml")).ShouldBeTrue();
    }

    [Fact]
    public async Task Sweep_ManyDatasets_LoadsWhatOthersReferToFirst()
    {
        Put("orders/a.csv", "x");
        Put("customers/a.csv", "x");
        Put("zzz/a.csv", "x");

        await SweepAsync();

        _loaded.Select(file => file.Dataset).ShouldBe(["customers", "orders", "zzz"]);
        // What can wait is left to the last of them.
        _followed.ShouldBe([true, true, false]);
    }

    private string At(string path) => Path.Combine(_root.FullName, path);

    private string Put(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content);
        return At(path);
    }

    private Task<JobResult> SweepAsync() =>
        new InboxSweep(new InboxFolder(_root.FullName, ["customers", "orders"]), Quiet, LoadAsync, TimeProvider.System).RunAsync(CancellationToken.None);

    private Task<InboxVerdict> LoadAsync(InboxFile file, bool isFollowed, CancellationToken ct)
    {
        _loaded.Add(file);
        _followed.Add(isFollowed);
        return Task.FromResult(_answer(file));
    }
}
