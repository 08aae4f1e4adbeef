namespace PrivateDomainBI.Web.Charts;

/// <summary>One line or layer of a chart that shows several: a channel, a store. Its points stand in the order of the periods.</summary>
internal sealed record ChartSeries(string Id, string Name, string Color, IReadOnlyList<ChartPoint?> Points)
{
    /// <summary>A reader tells seven lines apart, not more; the rest is one, or none.</summary>
    public const int Most = 7;
}
