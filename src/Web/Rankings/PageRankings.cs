using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Web.Dashboards;

namespace PrivateDomainBI.Web.Rankings;

/// <summary>Ranks an answer that a page has already asked for; while the engine is away, by who was set apart when it was last seen.</summary>
internal sealed class PageRankings(Answers answers, NeverRanked neverRanked)
{
    public async Task<MemberRanking> OfAsync(MetricResult result, string dimension, CancellationToken ct)
    {
        var (apart, _) = await answers.KeepAsync("never ranked:" + dimension, () => neverRanked.ReadAsync(dimension, ct));
        return Ranks.Of(result.Metric, result.Rows, dimension, apart);
    }
}
