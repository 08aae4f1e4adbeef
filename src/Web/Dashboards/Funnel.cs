using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>
/// One bar of a funnel. <paramref name="Link"/>: its customers. <paramref name="Share"/>: of all who joined, null where none can be judged
/// yet; <paramref name="Width"/> is the same from 0 to 100. <paramref name="Hint"/>: its definition.
/// </summary>
internal sealed record FunnelStage(string Name, string Count, string? Link, string? Share, decimal Width, string Hint);

/// <summary>Puts shares of the same customers below each other, these customers themselves on top.</summary>
internal static class Funnel
{
    public static readonly Text Title = new("客户漏斗", "Customer funnel");

    public static readonly Text Note = new(
        "{0}加入的客户；每一级都是占他们的比例，各级不必相互包含", "customers who joined in {0}; each stage is a share of them, and need not lie within the one above");

    private static readonly Text Joined = new("加入的客户", "Joined");

    public static IReadOnlyList<FunnelStage> Stages(IReadOnlyList<(MetricResult Result, MetricRequest Question)> stages, Reader reader)
    {
        // A stage whose data are not loaded counts nobody; the others still tell how many joined.
        var (first, question) = stages.FirstOrDefault(stage => stage.Result.Total.Denominator is not null, stages[0]);
        return
        [
            new FunnelStage(
                reader[Joined], Count(first.Total.Denominator), first.Total.Denominator > 0 ? MetricLink.Customers(question, first.Total, CellPart.Denominator) : null,
                Share: null, first.Total.Denominator > 0 ? 100 : 0, reader[Joined]),
            .. stages.Select(stage => Stage(stage.Result, stage.Question, reader)),
        ];
    }

    private static FunnelStage Stage(MetricResult result, MetricRequest question, Reader reader) => new(
        reader[result.Metric.Label],
        Count(result.Total.Numerator),
        result.Total.Numerator > 0 ? MetricLink.Customers(question, result.Total, CellPart.Numerator) : null,
        result.Total.Value is { } value ? reader.Format.Inline(result.Metric.Unit, value)
            : result.Total.Warnings.Contains(MetricResult.BeforeData) ? reader[Words.Chart.BeforeData]
            : result.Total.Immature > 0 ? reader.Format.Maturing(result.Total.MatureOn)
            : result.Total.Denominator is null ? reader[Words.Kpi.NoData] : Format.None,
        (result.Total.Value ?? 0) * 100,
        reader[result.Metric.Doc]);

    private static string Count(long? count) => count is { } n ? Format.Number(n) : Format.None;
}
