using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Dashboards;

/// <summary>How a block of a dashboard shows its metrics.</summary>
public enum BlockKind
{
    /// <summary>One card per metric: value, comparison, the last weeks as a line.</summary>
    Cards,

    /// <summary>One metric as a line over time.</summary>
    Trend,

    /// <summary>One metric as bars over time.</summary>
    Bars,

    /// <summary>One metric over time, split by a dimension.</summary>
    Split,

    /// <summary>Metrics in columns, one row per member of a dimension.</summary>
    Table,

    /// <summary>Shares of the same customers, one below the other.</summary>
    Funnel,
}

/// <summary>A metric in a block, by name; its label, unit and colours come from its own file.</summary>
public sealed record BlockMetric(string Name, Grain Grain);

/// <summary>
/// One block. <paramref name="Id"/> names it within the dashboard; <paramref name="Periods"/>: how many of them back;
/// <paramref name="Width"/>: columns of twelve on a wide screen; <paramref name="Title"/>: of a funnel, where it has one of its own.
/// </summary>
public sealed record DashboardBlock(string Id, BlockKind Kind, IReadOnlyList<BlockMetric> Metrics, int Periods, string? By, int Width, Text? Title = null);

/// <summary>A dashboard, as its file in <c>dashboards</c> lays it out. It only names metrics; it computes nothing.</summary>
public sealed record Dashboard(string Name, Text Title, IReadOnlyList<DashboardBlock> Blocks);
