using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Tests.Metrics;

public sealed class AnswerCacheTests
{
    private static readonly Dictionary<string, DateOnly> Latest = new() { ["owner_since"] = new DateOnly(2026, 11, 20) };

    // A load that began meanwhile may have written a later day: what was taken for sure no longer is.
    [Theory]
    [InlineData(1, true, 1)]
    [InlineData(2, true, 2)]
    [InlineData(1, false, 2)]
    public async Task GetAsync_FactsChangedMeanwhile_AsksAgainAndRestsOnNothing(ulong versionAfter, bool settledAfter, int times)
    {
        using var cache = new AnswerCache();
        var asked = new List<DataState>();
        var before = State(1) with { Latest = Latest };
        var request = new MetricRequest(
            "m", new DateRange(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1)), Grain.All, [], new Dictionary<string, IReadOnlyList<string>>());

        await cache.GetAsync(
            before, SomeMetric.Needing("[orders]"), request, AccessScope.Company,
            (state, _) =>
            {
                asked.Add(state);
                return Task.FromResult(Nothing);
            },
            _ => Task.FromResult(State(versionAfter) with { IsSettled = settledAfter }),
            CancellationToken.None);

        asked.Select(state => state.Latest).ShouldBe(times == 1 ? [Latest] : [Latest, null]);
    }

    private static MetricResult Nothing
    {
        get
        {
            var none = new Dictionary<string, string>();
            var total = new MetricRow(null, none, none, null, null, null, null, null, 0, null, Provisional: false, []);
            return new MetricResult(
                SomeMetric.Needing("[orders]").Info, new ResultRange(default, default, Grain.All, "UTC"), null, null, 1, 0, "company", "now", [], total, [], "", "", 0);
        }
    }

    private static DataState State(ulong version) => new(version, new Dictionary<string, DateOnly>(), new HashSet<string>());
}
