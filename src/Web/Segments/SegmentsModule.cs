using PrivateDomainBI.Warehouse.Segments;
using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web.Segments;

internal static class SegmentsModule
{
    /// <summary>Needs the app database; comes before the metrics, which take segments from here.</summary>
    public static IServiceCollection AddSegments(this IServiceCollection services) => services
        .AddSingleton<SavedSegments>()
        .AddSingleton<SegmentBook>()
        .AddSingleton(provider => new SegmentSource(provider.GetRequiredService<SavedSegments>().SegmentsAsync));
}
