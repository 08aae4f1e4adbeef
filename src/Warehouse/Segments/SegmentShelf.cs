using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;

namespace PrivateDomainBI.Warehouse.Segments;

/// <summary>Where segments that people saved are read from: the newest version of each.</summary>
public sealed record SegmentSource(Func<CancellationToken, Task<IReadOnlyList<Segment>>> ReadAsync)
{
    /// <summary>Nobody saves any.</summary>
    public static SegmentSource Nothing { get; } = new(_ => Task.FromResult<IReadOnlyList<Segment>>([]));
}

/// <summary>All segments as they are defined now: those of files, and those that were saved.</summary>
public sealed class SegmentShelf(SegmentFiles files, SegmentSource saved)
{
    public async Task<IReadOnlyList<Segment>> AllAsync(CancellationToken ct) => [.. files.All, .. await saved.ReadAsync(ct)];

    /// <summary>The question with the segments it names.</summary>
    /// <exception cref="QuestionException">There is no such segment.</exception>
    public async Task<MetricRequest> ResolveAsync(MetricRequest request, CancellationToken ct)
    {
        var names = request.Dimensions.Select(CustomerDimensions.SegmentOf).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return request;
        var all = await AllAsync(ct);
        return request with { Segments = [.. names.Select(name => all.FirstOrDefault(segment => segment.Name == name) ?? throw Unknown(name, all))] };
    }

    private static QuestionException Unknown(string name, IReadOnlyList<Segment> all) =>
        new(new QuestionProblem("unknown_segment", Nearest.Unknown("segment", name, all.Select(segment => segment.Name))));
}
