using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// A real shop's year, through the sample mapping. The figures were counted from the file by hand, without this product;
// days are the shop's own, as its clock shows them.
public sealed class OnlineRetailTests(TestEngine engine)
{
    private static readonly DateRange Year = new(new DateOnly(2010, 12, 1), new DateOnly(2011, 12, 10));

    // Months of the first purchase: what is mature on 2011-12-09, window and seven days to settle included, then what is not.
    private static readonly Dictionary<string, (int Numerator, int Denominator, int Immature)[]> Cohorts = new()
    {
        ["repurchase_3m"] =
        [
            (512, 885, 0), (197, 417, 0), (163, 380, 0), (175, 452, 0), (122, 300, 0), (94, 284, 0), (90, 242, 0),
            (75, 188, 0), (75, 169, 0), (8, 15, 284), (0, 0, 358), (0, 0, 323), (0, 0, 41),
        ],
        ["repurchase_6m"] =
        [
            (645, 885, 0), (289, 417, 0), (243, 380, 0), (258, 452, 0), (176, 300, 0), (172, 284, 0), (24, 36, 206),
            (0, 0, 188), (0, 0, 169), (0, 0, 299), (0, 0, 358), (0, 0, 323), (0, 0, 41),
        ],
        ["repurchase_12m"] =
        [
            (153, 188, 697), (0, 0, 417), (0, 0, 380), (0, 0, 452), (0, 0, 300), (0, 0, 284), (0, 0, 242),
            (0, 0, 188), (0, 0, 169), (0, 0, 299), (0, 0, 358), (0, 0, 323), (0, 0, 41),
        ],
    };

    [Fact]
    public async Task OneLoad_ThroughTheSampleMapping_GivesTheKnownFigures()
    {
        var file = RepositoryPaths.Shared("data/online_retail.csv.gz");
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("CI") is null or "")
            Assert.Skip($"{file} is not here");
        await using var warehouse = await ProofWarehouse.StartAsync(engine);

        var load = await warehouse.LoadAsync(new LoadRequest("orders", [file], Mapping: RepositoryPaths.In("samples/online_retail.mapping.yaml")));

        load.ShouldSatisfyAllConditions(
            () => load.Read.ShouldBe(541_909UL),
            () => load.Loaded.ShouldBe(397_884UL),
            () => load.Dropped.ShouldBe(144_025UL),
            () => load.Quarantined.ShouldBe(0UL),
            () => load.CompleteThrough.ShouldBe(new DateOnly(2011, 12, 9)));
        (await warehouse.TotalAsync("buyers", Year)).Value.ShouldBe(4_338);
        (await warehouse.TotalAsync("orders", Year)).Value.ShouldBe(18_532);
        (await warehouse.TotalAsync("gmv", Year)).Value.ShouldBe(8_911_407.90m);
        (await warehouse.TotalAsync("net_sales", Year)).Value.ShouldBe(8_911_407.90m);
        (await warehouse.TotalAsync("aov", Year)).Value.ShouldBe(480.87m);
        await ShouldHaveCustomerDaysAsync(warehouse, 16_763);
        foreach (var (metric, cohorts) in Cohorts)
            await ShouldHaveCohortsAsync(warehouse, metric, cohorts);
        await ShouldHaveCohortTableAsync(warehouse);
    }

    // The table asks all three windows at once, and finds in each cohort what the metrics count.
    private static async Task ShouldHaveCohortTableAsync(ProofWarehouse warehouse)
    {
        var windows = new[] { ("repurchase_3m", 90), ("repurchase_6m", 180), ("repurchase_12m", 365) };
        var table = await warehouse.Cohorts.AnswerAsync(
            new CohortRequest(Question("repurchase", Grain.Month), Grain.Day, [.. windows.Select(window => new CohortAge(0, window.Item2))], AgeMode.Rolling, AgeCriterion.Bracket),
            AccessScope.Company, TestContext.Current.CancellationToken);
        table.Cohorts.Select(row => row.Size).ShouldBe([885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 323, 41]);
        foreach (var ((metric, _), at) in windows.Select((window, at) => (window, at)))
        {
            table.Cohorts.Select(row => row.Cells[at]).Select(cell => ((int)cell.Numerator!.Value, (int)cell.Denominator!.Value, (int)cell.Immature)).ShouldBe(Cohorts[metric], metric);
            var pooled = table.Pooled.Cells[at];
            (pooled.Numerator, pooled.Denominator).ShouldBe((Cohorts[metric].Sum(cohort => cohort.Numerator), Cohorts[metric].Sum(cohort => cohort.Denominator)), metric);
        }

        // A quarter of rolling ages is the 90 days of the metric; September is only partly mature, and has an early reading.
        var quarters = await warehouse.Cohorts.AnswerAsync(
            new CohortRequest(Question("repurchase", Grain.Month), Grain.Quarter, [new CohortAge(0, 0), new CohortAge(1, 1), new CohortAge(2, 2)], AgeMode.Rolling, AgeCriterion.On),
            AccessScope.Company, TestContext.Current.CancellationToken);
        quarters.Cohorts.Select(row => row.Cells[1]).Select(cell => ((int)cell.Numerator!.Value, (int)cell.Denominator!.Value, (int)cell.Immature)).ShouldBe(Cohorts["repurchase_3m"]);
        quarters.Cohorts.Select(row => row.Cells[1].Early is not null).ShouldBe(Cohorts["repurchase_3m"].Select(cohort => cohort is { Denominator: > 0, Immature: > 0 }));
    }

    // A customer-day is a buyer of one day, so the buyers of all days add up to them.
    private static async Task ShouldHaveCustomerDaysAsync(ProofWarehouse warehouse, int expected)
    {
        var buyers = await warehouse.AskAsync(Question("buyers", Grain.Day));
        buyers.Rows.Sum(day => day.Value).ShouldBe(expected);
    }

    private static async Task ShouldHaveCohortsAsync(ProofWarehouse warehouse, string metric, (int Numerator, int Denominator, int Immature)[] cohorts)
    {
        var answer = await warehouse.AskAsync(Question(metric, Grain.Month));
        answer.CompleteThrough.ShouldBe(new DateOnly(2011, 12, 9));
        answer.Rows.Select(row => ((int)row.Numerator!.Value, (int)row.Denominator!.Value, (int)row.Immature)).ShouldBe(cohorts, metric);
        answer.Rows.Select(row => row.Value).ShouldBe(
            cohorts.Select(cohort => cohort.Denominator == 0 ? null : (decimal?)Math.Round((decimal)cohort.Numerator / cohort.Denominator, 6)), metric);
        (answer.Total.Numerator, answer.Total.Denominator, answer.Total.Immature).ShouldBe(
            (cohorts.Sum(cohort => cohort.Numerator), cohorts.Sum(cohort => cohort.Denominator), cohorts.Sum(cohort => cohort.Immature)), metric);
    }

    private static MetricRequest Question(string metric, Grain grain) => new(metric, Year, grain, [], new Dictionary<string, IReadOnlyList<string>>());
}
