using PrivateDomainBI.Ingest.Demo;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web;

// `serve --demo`: loads the demo company into a warehouse that holds nothing yet. Its files stay in demo/ of the
// data directory, to be looked at and loaded again by hand.
internal sealed class DemoStart(DemoLoad demo, MetricQueries queries, TimeProvider time, string directory, ILogger<DemoStart> log)
{
    // What is being loaded, for those who wait; null before and after.
    public string? Loading { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        var state = await queries.StateAsync(ct);
        if (state.DataVersion > 0)
        {
            log.LogInformation("the warehouse holds data already, so the demo company is not loaded");
            return;
        }

        Loading = "";
        var started = time.GetTimestamp();
        await demo.RunAsync(
            new DemoCompany(DemoCompany.Yesterday(time)),
            directory,
            (dataset, done, all) =>
            {
                Loading = dataset;
                log.LogInformation("loading the demo company: {Dataset} ({Number} of {All})", dataset, done + 1, all);
            },
            ct);
        Loading = null;
        log.LogInformation("the demo company is loaded, in {Seconds:0} s", time.GetElapsedTime(started).TotalSeconds);
    }
}
