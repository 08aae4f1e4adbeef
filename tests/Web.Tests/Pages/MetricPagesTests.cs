using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Pages;

// Whatever kind of number a metric is, its page and the list behind it open.
[Collection(DemoServerProofs.Name)]
public sealed class MetricPagesTests(DemoServer server)
{
    public static TheoryData<string> All => [.. Services.Catalog.Names];

    // Of each kind of metric the first one.
    public static TheoryData<string> OneOfEachKind => [.. Services.Catalog.All.DistinctBy(metric => (metric.Kind, metric.Aggregate, metric.IsStock)).Select(metric => metric.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public Task MetricPage_OfTheDemoCompany_Opens(string metric) => ShouldOpenAsync($"/metrics/{metric}");

    [Theory]
    [MemberData(nameof(OneOfEachKind))]
    public async Task CustomersBehindAMetric_EverySide_Opens(string metric)
    {
        foreach (var (_, side) in CellParts.All)
            await ShouldOpenAsync($"/metrics/{metric}/customers?part={side}");
    }

    private async Task ShouldOpenAsync(string page)
    {
        using var response = await server.Client.GetAsync(page, TestContext.Current.CancellationToken);

        response.IsSuccessStatusCode.ShouldBeTrue($"{page}: {response.StatusCode}");
    }
}
