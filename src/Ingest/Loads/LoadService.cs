using Microsoft.Extensions.Logging;
using PrivateDomainBI.Core;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Mappings;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>
/// Loads data files: receives their rows, checks and plans them in the warehouse, writes the entities and refreshes the
/// facts. One load at a time on a data directory; a load that was cut short is finished or undone before the next.
/// </summary>
public sealed class LoadService
{
    private readonly LoadWarehouse _warehouse;
    private readonly BatchLog _log;
    private readonly BatchRun _run;
    private readonly LoadRecovery _recovery;
    private readonly Func<CancellationToken, CancellationToken, Task> _settleFacts;
    private readonly LoadLock _lock;
    private readonly LoadPlace _place;
    private readonly TimeProvider _time;
    private readonly ILogger<LoadService> _logger;

    internal LoadService(
        LoadWarehouse warehouse, BatchLog log, BatchRun run, LoadRecovery recovery, Func<CancellationToken, CancellationToken, Task> settleFacts, LoadPlace place, TimeProvider time,
        ILogger<LoadService> logger)
    {
        _warehouse = warehouse;
        _log = log;
        _run = run;
        _recovery = recovery;
        _settleFacts = settleFacts;
        _lock = new LoadLock(place.DataDirectory);
        _place = place;
        _time = time;
        _logger = logger;
    }

    internal BatchRun Run => _run;

    /// <summary>Throws <see cref="LoadRefusedException"/> when what was asked for cannot be loaded; then nothing was.</summary>
    public async Task<LoadResult> LoadAsync(LoadRequest request, IProgress<LoadProgress> progress, CancellationToken ct)
    {
        var started = _time.GetTimestamp();
        var dataset = Datasets.Find(request.Dataset)
            ?? throw new LoadRefusedException(Nearest.Unknown("dataset", request.Dataset, Datasets.Names) + $"; there are {string.Join(", ", Datasets.Names)}");
        if (request.CompleteThrough is not null && !dataset.HasDays)
            throw new LoadRefusedException($"{dataset.Name} have no days to be complete through.");
        var mapping = ReadMapping(request, dataset);
        var paths = FilePattern.Expand(request.Files);
        if (paths.Count == 0)
            throw new LoadRefusedException("No file is given.");
        var meter = new ProgressMeter(paths, progress);
        await _run.CheckFilesAsync(paths, dataset, mapping, ct);

        await using var turn = await _lock.AcquireAsync(() => meter.Enter(LoadStep.Waiting), _time, ct);
        var number = await _warehouse.InsistAsync(
            async () =>
            {
                await _recovery.RunAsync(ct);
                return await _log.NextNumberAsync(ct);
            },
            _ => meter.Enter(LoadStep.Waiting),
            ct);
        var batch = new Batch(
            number, dataset.Name, request.Source ?? mapping?.Source ?? "file", mapping?.TimeZone ?? _place.BusinessZone,
            paths, request.CompleteThrough, _time.GetUtcNow());
        batch = await _run.LoadAsync(batch, mapping, meter, () => _time.GetElapsedTime(started), ct);
        var result = await _warehouse.InsistAsync(() => ResultAsync(batch, ct), _ => { }, ct);
        await SettleAsync(turn, request.IsFollowed, ct);
        return result;
    }

    /// <summary>Does work on the facts that no load may write beside; waits for its turn.</summary>
    public async Task AloneAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        await using var turn = await _lock.AcquireAsync(() => _logger.LogInformation("Waiting for the load under way"), _time, ct);
        await work(ct);
    }

    /// <summary>Does work on the facts that a load need not wait for: its first token is cancelled once somebody waits for their turn.</summary>
    public async Task AloneUntilAwaitedAsync(Func<CancellationToken, CancellationToken, Task> work, CancellationToken ct)
    {
        await using var turn = await _lock.AcquireAsync(() => _logger.LogInformation("Waiting for the load under way"), _time, ct);
        await turn.UntilAwaitedAsync(awaited => work(awaited, ct));
    }

    /// <summary>Finishes or undoes what an earlier process left half done; call once at start, when the warehouse answers.</summary>
    public Task RecoverAsync(CancellationToken ct) => AloneAsync(_recovery.RunAsync, ct);

    // What was loaded is in the answers already; that it could not be tidied up is no failure of the load, and the next one tries again.
    private async Task SettleAsync(LoadTurn turn, bool isFollowed, CancellationToken ct)
    {
        try
        {
            if (isFollowed)
                await _settleFacts(new CancellationToken(canceled: true), ct);
            else
                await turn.UntilAwaitedAsync(awaited => _settleFacts(awaited, ct));
        }
        catch (ClickHouseException e)
        {
            _logger.LogWarning(e, "The fresh facts could not be settled");
        }
    }

    private static Mapping? ReadMapping(LoadRequest request, Dataset dataset)
    {
        if (request.Mapping is null)
            return null;
        var (mapping, problems) = MappingFile.Read(request.Mapping, dataset);
        return mapping ?? throw new LoadRefusedException(string.Join('\n', problems));
    }

    private async Task<LoadResult> ResultAsync(Batch batch, CancellationToken ct)
    {
        var completeThrough = await _run.Steps.CompleteThroughAsync(batch, ct);
        _logger.LogInformation(
            "Loaded batch {Batch} of {Dataset}: {Read} read, {Loaded} loaded, {Replaced} replaced, {Duplicate} duplicate, {Waiting} waiting, {Quarantined} quarantined, {Dropped} dropped in {Seconds} s",
            batch.Number, batch.Dataset, batch.Read, batch.Loaded, batch.Replaced, batch.Duplicate, batch.Waiting, batch.Quarantined, batch.Dropped, batch.Seconds);
        return new LoadResult(
            batch.Number, batch.Dataset, batch.Files, batch.Read, batch.Loaded, batch.Replaced, batch.Duplicate, batch.Waiting,
            batch.Quarantined, completeThrough, batch.Seconds, batch.Dropped, batch.Notices);
    }
}
