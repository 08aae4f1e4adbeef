using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Segments;
using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web.Segments;

/// <summary>One segment as people see it; <paramref name="IsFile"/>: it came as a file and is changed there. <paramref name="Size"/> is null while there are no data.</summary>
internal sealed record SegmentEntry(Segment Segment, string Definition, bool IsFile, SegmentSize? Size);

/// <summary>What is said of a definition before it is saved: its problems, or how many customers it holds.</summary>
internal sealed record SegmentDraft(Segment? Segment, IReadOnlyList<Problem> Problems, SegmentSize? Size);

/// <summary>Lists, checks and saves segments, of files and of people alike.</summary>
internal sealed class SegmentBook(SegmentFiles files, SavedSegments saved, SegmentQueries queries, MetricQueries metrics)
{
    /// <summary>What all that is asked of a customer rests on; the earliest end of these is the last day one knows of.</summary>
    private static readonly string[] Rests = ["customers", "relations", "events", "orders"];

    /// <summary>What is wrong with the files.</summary>
    public IReadOnlyList<Problem> Problems => files.Problems;

    /// <summary>The day one asks from: the one after the last that is whole; null while there are no data.</summary>
    public async Task<DateOnly?> AsOfAsync(CancellationToken ct)
    {
        var state = await metrics.StateAsync(ct);
        var days = Rests.Where(state.CompleteThrough.ContainsKey).Select(dataset => state.CompleteThrough[dataset]).ToList();
        return (days.Count > 0 ? days.Min() : state.EarliestCompleteThrough)?.AddDays(1);
    }

    /// <summary>Every segment in use, with its size as of <paramref name="asOf"/>.</summary>
    public async Task<IReadOnlyList<SegmentEntry>> AllAsync(DateOnly? asOf, AccessScope scope, CancellationToken ct)
    {
        List<(Segment Segment, string Definition, bool IsFile)> all = [.. files.All.Select(segment => (segment, files.Texts[segment.Name], true))];
        foreach (var version in await saved.ListAsync(ct))
        {
            if (SegmentFile.Read(version.Name, version.Name, version.Definition, version.Version, []) is { } segment)
                all.Add((segment, version.Definition, false));
        }

        var sizes = asOf is { } day && all.Count > 0 ? await queries.SizesAsync([.. all.Select(entry => entry.Segment)], day, scope, ct) : null;
        return [.. all.Select((entry, index) => new SegmentEntry(entry.Segment, entry.Definition, entry.IsFile, sizes?[index]))];
    }

    /// <summary>One of them; null when there is none of that name.</summary>
    public async Task<SegmentEntry?> FindAsync(string name, DateOnly? asOf, AccessScope scope, CancellationToken ct) =>
        (await AllAsync(asOf, scope, ct)).FirstOrDefault(entry => entry.Segment.Name == name);

    /// <summary>Every version that was saved, the newest first; none of a segment that is a file.</summary>
    public Task<IReadOnlyList<SegmentVersion>> VersionsAsync(string name, CancellationToken ct) => saved.VersionsAsync(name, ct);

    /// <summary>Reads a definition and counts whom it holds.</summary>
    public async Task<SegmentDraft> CheckAsync(string name, string definition, DateOnly? asOf, AccessScope scope, CancellationToken ct)
    {
        var problems = new List<Problem>();
        var where = name.Length == 0 ? "segment" : name;
        if (definition.Length > 20_000)
            problems.Add(new Problem(where, 1, "a definition may have 20,000 characters"));
        if (files.Texts.ContainsKey(name))
            problems.Add(new Problem(where, 1, $"'{name}' comes as the file segments/{name}.yaml and is changed there; choose another name"));
        var segment = problems.Count > 0 ? null : SegmentFile.Read(where, where, definition, version: 1, problems);
        return segment is null
            ? new SegmentDraft(null, problems, null)
            : new SegmentDraft(segment, [], asOf is { } day ? (await queries.SizesAsync([segment], day, scope, ct))[0] : null);
    }

    /// <summary>Saves what <see cref="CheckAsync"/> finds nothing wrong with; the problems otherwise.</summary>
    public async Task<IReadOnlyList<Problem>> SaveAsync(string name, string definition, CancellationToken ct)
    {
        if (name.Length == 0)
            return [new Problem("segment", 1, "'name' is missing")];
        var draft = await CheckAsync(name, definition, asOf: null, AccessScope.Company, ct);
        if (draft.Problems.Count == 0)
            await saved.SaveAsync(name, definition, ct);
        return draft.Problems;
    }

    /// <summary>Takes a saved segment out of use; its versions stay readable. False when there is none.</summary>
    public Task<bool> RetireAsync(string name, CancellationToken ct) => saved.RetireAsync(name, ct);
}
