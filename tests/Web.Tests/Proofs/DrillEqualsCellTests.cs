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
            var then = await CellsAsync(metric, owner, Organisation.Then, Dimensions.OrgLevels);
            var opened = cells.Where(cell => !Dimensions.OrgLevels.Contains(cell.Dimension)).Concat(then).Where((cell, index) => OpensAll || index % (IsToldApart(metric, owner, cell) ? OpenedOneIn : OpenedOneInOfOthers) == 0);
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
        if (IsRatio(metric))
        {
            await SameRatiosAsListedAsync(metric, owner, cells, units);
            return;
        }

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
                    Same(metric, part, cell, rows?.Count ?? 0, rows?.Sum(row => row.Value ?? 0) ?? 0, $"{owner}, listed");
                }

                // A total has no places: its rows were counted as a whole.
                if (whole.Row.Period is not null)
                    listed.Keys.ShouldBeEmpty($"{metric.Name} {owner} {whole.Row.Period} {part}: places that the answer by {dimension.Key} leaves out");
            }
        }
    }

    // Neither side of a ratio stands in the cell, so the two lists are divided by each other.
    private async Task SameRatiosAsListedAsync(Metric metric, Owner owner, List<Cell> cells, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> units)
    {
        var whole = cells.First(cell => cell.Dimension.Length == 0);
        var (above, below) = (await OpenAsync(metric, owner, whole, CellPart.Numerator), await OpenAsync(metric, owner, whole, CellPart.Denominator));
        foreach (var cell in cells.Where(cell => cell.Dimension.Length == 0 || cell.Row.By.Count > 0))
        {
            decimal Sum(DrillResult list) => list.Rows.Where(row => PlaceOf(row, cell.Dimension, units) == cell.Place).Sum(row => row.Value ?? 0);
            Share(metric, Sum(above), Sum(below)).ShouldBe(cell.Row.Value, $"{metric.Name} {owner} {cell}, listed");
        }
    }

    private static bool IsRatio(Metric metric) => metric is { Kind: MetricKind.Sum, Aggregate: Aggregate.Ratio };

    private static decimal? Share(Metric metric, decimal sum, decimal over) =>
        over == 0 ? null : Math.Round(sum / over, metric.Unit == "money" ? 2 : 6, MidpointRounding.AwayFromZero);

    private async Task SameAsOpenedAsync(Metric metric, Owner owner, Cell cell)
    {
        if (IsRatio(metric))
        {
            var (above, below) = (await OpenAsync(metric, owner, cell, CellPart.Numerator), await OpenAsync(metric, owner, cell, CellPart.Denominator));
            Share(metric, above.Value ?? 0, below.Value ?? 0).ShouldBe(cell.Row.Value, $"{metric.Name} {owner} {cell}, opened");
            return;
        }

        foreach (var part in Parts(metric))
        {
            var opened = await OpenAsync(metric, owner, cell, part);
            opened.Rows.Count.ShouldBe((int)opened.Count);
            Same(metric, part, cell, opened.Count, opened.Rows.Sum(row => row.Value ?? 0), $"{owner}, opened");
            if (part == CellPart.Numerator && metric.IsDivisible && metric.Kind != MetricKind.Mean && DrillCompiler.HasValue(metric))
                (opened.Value ?? 0).ShouldBe(cell.Row.Value ?? 0, $"{metric.Name} {owner} {cell}");
        }
    }

    private static void Same(Metric metric, CellPart part, Cell cell, long rows, decimal sum, string how)
    {
        var where = $"{metric.Name}, {how}, {part} of {cell}";
        if (metric.Kind == MetricKind.Lift && part != CellPart.Immature)
            rows.ShouldBe((part == CellPart.Numerator ? cell.Row.Arms?.Counted : cell.Row.Arms?.Treated) ?? 0, where);
        else if (metric.Kind == MetricKind.Payback && part != CellPart.Immature)
            sum.ShouldBe((part == CellPart.Numerator ? cell.Row.Quotient?.Total : cell.Row.Quotient?.Over) ?? 0, where);
        else if (part == CellPart.Immature)
            rows.ShouldBe(cell.Row.Immature, where);
        else if (metric.Kind == MetricKind.Rate || metric.Aggregate == Aggregate.Median)
            rows.ShouldBe((part == CellPart.Numerator ? cell.Row.Numerator : cell.Row.Denominator) ?? 0, where);
        else if (metric.Kind == MetricKind.Mean || metric.Aggregate == Aggregate.Mean)
            (rows == 0 ? null : (decimal?)metric.Rounded(sum / rows)).ShouldBe(cell.Row.Value, where);
        else
            (DrillCompiler.HasValue(metric) ? sum : rows).ShouldBe(cell.Row.Value ?? 0, where);
    }

    private Task<DrillResult> OpenAsync(Metric metric, Owner owner, Cell cell, CellPart part) => demo.Warehouse.Queries.DrillAsync(
        new DrillRequest(Question(metric, owner, cell.Dimension, cell.Org), cell.Row.Period, cell.Row.By, part, Limit: 1_000_000),
        AccessScope.Company, TestContext.Current.CancellationToken);

    // Someone who bought from two employees is one buyer of each: a list of people cannot say both.
    private static bool IsToldApart(Metric metric, Owner owner, Cell cell) =>
        !(metric.Aggregate == Aggregate.Customers && owner == Owner.AtEvent && cell.Dimension is not ("" or Dimensions.Channel));

    private static CellPart[] Parts(Metric metric) =>
        metric.Kind is MetricKind.Rate or MetricKind.Lift or MetricKind.Payback || metric.Aggregate == Aggregate.Median
            ? [CellPart.Numerator, CellPart.Denominator, CellPart.Immature]
            : [CellPart.Numerator, CellPart.Immature];

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
