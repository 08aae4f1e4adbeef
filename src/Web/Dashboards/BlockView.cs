using PrivateDomainBI.Core.Dashboards;
using PrivateDomainBI.Web.Charts;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>A block of a dashboard, ready to be shown, or why it is not.</summary>
internal abstract record BlockView(DashboardBlock Block);

internal sealed record CardsView(DashboardBlock Block, IReadOnlyList<KpiCard> Cards) : BlockView(Block);

internal sealed record ChartBlockView(DashboardBlock Block, ChartView Chart) : BlockView(Block);

internal sealed record TableView(DashboardBlock Block, string Title, Sheet Sheet, string Note, string Trust) : BlockView(Block);

internal sealed record FunnelView(DashboardBlock Block, string Title, string Note, IReadOnlyList<FunnelStage> Stages, string Trust) : BlockView(Block);

/// <summary>Still being computed: the page loads it by itself, in a frame of the final size.</summary>
internal sealed record WaitingView(DashboardBlock Block) : BlockView(Block);

internal sealed record FailedView(DashboardBlock Block, string Title, string Message) : BlockView(Block);

/// <summary>A chart with everything around it; <paramref name="Table"/> says the same in words and numbers.</summary>
internal sealed record ChartView(
    string Title,
    string? Link,
    string Note,
    ChartOption Option,
    IReadOnlyList<LegendItem> Legend,
    int Rows,
    string Summary,
    Sheet Table,
    string Trust);

internal sealed record LegendItem(string Name, int Hue);

/// <summary>One number with what it is compared with.</summary>
internal sealed record KpiCard(
    string Metric,
    string Label,
    string Link,
    string Number,
    string Unit,
    string Full,
    string Period,
    Change Change,
    string? Note,
    string? Credited,
    bool Faint,
    Sparkline Spark,
    string SparkText,
    string? Problem = null);
