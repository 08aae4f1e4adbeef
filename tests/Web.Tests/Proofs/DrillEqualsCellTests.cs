using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Tests.Proofs;

// What opens behind a cell is what the cell counted: every metric, dimension, month, owner and side. A month's list is
// opened once and told apart by employee, unit and channel, which proves all cells of that month; some cells are opened
// by themselves besides. DRILL_ALL=1 opens each cell by itself. A list names no unit, so that it is told apart by the
// organisation of now; cells of the organisation of then are opened by themselves.
[Collection(LoadedDemoProofs.Name)]
public sealed class DrillEqualsCellTests(LoadedDemo demo)
{
    private const int OpenedOneIn = 397;
    private const int OpenedOneInOfOthers = 41;
    private const int AtOnce = 4;

    private static readonly bool OpensAll = Environment.GetEnvironmentVariable("DRILL_ALL") == "1";

    public static TheoryData<string> MetricNames => [.. Services.Catalog.All.Select(metric => metric.Name)];

    [Theory]
    [MemberData(nameof(MetricNames))]
    public async Task EveryCell_OpensToWhatItCounted(string name)
    {
        var metric = Services.Catalog.Find(name)!;
        foreach (var owner in metric.Owners)
        {
            var units = await demo.Warehouse.UnitsAsync();
            var cells = await CellsAsync(metric, owner, Organisation.Now, Dimensions.All.Prepend(""));
            cells.Count.ShouldBeGreaterThan(30, $"{name} of {owner}");
            await Parallel.ForEachAsync(
                cells.GroupBy(cell => cell.Row.Period), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (month, _) => await SameAsListedAsync(metric, owner, [.. month], units));
            var then = await CellsAsync(metric, owner, Organisation.Then, Dimensions.OfEmployees);
            var opened = cells.Where(cell => !Dimensions.OfEmployees.Contains(cell.Dimension)).Concat(then).Where((cell, index) => OpensAll || index % (IsToldApart(metric, owner, cell) ? OpenedOneIn : OpenedOneInOfOthers) == 0);
            await Parallel.ForEachAsync(
                opened, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (cell, _) => await SameAsOpenedAsync(metric, owner, cell));
        }
    }

    private async Task<List<Cell>> CellsAsync(Metric metric, Owner owner, Organisation org, IEnumerable<string> dimensions)
    {
        var cells = new List<Cell>();
        foreach (var dimension in dimensions)
        {
            var answer = await demo.Warehouse.AskAsync(Question(metric, owner, dimension, org));
            cells.AddRange(answer.Rows.Append(answer.Total).Select(row => new Cell(dimension, row, org)));
        }

        return cells;
    }

    private async Task SameAsListedAsync(Metric metric, Owner owner, List<Cell> cells, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> units)
    {
        foreach (var part in Parts(metric).Where(part => part != CellPart.Immature || metric.HasMaturity))
        {
            var whole = cells.First(cell => cell.Dimension.Length == 0);
            var list = await OpenAsync(metric, owner, whole, part);
            list.Rows.Count.ShouldBe((int)list.Count, $"{metric.Name} {owner} {whole.Row.Period} {part}");
            foreach (var dimension in cells.GroupBy(cell => cell.Dimension))
            {
                if (!IsToldApart(metric, owner, dimension.First()))
                    continue;
                var listed = list.Rows.GroupBy(row => PlaceOf(row, dimension.Key, units)).ToDictionary(group => group.Key, group => group.ToList());
                foreach (var cell in dimension.Where(cell => cell.Dimension.Length == 0 || cell.Row.By.Count > 0))
                {
                    listed.Remove(cell.Place, out var rows);
                    cell.Row.ShouldBeWhatItCounted(metric, part, rows?.Count ?? 0, rows?.Sum(row => row.Value ?? 0) ?? 0, $"{metric.Name}, {owner}, listed, {part} of {cell}");
                }

                // A total has no places: its rows were counted as a whole.
                if (whole.Row.Period is not null)
                    listed.Keys.ShouldBeEmpty($"{metric.Name} {owner} {whole.Row.Period} {part}: places that the answer by {dimension.Key} leaves out");
            }
        }
    }

    private async Task SameAsOpenedAsync(Metric metric, Owner owner, Cell cell)
    {
        foreach (var part in Parts(metric))
        {
            var opened = await OpenAsync(metric, owner, cell, part);
            cell.Row.ShouldBeAllThatItCounted(metric, part, opened, $"{metric.Name}, {owner}, opened, {part} of {cell}");
        }
    }

    private Task<DrillResult> OpenAsync(Metric metric, Owner owner, Cell cell, CellPart part) => demo.Warehouse.Queries.DrillAsync(
        new DrillRequest(Question(metric, owner, cell.Dimension, cell.Org), cell.Row.Period, cell.Row.By, part, Limit: 1_000_000),
        AccessScope.Company, TestContext.Current.CancellationToken);

    // Someone who bought from two employees is one buyer of each: a list of people cannot say both.
    private static bool IsToldApart(Metric metric, Owner owner, Cell cell) =>
        !(metric.Aggregate == Aggregate.Customers && owner == Owner.AtEvent && cell.Dimension is not ("" or Dimensions.Channel));

    private static IEnumerable<CellPart> Parts(Metric metric) => OpenedCell.Sides(metric).Append(CellPart.Immature);

    private static string PlaceOf(DrillRow row, string dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> units) => dimension switch
    {
        "" => "",
        Dimensions.Channel => row.Channel,
        Dimensions.Employee => row.Employee,
        _ => units.TryGetValue(row.Employee, out var levels) && levels[dimension] is { Length: > 0 } unit ? unit : Dimensions.Unattributed,
    };

    private MetricRequest Question(Metric metric, Owner owner, string dimension, Organisation org) => new(
        metric.Name,
        new DateRange(demo.Manifest.From, demo.Manifest.CompleteThrough.AddDays(1)),
        Grain.Month,
        dimension.Length == 0 ? [] : [dimension],
        new Dictionary<string, IReadOnlyList<string>>(),
        owner,
        Org: org);

    private sealed record Cell(string Dimension, MetricRow Row, Organisation Org)
    {
        public string Place => Dimension.Length == 0 ? "" : Row.By[Dimension];

        public override string ToString() => $"{Row.Period:yyyy-MM} {Dimension} {Org} {string.Join(',', Row.By.Values)}";
    }
}
