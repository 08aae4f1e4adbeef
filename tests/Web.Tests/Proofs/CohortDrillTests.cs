using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Tests.Proofs;

// What opens behind a cell of a cohort table is what the cell counted: every cohort, age and side of the demo company.
[Collection(LoadedDemoProofs.Name)]
public sealed class CohortDrillTests(LoadedDemo demo)
{
    private const int AtOnce = 4;

    public static TheoryData<string, AgeMode> Tables
    {
        get
        {
            var tables = new TheoryData<string, AgeMode>();
            foreach (var measure in Services.Cohorts.All)
            {
                tables.Add(measure.Name, AgeMode.Rolling);
                tables.Add(measure.Name, AgeMode.Calendar);
            }

            return tables;
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task EveryCell_OpensToWhatItCounted(string measure, AgeMode mode)
    {
        // Activity is known for 90 days: its ages are weeks.
        var grain = measure == "active" ? Grain.Week : Grain.Quarter;
        var question = new CohortRequest(
            new MetricRequest(
                measure, new DateRange(demo.Manifest.From, demo.Manifest.CompleteThrough.AddDays(1)), Grain.Month, ["channel"], new Dictionary<string, IReadOnlyList<string>>()),
            grain, [.. Enumerable.Range(0, 5).Select(age => new CohortAge(age, age))], mode, AgeCriterion.On);
        var byChannel = await AskAsync(question);
        var whole = await AskAsync(question with { Members = question.Members with { By = [] } });
        var rows = whole.Cohorts.Append(whole.Pooled).Concat(byChannel.PooledBy).ToList();
        rows.Count.ShouldBeGreaterThan(15);
        rows.Sum(row => row.Cells.Sum(cell => cell.Numerator)).ShouldNotBeNull().ShouldBeGreaterThan(1000);

        var cells = rows.SelectMany(row => row.Cells.Zip(question.Ages, (cell, age) => (row, cell, age))).ToList();
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (at, _) =>
        {
            foreach (var (part, count) in new[] { (CellPart.Numerator, at.cell.Numerator), (CellPart.Denominator, at.cell.Denominator), (CellPart.Immature, at.cell.Immature) })
            {
                var where = $"{measure} {mode} {at.row.CohortStart:yyyy-MM} {string.Join(',', at.row.By.Values)} at {at.cell.Age}, {part}";
                var opened = await demo.Warehouse.Cohorts.DrillAsync(
                    new CohortDrillRequest(question, at.row.CohortStart, at.row.By, at.age, part, 0, 1_000_000), AccessScope.Company, TestContext.Current.CancellationToken);
                opened.Count.ShouldBe(count!.Value, where);
                opened.Rows.Select(row => row.CustomerId).Distinct().Count().ShouldBe((int)count.Value, where);
            }
        });
    }

    private Task<CohortResult> AskAsync(CohortRequest question) =>
        demo.Warehouse.Cohorts.AnswerAsync(question, AccessScope.Company, TestContext.Current.CancellationToken);
}
