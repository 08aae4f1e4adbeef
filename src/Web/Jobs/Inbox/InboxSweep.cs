using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web.Jobs.Inbox;

/// <summary>
/// One look into the inbox: files that are whole are loaded and moved to <c>done/</c>, or to <c>failed/</c> with the
/// reason. A crash between loading and moving is harmless: the file is loaded again, and loading twice changes nothing.
/// An exception (the engine is away, the disk is full) says nothing of the file, which stays for the next look.
/// </summary>
internal sealed class InboxSweep(
    InboxFolder folder, TimeSpan quiet, Func<InboxFile, bool, CancellationToken, Task<InboxVerdict>> load, TimeProvider time)
{
    public async Task<JobResult> RunAsync(CancellationToken ct)
    {
        var whole = await WholeFilesAsync(ct);
        var (done, refused, loaded, quarantined) = (0, new List<string>(), 0L, 0L);
        foreach (var (place, file) in whole.Index())
        {
            var verdict = await load(file, place < whole.Count - 1, ct);
            if (verdict.Refusal is { } reason)
            {
                InboxFolder.MoveToFailed(file, reason);
                refused.Add($"{file.Dataset}/{file.Name}");
                continue;
            }
            InboxFolder.MoveToDone(file);
            done++;
            loaded += verdict.Loaded;
            quarantined += verdict.Quarantined;
        }
        if (whole.Count == 0)
            return JobResult.Idle;
        var message = $"{done} files loaded ({loaded} rows, {quarantined} quarantined)"
            + (refused.Count == 0 ? "" : $"; {refused.Count} refused: {string.Join(", ", refused)}");
        return new JobResult(refused.Count == 0 ? JobOutcome.Done : JobOutcome.Failed, message, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["files"] = done,
            ["rows"] = loaded,
            ["quarantined"] = quarantined,
            ["refused"] = refused,
        });
    }

    // TRICKY: a copied file may keep its original's time, so "changed long ago" proves nothing; two looks do.
    private async Task<IReadOnlyList<InboxFile>> WholeFilesAsync(CancellationToken ct)
    {
        folder.Prepare();
        var before = folder.Waiting().ToDictionary(file => file.Path, Look, StringComparer.Ordinal);
        if (before.Count == 0)
            return [];
        await Task.Delay(quiet, time, ct);
        return [.. folder.Waiting()
            .Where(file => before.TryGetValue(file.Path, out var then) && then == Look(file) && !OpenFiles.IsBeingWritten(file.Path))];
    }

    private static (long Size, DateTime Changed) Look(InboxFile file)
    {
        var info = new FileInfo(file.Path);
        return info.Exists ? (info.Length, info.LastWriteTimeUtc) : (-1, default);
    }
}
